// Who people are here: their hats, their accounts, and the grid worker who looks after a place.
import type { PlaceView } from '@yishi/contract/place'
import type { CommunityId, Hat, Instant, PersonId, Role } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { accountMoved, holdAccounts } from '../same-person/index.ts'
import './tables.ts'

export type PersonHere = { readonly community: CommunityId; readonly person: PersonId }

/** All hats of these people that are in force; the transaction decides in which communities. */
export const hatsOf = async (
  trx: Transaction,
  persons: PersonId | readonly PersonId[],
  now: Instant,
): Promise<readonly Hat[]> =>
  trx
    .selectFrom('membership')
    .select(['role', 'community_id as community', 'path', 'party_id as party'])
    .where('person_id', 'in', [persons].flat())
    .where('starts', '<=', now)
    .where(({ eb, or }) => or([eb('ends', 'is', null), eb('ends', '>', now)]))
    .orderBy('community_id')
    .orderBy('role')
    .orderBy('path')
    .execute()

/** The grid worker whose path covers this one most closely, with the number that they gave for residents. */
export const keeperOf = async (
  trx: Transaction,
  community: CommunityId,
  path: string,
): Promise<PlaceView['keeper']> => {
  const { rows } = await sql<NonNullable<PlaceView['keeper']>>`
    select person.name, held.contact as phone, coalesce(node.name, community.name) as area
    from app.membership held
    join app.person using (community_id, person_id)
    join app.community on community.id = held.community_id
    left join app.node on node.community_id = held.community_id and node.node_id = held.node_id
    where held.community_id = ${community} and held.role = 'grid-worker' and held.ends is null
      and (held.path = '' or held.path = ${path} or starts_with(${path}, held.path || '.'))
    order by length(held.path) desc, held.starts, held.person_id limit 1`.execute(trx)
  return rows[0] ?? null
}

const peopleBy = async (db: Database, call: ReturnType<typeof sql>): Promise<readonly PersonHere[]> => {
  const { rows } = await sql<PersonHere>`select community_id as community, person_id as person from ${call}`.execute(db)
  return rows
}

/** In every community, before any is known: who this account is. */
export const peopleOfAccount = (db: Database, account: string): Promise<readonly PersonHere[]> =>
  peopleBy(db, sql`app.people_of_account(${account})`)

/** Likewise by a telephone number that has been proved. */
export const peopleOfPhone = (db: Database, phone: string): Promise<readonly PersonHere[]> =>
  peopleBy(db, sql`app.people_of_phone(${phone})`)

/** Who has this very name and number in any community: the same person there and here has the same id. */
export const knownPeople = async (
  trx: Transaction,
  people: readonly { readonly name: string; readonly phone: string }[],
): Promise<readonly { readonly name: string; readonly phone: string; readonly person: PersonId }[]> => {
  const { rows } = await sql<{ name: string; phone: string; person: PersonId }>`
    select name, phone, person_id as person from app.known_people(
      ${people.map(({ name }) => name)}::text[], ${people.map(({ phone }) => phone)}::text[])`.execute(trx)
  return rows
}

const accountOf = async (trx: Transaction, { community, person }: PersonHere): Promise<string | null> => {
  const row = await trx
    .selectFrom('person')
    .select('account_id')
    .where('community_id', '=', community)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** The one place where an account comes to a row: with it, whatever lists have the row learn whose else it is. */
export const linkAccount = async (
  trx: Transaction,
  { community, person }: PersonHere,
  account: string | null,
): Promise<void> => {
  const before = await accountOf(trx, { community, person })
  if (before === account) return
  await holdAccounts(
    trx,
    community,
    [before, account].flatMap((each) => each ?? []),
  )
  await trx
    .updateTable('person')
    .set({ account_id: account })
    .where('community_id', '=', community)
    .where('person_id', '=', person)
    .execute()
  await accountMoved(trx, community, { person, before, account })
}

type Within = { readonly roles: readonly Role[]; readonly path: string; readonly now: Instant }

/** Since when somebody wears one of these hats in this part of the community, `''` for all of it; null where they do not now. */
export const wornSince = async (
  trx: Transaction,
  { community, person }: PersonHere,
  { roles, path, now }: Within,
): Promise<Instant | null> => {
  const { rows } = await sql<{ since: Instant }>`
    select starts as since from app.membership
    where community_id = ${community} and person_id = ${person} and role = any(${[...roles]}::text[])
      and starts <= ${now} and (ends is null or ends > ${now})
      and (${path} = '' or path = ${path} or starts_with(path, ${path} || '.'))
    order by starts limit 1`.execute(trx)
  return rows[0]?.since ?? null
}
