// Whom an urgent notice has reached: households by stairway, and for those who knock at doors the doors still open.
import type { AlertRow, StairDoors, StairSeen } from '@yishi/contract/alert'
import { mayTellAtDoor } from '@yishi/domain/alert'
import type { Actor, AlertId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

/** The homes and shops it covers; a parking space hears nothing. */
const homesOf = ({ community, id }: Subject) => sql`
  select u.unit_id, u.door, n.node_id, n.path, n.position, coalesce(place.name, n.name) as name
  from app.alert a
  join app.node n on n.community_id = a.community_id
  join app.unit u on u.community_id = n.community_id and u.node_id = n.node_id and u.use <> 'parking'
  left join app.place on place.community_id = n.community_id and place.node_id = n.node_id and place.key is null
  where a.community_id = ${community} and a.alert_id = ${id} and exists (
    select from unnest(a.paths) area where area = '' or n.path = area or starts_with(n.path, area || '.'))`

/** A household is reached when one of its owners opened the notice while signed in, or was told in person. */
const reachedOf = ({ community, id }: Subject) => sql`
  select unit_id from app.alert_told where community_id = ${community} and alert_id = ${id}
  union
  select o.unit_id from app.alert_sight s join app.ownership o using (community_id, person_id)
  where s.community_id = ${community} and s.alert_id = ${id}`

export const stairsSeen = async (trx: Transaction, subject: Subject<AlertId>): Promise<StairSeen[]> => {
  const { rows } = await sql<StairSeen>`
    with home as (${homesOf(subject)}), reached as (${reachedOf(subject)}), telephone as (
      select path, count(*) filter (where known) as known, count(*) as viewed from app.alert_sight
      where community_id = ${subject.community} and alert_id = ${subject.id} and person_id is null group by path
    )
    select node_id as node, path, name, count(*)::integer as units, count(reached.unit_id)::integer as reached,
      coalesce(max(known), 0)::integer as known, coalesce(max(viewed), 0)::integer as viewed
    from home left join reached using (unit_id) left join telephone using (path)
    group by node_id, path, name, home.position order by home.position, path`.execute(trx)
  return rows
}

/** `known` and `viewed` count all telephones, also those that scanned a lamp-post. */
export const reachOf = async (trx: Transaction, subject: Subject<AlertId>): Promise<AlertRow['reach']> => {
  const { rows } = await sql<AlertRow['reach']>`
    with home as (${homesOf(subject)}), reached as (${reachedOf(subject)}), telephone as (
      select known from app.alert_sight
      where community_id = ${subject.community} and alert_id = ${subject.id} and person_id is null
    )
    select (select count(*) from home)::integer as units,
      (select count(*) from home join reached using (unit_id))::integer as reached,
      (select count(*) from telephone where known)::integer as known,
      (select count(*) from telephone)::integer as viewed`.execute(trx)
  return rows[0]!
}

type Door = {
  readonly node: string
  readonly path: string
  readonly name: string
  readonly unit: string
  readonly door: string
  readonly seen: boolean
  readonly way: 'door' | 'phone' | null
}

const MOST_STAIRS = 60

/** Only of the stairways that the reader answers for: a door number is nobody else's business. */
export const openDoors = async (
  trx: Transaction,
  subject: Subject<AlertId>,
  actor: Actor,
): Promise<readonly StairDoors[]> => {
  const { rows } = await sql<Door>`
    with home as (${homesOf(subject)}), reached as (${reachedOf(subject)})
    select node_id as node, path, name, home.unit_id as unit, door, reached.unit_id is not null as seen, told.way
    from home left join reached on reached.unit_id = home.unit_id
    left join app.alert_told told on told.community_id = ${subject.community} and told.alert_id = ${subject.id}
      and told.unit_id = home.unit_id
    order by home.position, path, length(door), door`.execute(trx)
  const own = rows.filter(({ path }) => mayTellAtDoor(actor, subject.community, path))
  return [...Map.groupBy(own, ({ node }) => node).values()].slice(0, MOST_STAIRS).map((doors) => ({
    name: doors[0]!.name,
    units: doors.length,
    open: doors.filter(({ seen }) => !seen).map(({ unit, door }) => ({ unit, door })),
    told: doors.flatMap(({ unit, door, way }) => (way ? [{ unit, door, way }] : [])),
  }))
}
