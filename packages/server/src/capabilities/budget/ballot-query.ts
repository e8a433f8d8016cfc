// Reading ballots: those that hold, how many came in, and a voter's own.
import type { BudgetChannels } from '@yishi/contract/budget-desk'
import type { BudgetChannel } from '@yishi/domain/budget'
import type { BallotId, BudgetId, Instant, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

/** Of each voter the ballot that holds, without whose it is. */
export const ballotsThatHold = async (
  trx: Transaction,
  { community, id }: Subject,
): Promise<readonly (readonly string[])[]> => {
  const { rows } = await sql<{ choice: string[] }>`
    select ballot.choice from app.budget_voter voter
    join app.budget_ballot ballot on ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
      and ballot.number = voter.holding
    where voter.community_id = ${community} and voter.budget_id = ${id}`.execute(trx)
  return rows.map(({ choice }) => choice)
}

export const turnoutOf = async (trx: Transaction, { community, id }: Subject): Promise<number> => {
  const row = await trx
    .selectFrom('budget_voter')
    .select(({ fn }) => fn.countAll<number>().as('cast'))
    .where('community_id', '=', community)
    .where('budget_id', '=', id as BudgetId)
    .where('holding', '>', 0)
    .executeTakeFirstOrThrow()
  return Number(row.cast)
}

export type Own = {
  readonly ballot: BallotId
  readonly choice: string[] | null
  readonly channel: BudgetChannel
  /** Another row of the list is the same person. */
  readonly shared: boolean
}

/** Null for who is not on the list. */
export const ownBallot = async (
  trx: Transaction,
  { community, id }: Subject<BudgetId>,
  person: PersonId,
): Promise<Own | null> => {
  const { rows } = await sql<Own>`
    select voter.ballot_id as ballot, voter.same_person is not null as shared, held.choice,
      coalesce(held.noted_in, 'online') as channel
    from app.budget_voter voter
    left join app.budget_ballot held on held.community_id = voter.community_id and held.ballot_id = voter.ballot_id
      and held.number = voter.holding
    where voter.community_id = ${community} and voter.budget_id = ${id} and voter.person_id = ${person}`.execute(trx)
  return rows[0] ?? null
}

/** Until when an open round takes ballots, and of which list. */
export const roundStanding = async (
  trx: Transaction,
  { community, id }: Subject<BudgetId>,
): Promise<{ readonly closesAt: Instant; readonly digest: string }> => {
  const { rows } = await sql<{ closesAt: Instant; digest: string }>`
    select closes_at as "closesAt", digest from app.budget
    where community_id = ${community} and budget_id = ${id} and status = 'open'`.execute(trx)
  if (!rows[0]) throw new Error(`round ${id} is not open`)
  return rows[0]
}

/** How many of the ballots that hold came which way. */
export const channelsOf = async (trx: Transaction, { community, id }: Subject): Promise<BudgetChannels> => {
  const { rows } = await sql<{ channel: BudgetChannel; ballots: number }>`
    select coalesce(ballot.noted_in, 'online') as channel, count(*)::integer as ballots
    from app.budget_voter voter join app.budget_ballot ballot on ballot.community_id = voter.community_id
      and ballot.ballot_id = voter.ballot_id and ballot.number = voter.holding
    where voter.community_id = ${community} and voter.budget_id = ${id} group by 1`.execute(trx)
  return { online: 0, desk: 0, paper: 0, ...Object.fromEntries(rows.map(({ channel, ballots }) => [channel, ballots])) }
}

/** Handed in, and not a ballot: nobody read it again in time, or two differ. */
export const unreadOf = async (trx: Transaction, { community, id }: Subject): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::integer as unread from (
      select distinct on (ballot_id) step from app.budget_reading
      where community_id = ${community} and budget_id = ${id} order by ballot_id, number desc
    ) as last where step = 'read'`.execute(trx)
  return rows[0]!.unread
}
