// How a ballot lies in its voter's row and in the ballots handed in. The round is held for share, so that voters never wait for one another,
// only for its closing; many who vote at one moment are kept in one statement (docs/decisions/0015).
import { type BudgetBallot, type BudgetBallotEvent, NO_BUDGET_BALLOT } from '@yishi/domain/budget'
import type { BallotId, BudgetId, CommunityId, Instant, PersonId, VoterId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Store, Subject, Written } from '../../kernel/store.ts'
import { type Lane, readTogether } from '../../kernel/together.ts'
import type { BudgetRow } from './tables.ts'

type Row = {
  id: BallotId
  budget: BudgetId
  voter: VoterId
  person: PersonId
  ballots: number
  status: BudgetRow['status']
  closes_at: Instant
  digest: string
  projects: string[]
}

const slipOf = ({ ballots: number, status: roundStatus, closes_at: closesAt, ...row }: Row): BudgetBallot => ({
  status: 'standing',
  ...row,
  roundStatus,
  closesAt,
  number,
})

const SLIP = sql`
  select voter.ballot_id as id, budget_id as budget, voter.voter_id as voter, voter.person_id as person, voter.ballots,
    budget.status, budget.closes_at, budget.digest,
    array(select each ->> 'id' from jsonb_array_elements(budget.projects) as each) as projects
  from app.budget_voter voter join app.budget using (community_id, budget_id)`

type Standing = Extract<BudgetBallot, { status: 'standing' }>

/** By person, of one round. */
const glimpses = readTogether(async (persons: readonly PersonId[], { owner, name }: Lane<Database>) => {
  const [community, round] = name.split(' ') as [CommunityId, BudgetId]
  const { rows } = await inCommunities(owner, [community], (trx) =>
    sql<Row>`${SLIP}
      where voter.community_id = ${community} and budget_id = ${round} and voter.person_id = any(${[...persons]}::text[])
    `.execute(trx),
  )
  return new Map(rows.map((row) => [row.person, slipOf(row) as Standing]))
})

/** The ballot of a person as it stands, held by nobody: what is decided on it is only kept if it still stands so. Null for who is not on the list. */
export const glimpseBallot = (
  db: Database,
  { community, id }: Subject<BudgetId>,
  person: PersonId,
): Promise<Standing | null> => glimpses({ owner: db, name: `${community} ${id}` }, person)

/** The round has closed, or another ballot of this voter has come, since it was decided on what was seen. */
export class StaleBallot extends Error {}

type Cast = Written<BudgetBallotEvent>

/** All or nothing: each round is held open, and each voter's last ballot is still the one that was seen. */
const castAll = async (trx: Transaction, all: readonly Cast[]): Promise<void> => {
  const rows = all.map(({ subject, event: { budget, number, choice }, at }) => ({
    community: subject.community,
    ballot: subject.id,
    budget,
    number,
    choice,
    at,
  }))
  const { rows: kept } = await sql`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (community text, ballot text, budget text, number integer, choice text[], at timestamptz)
    ), round as materialized (
      select community_id, budget_id, closes_at from app.budget
      where (community_id, budget_id) in (select community, budget from asked) and status = 'open' for share
    ), replaced as (
      update app.budget_voter voter set ballots = asked.number from asked join round
        on round.community_id = asked.community and round.budget_id = asked.budget and round.closes_at > asked.at
      where voter.community_id = asked.community and voter.ballot_id = asked.ballot and voter.ballots = asked.number - 1
      returning voter.community_id, voter.ballot_id, asked.number, asked.choice, asked.at
    )
    insert into app.budget_ballot (community_id, ballot_id, number, choice, at)
    select community_id, ballot_id, number, choice, at from replaced returning ballot_id`.execute(trx)
  if (kept.length < all.length) throw new StaleBallot('a ballot does not stand as it was seen')
}

export const budgetBallotStore = {
  async lock(trx, { community, id }) {
    const { rows } = await sql<Row>`${SLIP}
      where voter.community_id = ${community} and voter.ballot_id = ${id}
      for update of voter for share of budget`.execute(trx)
    return rows[0] ? slipOf(rows[0]) : NO_BUDGET_BALLOT
  },
  write: { BudgetBallotCast: (trx, subject, event, at) => castAll(trx, [{ subject, event, at }]) },
  writeAll: { BudgetBallotCast: castAll },
} satisfies Store<BudgetBallot, BudgetBallotEvent>
