// How a ballot lies in its voter's row and in the ballots handed in. The round is held for share, so that voters never wait for one another,
// only for its closing; many who vote at one moment are kept in one statement (docs/decisions/0015).
import { type BudgetBallot, type BudgetBallotEvent, NO_BUDGET_BALLOT } from '@yishi/domain/budget'
import type { BallotId, BudgetId, CommunityId, Instant, PersonId, VoterId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Store, Subject, Written } from '../../kernel/store.ts'
import { type Lane, readTogether } from '../../kernel/together.ts'
import { BUDGET_LISTS, holdGroups, rowCounts, sameRowsOf, settleRow } from '../same-person/index.ts'
import { isSheetNoted, keepDropped, keepNoted, keepReading, readingsOf } from './reading-store.ts'
import type { BudgetRow } from './tables.ts'

type Row = {
  id: BallotId
  budget: BudgetId
  community: CommunityId
  path: string
  voter: VoterId
  person: PersonId
  ballots: number
  status: BudgetRow['status']
  closes_at: Instant
  digest: string
  projects: string[]
  same_person: string | null
}
type Standing = Extract<BudgetBallot, { status: 'standing' }>
type Groups = Awaited<ReturnType<typeof holdGroups>>

/** What lies on the desk matters to those alone who note ballots, and they hold the row. */
const slipOf = ({ ballots, status, closes_at, same_person, ...row }: Row, groups: Groups = new Map()): Standing => ({
  status: 'standing',
  ...row,
  roundStatus: status,
  closesAt: closes_at,
  number: ballots,
  readings: null,
  sheetNoted: false,
  same: sameRowsOf(groups, { ballot: row.id, key: same_person }),
})

const SLIP = sql`
  select voter.ballot_id as id, budget_id as budget, community_id as community, budget.path, voter.voter_id as voter, voter.person_id as person, voter.ballots,
    voter.same_person, budget.status, budget.closes_at, budget.digest,
    array(select each ->> 'id' from jsonb_array_elements(budget.projects) as each) as projects
  from app.budget_voter voter join app.budget using (community_id, budget_id)`

/** Null for a row that is not its person's only one: what the others have voted is read under their lock. */
export type Glimpsed = { readonly ballot: BallotId; readonly seen: Standing | null }

/** By person, of one round. */
const glimpses = readTogether(async (persons: readonly PersonId[], { owner, name }: Lane<Database>) => {
  const [community, round] = name.split(' ') as [CommunityId, BudgetId]
  const { rows } = await inCommunities(owner, [community], (trx) =>
    sql<Row>`${SLIP}
      where voter.community_id = ${community} and budget_id = ${round} and voter.person_id = any(${[...persons]}::text[])
    `.execute(trx),
  )
  return new Map(
    rows.map((row): [PersonId, Glimpsed] => [
      row.person,
      { ballot: row.id, seen: row.same_person === null ? slipOf(row) : null },
    ]),
  )
})

/** The ballot of a person as it stands, held by nobody: what is decided on it is only kept if it still stands so. Null for who is not on the list. */
export const glimpseBallot = (
  db: Database,
  { community, id }: Subject<BudgetId>,
  person: PersonId,
): Promise<Glimpsed | null> => glimpses({ owner: db, name: `${community} ${id}` }, person)

/** The round has closed, or another ballot of this voter has come, since it was decided on what was seen. */
export class StaleBallot extends Error {}

type Cast = Written<Extract<BudgetBallotEvent, { type: 'BudgetBallotCast' }>>

/** All or nothing: each round is held open, each voter's last ballot is still the one that was seen, and so is whose else the row is. */
const castAll = async (trx: Transaction, all: readonly Cast[]): Promise<void> => {
  const rows = all.map(({ subject, event: { budget, number, choice, same }, at }) => ({
    community: subject.community,
    ballot: subject.id,
    budget,
    number,
    choice,
    same,
    at,
  }))
  const { rows: kept } = await sql`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (community text, ballot text, budget text, number integer, choice text[], same text, at timestamptz)
    ), round as materialized (
      select community_id, budget_id, closes_at from app.budget
      where (community_id, budget_id) in (select community, budget from asked) and status = 'open' for share
    ), replaced as (
      update app.budget_voter voter set ballots = asked.number, holding = asked.number from asked join round
        on round.community_id = asked.community and round.budget_id = asked.budget and round.closes_at > asked.at
      where voter.community_id = asked.community and voter.ballot_id = asked.ballot and voter.ballots = asked.number - 1
        and voter.same_person is not distinct from asked.same
      returning voter.community_id, voter.ballot_id, asked.number, asked.choice, asked.at
    )
    insert into app.budget_ballot (community_id, ballot_id, number, choice, at)
    select community_id, ballot_id, number, choice, at from replaced returning ballot_id`.execute(trx)
  if (kept.length < all.length) throw new StaleBallot('a ballot does not stand as it was seen')
}

const onTheDesk = async (trx: Transaction, subject: Subject) => ({
  readings: await readingsOf(trx, subject),
  sheetNoted: await isSheetNoted(trx, subject),
})

/** For who only looks: nothing is held. Whether another row of the same person has voted, whoever acts is told. */
export const lookAtBallot = async (trx: Transaction, subject: Subject): Promise<Standing | null> => {
  const { rows } = await sql<Row>`${SLIP}
    where voter.community_id = ${subject.community} and voter.ballot_id = ${subject.id}`.execute(trx)
  return rows[0] ? { ...slipOf(rows[0]), ...(await onTheDesk(trx, subject)) } : null
}

export const budgetBallotStore = {
  async lock(trx, { community, id }) {
    const { rows } = await sql<Row>`${SLIP}
      where voter.community_id = ${community} and voter.ballot_id = ${id}
      for update of voter for share of budget`.execute(trx)
    const [row] = rows
    if (!row) return NO_BUDGET_BALLOT
    const groups = await holdGroups(trx, community, [row.same_person])
    return { ...slipOf(row, groups), ...(await onTheDesk(trx, { community, id })) }
  },
  write: {
    BudgetBallotCast: (trx, subject, event, at) => castAll(trx, [{ subject, event, at }]),
    BudgetBallotRead: keepReading,
    // That two readings differ stands in the two rows themselves.
    BudgetReadingsDiffered: () => Promise.resolve(),
    BudgetBallotNoted: keepNoted,
    BudgetReadingsDropped: keepDropped,
    RowCounts: (trx, subject, { same }) => rowCounts(trx, subject, same),
    BudgetBallotSetAside: (trx, subject, { late }) => settleRow(trx, BUDGET_LISTS, subject, { late }),
  },
  writeAll: { BudgetBallotCast: castAll },
} satisfies Store<BudgetBallot, BudgetBallotEvent>
