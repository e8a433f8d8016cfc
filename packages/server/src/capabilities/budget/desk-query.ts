// The desk of a round: who may vote, how far what was handed in has come, how many ballots came which way; never what was chosen, save to whoever has to decide.
import type { BudgetDesk, BudgetHandedIn, BudgetVoterLine } from '@yishi/contract/budget-desk'
import { type BudgetBallotCommand, type StandingBudgetBallot, budgetBallotRules } from '@yishi/domain/budget'
import { type Actor, type BallotId, type BudgetId, type Instant, isRefused } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { channelsOf } from './ballot-query.ts'
import { lookAtBallot } from './ballot-store.ts'
import { listOf, placeOf } from './list-query.ts'
import { rowOfRound } from './store.ts'

const LINES = (round: Subject, now: Instant) => sql`
  select listed.ballot_id as ballot, listed.voter_id as voter, listed.number, person.name, coalesce(home.place, '') as place,
    case when listed.holding > 0 then coalesce(held.noted_in, 'online') end as channel,
    case when last.step = 'read' then case when last.before = 'read' then 'differing' else 'read-once' end end as waiting
  from (${listOf(round)}) listed
  join app.person person on person.community_id = listed.community_id and person.person_id = listed.person_id
  left join lateral (${placeOf(now)}) home on true
  left join app.budget_ballot held on held.community_id = listed.community_id and held.ballot_id = listed.ballot_id
    and held.number = listed.holding
  left join lateral (
    select step, (
      select step from app.budget_reading earlier where earlier.community_id = reading.community_id
        and earlier.ballot_id = reading.ballot_id and earlier.number = reading.number - 1
    ) as before
    from app.budget_reading reading
    where reading.community_id = listed.community_id and reading.ballot_id = listed.ballot_id order by number desc limit 1
  ) last on true`

type Line = BudgetVoterLine & { readonly ballot: BallotId }

const MOST_LINES = 50

const linesWhere = async (
  trx: Transaction,
  round: Subject,
  { now, where }: { readonly now: Instant; readonly where: RawBuilder<unknown> },
): Promise<Line[]> => {
  const { rows } = await sql<Line>`${LINES(round, now)} where ${where} order by person.name, listed.number
    limit ${MOST_LINES}`.execute(trx)
  return rows
}

const shown = ({ voter, number, name, place, channel, waiting }: Line): BudgetVoterLine => ({
  voter,
  number,
  name,
  place,
  channel,
  waiting,
})

/** By a part of the name, or by the number on the list; whoever asks for nobody is told of nobody. */
export const votersMatching = async (
  trx: Transaction,
  round: Subject,
  { find, now }: { find: string; now: Instant },
) => {
  if (find === '') return []
  const where = /^\d{1,5}$/u.test(find) ? sql`listed.number = ${Number(find)}` : sql`strpos(person.name, ${find}) > 0`
  return (await linesWhere(trx, round, { now, where })).map(shown)
}

export const readBudgetDesk = async (
  trx: Transaction,
  round: Subject<BudgetId>,
  now: Instant,
): Promise<BudgetDesk | null> => {
  const row = await rowOfRound(trx, round).executeTakeFirst()
  if (!row?.closes_at) return null
  const { title, listed, closes_at: closesAt, status } = row
  const waiting = await linesWhere(trx, round, { now, where: sql`last.step = 'read'` })
  return {
    budget: round.id,
    title,
    listed: listed ?? 0,
    closesAt,
    open: status === 'open' && now < closesAt,
    channels: await channelsOf(trx, round),
    waiting: waiting.map(shown),
  }
}

/** Null for who is not on the list. */
export const ballotOfVoter = async (
  trx: Transaction,
  { community, id }: Subject<BudgetId>,
  voter: string,
): Promise<BallotId | null> => {
  const { rows } = await sql<{ ballot: BallotId }>`
    select ballot_id as ballot from app.budget_voter
    where community_id = ${community} and budget_id = ${id} and voter_id = ${voter}`.execute(trx)
  return rows[0]?.ballot ?? null
}

const stepsOf = async (trx: Transaction, { community, id }: Subject): Promise<BudgetHandedIn['steps']> => {
  const { rows } = await sql<BudgetHandedIn['steps'][number]>`
    select step, noted_in as where, coalesce(person.name, '') as by, words, at
    from app.budget_reading reading left join app.person using (community_id, person_id)
    where reading.community_id = ${community} and reading.ballot_id = ${id} order by number`.execute(trx)
  return rows
}

const examplesOf = (
  choice: readonly string[],
): readonly (readonly [BudgetHandedIn['may'][number], BudgetBallotCommand])[] => [
  ['read', { type: 'ReadBudgetBallot', where: 'desk', choice }],
  ['settle', { type: 'SettleBudgetBallot', choice, reason: '-' }],
  ['drop', { type: 'DropBudgetReadings', reason: '-' }],
]

type Reader = { readonly actor: Actor; readonly now: Instant }

const mayOn = (ballot: StandingBudgetBallot, { actor, now }: Reader): BudgetHandedIn['may'] => {
  const meta = { actor, now, ids: <P extends string>(prefix: P) => `${prefix}_example` as const }
  return examplesOf(ballot.projects.slice(0, 1)).flatMap(([act, command]) =>
    isRefused(budgetBallotRules.decide(ballot, command, meta)) ? [] : [act],
  )
}

/** Two who read it do not see what the other read; the third sees both. */
const readingsFor = async (
  trx: Transaction,
  { community, readings }: StandingBudgetBallot,
  may: BudgetHandedIn['may'],
) => {
  if (!readings?.second || !may.includes('settle')) return []
  const both = [readings.first, readings.second]
  const { rows } = await sql<{ person: string; name: string }>`
    select person_id as person, name from app.person
    where community_id = ${community} and person_id = any(${both.map(({ by }) => by)}::text[])`.execute(trx)
  const nameOf = (by: string) => rows.find(({ person }) => person === by)?.name ?? ''
  return both.map(({ by, choice }) => ({ by: nameOf(by), choice: [...choice] }))
}

const hasRead = async (trx: Transaction, { community, id }: Subject, { actor }: Reader): Promise<boolean> => {
  if (actor.kind !== 'person') return false
  const { rows } = await sql`
    select from app.budget_reading where community_id = ${community} and ballot_id = ${id}
      and step = 'read' and person_id = ${actor.person} limit 1`.execute(trx)
  return rows.length > 0
}

export const readHandedIn = async (
  trx: Transaction,
  round: Subject<BudgetId>,
  ballot: Subject<BallotId>,
  reader: Reader,
): Promise<BudgetHandedIn> => {
  const [line] = await linesWhere(trx, round, { now: reader.now, where: sql`listed.ballot_id = ${ballot.id}` })
  const held = await lookAtBallot(trx, ballot)
  const { projects } = await rowOfRound(trx, round).executeTakeFirstOrThrow()
  if (!line || !held) throw new Error(`ballot ${ballot.id} is not on the list of ${round.id}`)
  const may = mayOn(held, reader)
  return {
    ...shown(line),
    projects: projects.map(({ id, name, cost }) => ({ id, name, cost })),
    where: held.readings?.where ?? null,
    readings: await readingsFor(trx, held, may),
    steps: await stepsOf(trx, ballot),
    mayPrint: await hasRead(trx, ballot, reader),
    may,
  }
}
