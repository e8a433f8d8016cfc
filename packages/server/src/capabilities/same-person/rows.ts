// Finding the rows of one person on the lists of polls and shared budgets, and marking them: in the transaction that joins or opens them, under the
// rows' own locks, so that a ballot either was there before or sees the mark.
import { type ListedRow, type RowsOfOne, rowsOfOne } from '@yishi/domain/same-person'
import type { BallotId, CommunityId, Instant } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { keepAppointments } from '../../kernel/due-table.ts'
import type { Subject } from '../../kernel/store.ts'

/** A kind of list: its tables, and which of its rows are people who vote for themselves. */
export type ListKind = {
  readonly capability: string
  readonly list: string
  readonly voters: string
  readonly ballots: string
  readonly id: string
  readonly people: RawBuilder<unknown>
}

/** A home's ballot belongs to the home, however many of its owners are one person. */
export const POLL_LISTS: ListKind = {
  capability: 'ballot',
  list: 'poll',
  voters: 'poll_voter',
  ballots: 'poll_ballot',
  id: 'poll_id',
  people: sql`voter.unit_id is null`,
}
export const BUDGET_LISTS: ListKind = {
  capability: 'budget-ballot',
  list: 'budget',
  voters: 'budget_voter',
  ballots: 'budget_ballot',
  id: 'budget_id',
  people: sql`true`,
}

const app = (table: string) => sql.table(`app.${table}`)

type Row = {
  readonly list: string
  readonly ballot: BallotId
  readonly account: string | null
  readonly holds: boolean
  readonly key: string | null
}
type Whom = { readonly accounts: readonly string[]; readonly person: string | null }

/** Held in one order, as ballots are. Those of an account that has one row only are among them: they may have had more. */
const holdRows = async (trx: Transaction, kind: ListKind, community: CommunityId, { accounts, person }: Whom) => {
  const { rows } = await sql<Row>`
    select voter.${sql.ref(kind.id)} as list, voter.ballot_id as ballot, person.account_id as account, voter.holding > 0 as holds,
      voter.same_person as key
    from app.person join ${app(kind.voters)} voter using (community_id, person_id)
    join ${app(kind.list)} list on list.community_id = voter.community_id
      and list.${sql.ref(kind.id)} = voter.${sql.ref(kind.id)}
    where person.community_id = ${community}
      and (person.account_id = any(${[...accounts]}::text[]) or person.person_id = ${person})
      and list.status not in ('draft', 'withdrawn') and ${kind.people}
    order by voter.ballot_id for update of voter`.execute(trx)
  return rows
}

/** Asked once the rows are held: whoever waited for them would else not see what came meanwhile. */
const firstVotes = async (trx: Transaction, kind: ListKind, community: CommunityId, rows: readonly Row[]) => {
  const { rows: first } = await sql<{ ballot: BallotId; at: Instant }>`
    select ballot_id as ballot, at from ${app(kind.ballots)}
    where community_id = ${community} and number = 1 and ballot_id = any(${rows.map(({ ballot }) => ballot)}::text[])`.execute(
    trx,
  )
  return new Map(first.map(({ ballot, at }) => [ballot, at]))
}

const mark = async (trx: Transaction, kind: ListKind, community: CommunityId, rows: readonly Row[]) => {
  if (rows.length === 0) return
  await sql`
    update ${app(kind.voters)} voter set same_person = row.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (ballot text, key text)
    where voter.community_id = ${community} and voter.ballot_id = row.ballot`.execute(trx)
}

const keepGroups = async (trx: Transaction, community: CommunityId, groups: readonly RowsOfOne[]) => {
  await sql`
    insert into app.same_person (community_id, same_person, counts)
    select ${community}, key, counts from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as row (key text, counts text)
    on conflict (community_id, same_person) do update set counts = excluded.counts`.execute(trx)
}

/** Before everything else that the clock has to do. */
export const AT_ONCE: Instant = '1970-01-01T00:00:00.000Z'

/** What has been voted twice is left to the clock, which sets it aside by the rules and writes it down. */
const leaveToClock = (
  trx: Transaction,
  { capability }: ListKind,
  community: CommunityId,
  groups: readonly RowsOfOne[],
) =>
  keepAppointments(
    trx,
    groups.flatMap(({ doubled }) => doubled.map((id) => ({ capability, subject: { community, id }, at: AT_ONCE }))),
  )

export const joinRowsOn = async (trx: Transaction, kind: ListKind, community: CommunityId, whom: Whom) => {
  const rows = await holdRows(trx, kind, community, whom)
  if (rows.length < 2 && rows.every(({ key }) => key === null)) return
  const first = await firstVotes(trx, kind, community, rows)
  const groups = rowsOfOne(
    rows.map(({ list, ballot, account, holds }): ListedRow => {
      return { list, ballot, account, voted: holds ? (first.get(ballot) ?? null) : null }
    }),
  )
  const keys = new Map(groups.flatMap(({ key, ballots }) => ballots.map((ballot) => [ballot, key])))
  const moved = rows.flatMap((row) => {
    const key = keys.get(row.ballot) ?? null
    return key === row.key ? [] : [{ ...row, key }]
  })
  if (groups.length > 0) await keepGroups(trx, community, groups)
  await mark(trx, kind, community, moved)
  await leaveToClock(trx, kind, community, groups)
}

/** Of a list that has just opened: whose rows are one person already. */
export const joinRowsOf = async (trx: Transaction, kind: ListKind, { community, id }: Subject) => {
  await holdEverybody(trx, community)
  const { rows } = await sql<{ account: string }>`
    select person.account_id as account from ${app(kind.voters)} voter join app.person using (community_id, person_id)
    where voter.community_id = ${community} and voter.${sql.ref(kind.id)} = ${id} and ${kind.people}
      and person.account_id is not null
    group by 1 having count(*) > 1`.execute(trx)
  if (rows.length === 0) return
  await joinRowsOn(trx, kind, community, { accounts: rows.map(({ account }) => account), person: null })
}

const IN_COMMUNITY = 1
const OF_ACCOUNT = 2

/** While a list opens no account comes to a row: else each would miss the other. */
const holdEverybody = (trx: Transaction, community: CommunityId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${community}, ${IN_COMMUNITY}))`.execute(trx)

/** Nobody waits for another account. */
export const holdAccounts = (trx: Transaction, community: CommunityId, accounts: readonly string[]) =>
  sql`
    with community as materialized (
      select pg_advisory_xact_lock_shared(hashtextextended(${community}, ${IN_COMMUNITY}))
    )
    select count(*), (
      select count(pg_advisory_xact_lock(hashtextextended(account, ${OF_ACCOUNT})))
      from unnest(${accounts.toSorted()}::text[]) as account
    ) from community`.execute(trx)
