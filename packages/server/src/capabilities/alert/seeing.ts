// That somebody has seen an urgent notice, or was told of it at the door: a hot write, one statement, and nothing after it is lifted.
import { createHash, randomBytes } from 'node:crypto'
import { mayTellAtDoor } from '@yishi/domain/alert'
import { type Actor, type AlertId, type Instant, type PersonId, type Refused, refuse } from '@yishi/domain/kernel'
import { readPlaceCode } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

export const newDevice = (): string => randomBytes(16).toString('base64url')
export const isDevice = (text: string | undefined): text is string => /^[\w-]{22}$/u.test(text ?? '')

/** Of one telephone and one notice: two notices do not tell that it was the same. */
const digest = (device: string, alert: AlertId): string =>
  createHash('sha256').update(`${alert} ${device}`).digest('base64url').slice(0, 27)

type Viewer = { readonly person: PersonId } | { readonly device: string }

/** Who counts: somebody of this community by name, anybody else by the telephone. */
export const viewerOf = (actor: Actor, { community }: Subject, device: string): Viewer =>
  actor.kind === 'person' && actor.hats.some((hat) => hat.community === community)
    ? { person: actor.person }
    : { device }

type Sight = {
  readonly viewer: Viewer
  /** The code of the place it was opened from: its stairway counts the telephone. */
  readonly at: string
  /** Whether they said so, by a tap. */
  readonly known: boolean
  readonly now: Instant
}

export const noteSight = async (
  trx: Transaction,
  { community, id }: Subject<AlertId>,
  { viewer, at, known, now }: Sight,
): Promise<void> => {
  const person = 'person' in viewer ? viewer.person : null
  const name = 'person' in viewer ? viewer.person : `dev_${digest(viewer.device, id)}`
  await sql`
    insert into app.alert_sight (community_id, alert_id, viewer, path, person_id, known, at)
    select a.community_id, a.alert_id, ${name},
      coalesce((select path from app.place where community_id = a.community_id and code = ${readPlaceCode(at) ?? ''}), ''),
      ${person}, ${known}, ${now} from app.alert a
    where a.community_id = ${community} and a.alert_id = ${id} and a.status = 'running'
    on conflict (community_id, alert_id, viewer) do update set known = true, at = excluded.at
      where excluded.known and not alert_sight.known`.execute(trx)
}

type Telling = {
  readonly unit: string
  readonly way: 'door' | 'phone' | null
  readonly actor: Actor
  readonly now: Instant
}

const pathOfUnit = async (trx: Transaction, { community, id }: Subject, unit: string): Promise<string | null> => {
  const { rows } = await sql<{ path: string }>`
    select n.path from app.unit u join app.node n using (community_id, node_id)
    join app.alert a on a.community_id = u.community_id and a.alert_id = ${id} and a.status = 'running'
    where u.community_id = ${community} and u.unit_id = ${unit} and exists (
      select from unnest(a.paths) area where area = '' or n.path = area or starts_with(n.path, area || '.'))`.execute(
    trx,
  )
  return rows[0]?.path ?? null
}

/** `way` null takes a mark back that was set by mistake. */
export const noteTold = async (
  trx: Transaction,
  subject: Subject<AlertId>,
  { unit, way, actor, now }: Telling,
): Promise<{ readonly done: true } | Refused<'alert-over' | 'not-yours-to-do'>> => {
  const path = await pathOfUnit(trx, subject, unit)
  if (path === null) return refuse('alert-over')
  if (actor.kind !== 'person' || !mayTellAtDoor(actor, subject.community, path)) return refuse('not-yours-to-do')
  const { community, id } = subject
  await (
    way === null
      ? sql`delete from app.alert_told where community_id = ${community} and alert_id = ${id} and unit_id = ${unit}`
      : sql`insert into app.alert_told (community_id, alert_id, unit_id, way, person_id, at)
        values (${community}, ${id}, ${unit}, ${way}, ${actor.person}, ${now}) on conflict do nothing`
  ).execute(trx)
  return { done: true }
}
