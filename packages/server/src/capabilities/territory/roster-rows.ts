// The whole roster of a community in one read and in one bulk write; every new place gets its code here.
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import type { RosterRows, RosterSnapshot } from '@yishi/domain/roster'
import { placeCodeOf } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

/** Rows in the order of their ids, so that the same roster always reads the same. */
export const readRoster = async (trx: Transaction, community: CommunityId): Promise<RosterSnapshot> => {
  const rows = async (columns: ReturnType<typeof sql>, table: string, order: string) => {
    const { rows } = await sql`select ${columns} from ${sql.table(`app.${table}`)}
      where community_id = ${community} order by ${sql.raw(order)}`.execute(trx)
    return rows
  }
  const snapshot = {
    nodes: await rows(sql`node_id as node, parent_id as parent, key, kind, name, path, position`, 'node', '1'),
    units: await rows(sql`unit_id as unit, node_id as node, door, use, area, undelivered`, 'unit', '1'),
    parties: await rows(sql`party_id as party, role, name, phone, first`, 'party', '1'),
    persons: await rows(sql`person_id as person, name, phone`, 'person', '1'),
    memberships: await readMemberships(trx, community),
    ownerships: await rows(sql`unit_id as unit, person_id as person, share`, 'ownership', '1, 2'),
    places: await rows(sql`place_id as place, kind, key, name, node_id as node, path, label`, 'place', '1'),
  }
  return snapshot as RosterSnapshot
}

const readMemberships = async (trx: Transaction, community: CommunityId) => {
  const { rows } = await sql`
    select person_id as person, role, node_id as node, path, party_id as party, contact, starts
    from app.membership where community_id = ${community} and ends is null
    order by person_id, role, path, starts`.execute(trx)
  return rows
}

type Bulk = {
  readonly trx: Transaction
  readonly community: CommunityId
  readonly at: Instant
}

const writeLand = async ({ trx, community }: Bulk, { nodes, units }: RosterRows): Promise<void> => {
  if (nodes.length > 0)
    await sql`
      insert into app.node (community_id, node_id, parent_id, key, kind, name, path, position)
      select ${community}, node, parent, key, kind, name, path, position from jsonb_to_recordset(${json(nodes)}::jsonb)
        as row (node text, parent text, key text, kind text, name text, path text, position integer)
      on conflict (community_id, node_id) do update set kind = excluded.kind, name = excluded.name`.execute(trx)
  if (units.length > 0)
    await sql`
      insert into app.unit (community_id, unit_id, node_id, door, use, area, undelivered)
      select ${community}, unit, node, door, use, area, coalesce(undelivered, false)
      from jsonb_to_recordset(${json(units)}::jsonb)
        as row (unit text, node text, door text, use text, area numeric, undelivered boolean)
      on conflict (community_id, unit_id) do update set use = excluded.use, area = excluded.area,
        undelivered = excluded.undelivered`.execute(trx)
}

const writePlaces = async ({ trx, community }: Bulk, { places }: RosterRows): Promise<void> => {
  if (places.length === 0) return
  const numbers = await sql<{ n: number }>`
    select nextval('app.place_number') as n from generate_series(1, ${places.length}::integer)`.execute(trx)
  const coded = places.map((place, index) => ({ ...place, code: placeCodeOf(numbers.rows[index]!.n) }))
  await sql`
    insert into app.place (community_id, place_id, code, kind, key, name, node_id, path, label)
    select ${community}, place, code, kind, key, name, node, path, label from jsonb_to_recordset(${json(coded)}::jsonb)
      as row (place text, code text, kind text, key text, name text, node text, path text, label text)
    on conflict (community_id, place_id) do update set kind = excluded.kind, name = excluded.name,
      node_id = excluded.node_id, path = excluded.path, label = excluded.label`.execute(trx)
}

const writePeople = async ({ trx, community }: Bulk, { parties, persons }: RosterRows): Promise<void> => {
  if (parties.length > 0)
    await sql`
      insert into app.party (community_id, party_id, role, name, phone, first)
      select ${community}, party, role, name, phone, first from jsonb_to_recordset(${json(parties)}::jsonb)
        as row (party text, role text, name text, phone text, first boolean)
      on conflict (community_id, party_id) do update set role = excluded.role, phone = excluded.phone,
        first = excluded.first`.execute(trx)
  if (persons.length > 0)
    await sql`
      insert into app.person (community_id, person_id, name, phone)
      select ${community}, person, name, phone from jsonb_to_recordset(${json(persons)}::jsonb)
        as row (person text, name text, phone text)
      on conflict (community_id, person_id) do update set name = excluded.name, phone = excluded.phone`.execute(trx)
}

const writeHoldings = async ({ trx, community, at }: Bulk, { memberships, ownerships }: RosterRows): Promise<void> => {
  if (memberships.length > 0)
    await sql`
      insert into app.membership (community_id, person_id, role, node_id, path, party_id, contact, starts)
      select ${community}, person, role, node, path, party, contact, coalesce(starts, ${at}::timestamptz)
      from jsonb_to_recordset(${json(memberships)}::jsonb) as row (person text, role text, node text, path text,
        party text, contact text, starts timestamptz)
      on conflict (community_id, person_id, role, path, starts) do update set party_id = excluded.party_id,
        contact = excluded.contact`.execute(trx)
  if (ownerships.length > 0)
    await sql`
      insert into app.ownership (community_id, unit_id, person_id, share)
      select ${community}, unit, person, share from jsonb_to_recordset(${json(ownerships)}::jsonb)
        as row (unit text, person text, share text)
      on conflict (community_id, unit_id, person_id) do update set share = excluded.share`.execute(trx)
}

const json = (rows: readonly object[]): string => JSON.stringify(rows)

/** New rows are inserted, known ones brought up to date; nothing is taken away. */
export const writeRoster = async (
  trx: Transaction,
  community: CommunityId,
  rows: RosterRows,
  at: Instant,
): Promise<void> => {
  const bulk = { trx, community, at }
  for (const write of [writeLand, writePlaces, writePeople, writeHoldings]) await write(bulk, rows)
}
