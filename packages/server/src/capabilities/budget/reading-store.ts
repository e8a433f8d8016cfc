// How what is read at the desk lies in its register, to which rows are only ever added; its voter's row is locked first.
import type { BudgetBallotEvent, NotedAt, Readings } from '@yishi/domain/budget'
import type { Instant, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

type EventOf<Type extends BudgetBallotEvent['type']> = Extract<BudgetBallotEvent, { type: Type }>
type Row = {
  readonly where: NotedAt
  readonly after: number
  readonly by: PersonId
  readonly choice: string[]
}

/** What was read since the last ballot that came of it, or since it was dropped. */
export const readingsOf = async (trx: Transaction, { community, id }: Subject): Promise<Readings | null> => {
  const { rows } = await sql<Row>`
    select noted_in as where, after, person_id as by, choice from app.budget_reading reading
    where community_id = ${community} and ballot_id = ${id} and step = 'read' and number > (
      select coalesce(max(number), 0) from app.budget_reading closed
      where closed.community_id = reading.community_id and closed.ballot_id = reading.ballot_id and closed.step <> 'read'
    ) order by number`.execute(trx)
  const [first, second] = rows
  if (!first) return null
  const readingOf = ({ by, choice }: Row) => ({ by, choice })
  const { where, after } = first
  return { where, after, first: readingOf(first), second: second ? readingOf(second) : null }
}

/** A sheet has become a ballot of this voter. */
export const isSheetNoted = async (trx: Transaction, { community, id }: Subject): Promise<boolean> => {
  const { rows } = await sql`
    select from app.budget_ballot where community_id = ${community} and ballot_id = ${id} and noted_in = 'paper' limit 1`.execute(
    trx,
  )
  return rows.length > 0
}

type Step = {
  readonly step: 'read' | 'noted' | 'dropped'
  readonly budget: string
  readonly where: NotedAt
  readonly after?: number
  readonly choice?: readonly string[]
  readonly words?: string
  readonly by: PersonId
}

/** The voter's row is locked: no other step comes between the count and the insert. */
const register = (trx: Transaction, { community, id }: Subject, at: Instant, step: Step) => {
  const { after = null, choice = null, words = '' } = step
  return sql`
    insert into app.budget_reading (community_id, ballot_id, number, budget_id, step, noted_in, after, choice, words, person_id, at)
    select ${community}, ${id}, count(*) + 1, ${step.budget}, ${step.step}, ${step.where}, ${after}::integer,
      ${choice && [...choice]}::text[], ${words}, ${step.by}, ${at}
    from app.budget_reading where community_id = ${community} and ballot_id = ${id}`.execute(trx)
}

export const keepReading = (trx: Transaction, subject: Subject, event: EventOf<'BudgetBallotRead'>, at: Instant) => {
  const { budget, where, after, choice, by } = event
  return register(trx, subject, at, { step: 'read', budget, where, after, choice, by })
}

export const keepDropped = (
  trx: Transaction,
  subject: Subject,
  { budget, where, by, reason }: EventOf<'BudgetReadingsDropped'>,
  at: Instant,
) => register(trx, subject, at, { step: 'dropped', budget, where, by, words: reason })

/** Its voter's row and the round are held: nothing has come in since it was decided. */
export const keepNoted = async (
  trx: Transaction,
  subject: Subject,
  { budget, number, choice, where, readers, reason, holds }: EventOf<'BudgetBallotNoted'>,
  at: Instant,
) => {
  const { community, id } = subject
  await sql`
    with noted as (
      update app.budget_voter set ballots = ${number}, holding = case when ${holds} then ${number} else holding end
      where community_id = ${community} and ballot_id = ${id} returning community_id, ballot_id
    )
    insert into app.budget_ballot (community_id, ballot_id, number, choice, at, noted_in, readers)
    select community_id, ballot_id, ${number}::integer, ${[...choice]}::text[], ${at}::timestamptz, ${where},
      ${[...readers]}::text[] from noted`.execute(trx)
  await register(trx, subject, at, { step: 'noted', budget, where, words: reason ?? '', by: readers.at(-1)! })
}
