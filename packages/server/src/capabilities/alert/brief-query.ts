// Urgent notices as anyone may read them: what somebody typed is masked, and the number to call is that of a duty or of a party.
import type { AlertBrief, AlertHere } from '@yishi/contract/alert'
import type { OnCall } from '@yishi/contract/duty'
import { commonPath, partsWithin, touches } from '@yishi/domain/alert'
import type { AlertId, CommunityId, Instant } from '@yishi/domain/kernel'
import { maskText } from '@yishi/domain/privacy'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { onCallAt } from '../duty/index.ts'
import { partiesOf } from '../territory/index.ts'
import type { AlertTable } from './tables.ts'

export type AlertFound = Selectable<AlertTable> & {
  readonly party: string | null
  readonly areas: readonly { readonly name: string; readonly path: string }[]
  readonly latest: { readonly at: string; readonly text: string } | null
}

/** With the names of its areas as they stand on plates, and its newest word. */
const FOUND = sql`
  select a.*, party.name as party,
    (select coalesce(json_agg(json_build_object('name', coalesce(place.name, node.name), 'path', node.path) order by node.position, node.path), '[]')
      from app.node left join app.place on place.community_id = node.community_id and place.node_id = node.node_id
        and place.key is null
      where node.community_id = a.community_id and node.node_id = any(a.nodes)) as areas,
    (select json_build_object('at', e.at, 'text', e.body) from app.alert_entry e
      where e.community_id = a.community_id and e.alert_id = a.alert_id and e.type <> 'AlertIssued' and e.body <> ''
      order by e.position desc limit 1) as latest
  from app.alert a left join app.party on party.community_id = a.community_id and party.party_id = a.party_id`

export const findAlert = async (
  trx: Transaction,
  community: CommunityId,
  alert: AlertId,
): Promise<AlertFound | null> => {
  const { rows } = await sql<AlertFound>`${FOUND}
    where a.community_id = ${community} and a.alert_id = ${alert}`.execute(trx)
  return rows[0] ?? null
}

const committeeCall = async (trx: Transaction, community: CommunityId): Promise<OnCall | null> => {
  const committee = (await partiesOf(trx, community)).find(({ role, phone }) => role === 'staff' && phone !== null)
  return committee?.phone ? { name: committee.name, phone: committee.phone } : null
}

/** The named party, else whoever is on call now, else the committee. */
export const callFor = async (
  trx: Transaction,
  about: Pick<AlertFound, 'community_id' | 'paths' | 'phone' | 'party'>,
  now: Instant,
): Promise<OnCall | null> => {
  const { community_id: community, paths, phone, party } = about
  if (phone !== null) return { name: party ?? '', phone }
  const [first] = await onCallAt(trx, { community, path: commonPath(paths) }, now)
  return first ?? committeeCall(trx, community)
}

export const briefOf = async (trx: Transaction, found: AlertFound, now: Instant): Promise<AlertBrief> => {
  const { alert_id: alert, kind, severity, title, areas, paths, begins: from, until, lifted_at: liftedAt } = found
  const { latest } = found
  return {
    alert,
    kind,
    severity,
    title: maskText(title),
    areas: paths.includes('') ? [] : areas.map(({ name }) => name),
    from,
    until,
    liftedAt,
    latest: latest && { at: new Date(latest.at).toISOString(), text: maskText(latest.text) },
    call: await callFor(trx, found, now),
  }
}

const ORDER = sql`order by array_position(array['dangerous', 'serious', 'notable'], a.severity), a.issued_at desc, a.alert_id`

type At = { readonly community: CommunityId; readonly path: string; readonly code?: string | null }

const partsOf = ({ paths, areas }: AlertFound, path: string): readonly string[] => {
  const within = new Set(partsWithin(paths, path))
  return areas.filter((area) => within.has(area.path)).map(({ name }) => name)
}

/** The running ones that hold at a place or in a part of it, the gravest first. */
export const alertsAt = async (trx: Transaction, { community, path, code }: At, now: Instant): Promise<AlertHere[]> => {
  const { rows } = await sql<AlertFound>`${FOUND}
    where a.community_id = ${community} and a.status = 'running' ${ORDER}`.execute(trx)
  const here: AlertHere[] = []
  for (const found of rows)
    if (touches(found.paths, path))
      here.push({ ...(await briefOf(trx, found, now)), at: code ?? '', parts: partsOf(found, path) })
  return here
}

const NEWEST = 30

/** What the console lists: all that run, then the newest of those lifted. */
export const newestAlerts = async (trx: Transaction, community: CommunityId): Promise<readonly AlertFound[]> => {
  const { rows } = await sql<AlertFound>`${FOUND}
    where a.community_id = ${community} order by a.status = 'lifted', a.issued_at desc, a.alert_id limit ${NEWEST}`.execute(
    trx,
  )
  return rows
}
