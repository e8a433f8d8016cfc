// The page of a matter for whoever raised it, opened by the secret link; and what anyone may see of a public matter.
import type { FollowView, PublicMatter } from '@yishi/contract/matter'
import type { Actor, CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import { KINDS, promisedClock } from '@yishi/domain/matter'
import { maskName, maskText } from '@yishi/domain/privacy'
import { stageNow } from '@yishi/domain/procedure'
import { type Selectable, sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { linkDigest } from './code.ts'
import { contactOf } from './contact.ts'
import { openDossier } from './dossier.ts'
import { mayOnMatter } from './may.ts'
import { meetingLines } from './meeting-lines.ts'
import { noticesOf } from './noticed.ts'
import type { MatterRow } from './tables.ts'
import { clockView, namesAhead, photoView } from './views.ts'
import { voicesOf } from './voices.ts'

type Address = { community_id: CommunityId; matter_id: MatterId }

/** Where a secret link leads; null for one that leads nowhere. */
export const matterOfLink = async (db: Database, token: string): Promise<Subject<MatterId> | null> => {
  const { rows } = await sql<Address>`select * from app.community_of_link(${linkDigest(token)})`.execute(db)
  return rows[0] ? { community: rows[0].community_id, id: rows[0].matter_id } : null
}

/** Where a short code leads; matters that are not public are not found by it. */
export const matterOfCode = async (db: Database, code: string): Promise<Subject<MatterId> | null> => {
  const { rows } = await sql<Address>`select * from app.communities_of_code(${code})`.execute(db)
  return rows[0] ? { community: rows[0].community_id, id: rows[0].matter_id } : null
}

const mayHere = (commands: readonly string[]): FollowView['may'] => ({
  rate: commands.includes('rate'),
  remark: commands.includes('remark'),
  nudge: commands.includes('nudge'),
  reopen: commands.includes('reopen'),
  withdraw: commands.includes('withdraw-consent'),
})

export const readFollow = async (
  trx: Transaction,
  subject: Subject<MatterId>,
  now: Instant,
  actor: Actor = { kind: 'link-holder', matter: subject.id },
): Promise<FollowView | null> => {
  const dossier = await openDossier(trx, subject, 'raiser')
  if (!dossier) return null
  const { row, state, story, community, place, names } = dossier
  const helper = names.person(row.helper_id)
  const promised = row.status === 'open' ? promisedClock(row.course.clocks) : null
  const stage = stageNow(state)
  return {
    matter: row.matter_id,
    code: row.code,
    title: row.title,
    text: row.body,
    community,
    place,
    phase: row.phase,
    stage: stage.names,
    act: stage.act,
    responsible: await contactOf(trx, row, names),
    clock: promised ? clockView(promised, now) : null,
    photos: row.photos.map((id) => photoView(row.community_id, id)),
    story,
    meetings: await meetingLines(trx, subject),
    notices: await noticesOf(trx, subject, now),
    ahead: row.status === 'open' ? namesAhead(state.procedure, row.stage) : [],
    may: mayHere(mayOnMatter(state, actor, now)),
    ...(helper === null ? {} : { helper }),
    end: row.end,
    voices: dossier.voices,
    asOf: now,
  }
}

export type PublicRow = Pick<
  Selectable<MatterRow>,
  'code' | 'title' | 'raiser_name' | 'phase' | 'kind' | 'raised_at' | 'course' | 'end' | 'status'
> & { place: string | null; voices: number }

/** People type numbers, doors and their own name into the first sentence, which became the title. */
export const publicTitle = ({ title, raiser_name: name }: Pick<PublicRow, 'title' | 'raiser_name'>): string =>
  maskText(name && name.length > 1 ? title.replaceAll(name, maskName(name)) : title)

export const publicMatter = (row: PublicRow, now: Instant): PublicMatter => {
  const clock = row.status === 'open' ? promisedClock(row.course.clocks) : null
  return {
    code: row.code,
    title: publicTitle(row),
    // What somebody typed about the place may name a door; only the place's own name is public.
    place: row.place ?? '',
    phase: row.phase,
    kind: KINDS.find((kind) => kind === row.kind) ?? null,
    raisedAt: row.raised_at,
    clock: clock ? clockView(clock, now) : null,
    end: row.end,
    voices: row.voices,
  }
}

export const PUBLIC_COLUMNS = sql`m.code, m.title, m.raiser_name, m.phase, m.kind, m.raised_at, m.course, m."end", m.status, ${voicesOf} as voices,
  (select name from app.place p where p.community_id = m.community_id and p.place_id = m.place_id) as place`

type Around = { community: CommunityId; path: string; limit: number; offset?: number }

const isOpenAt = ({ community, path }: Pick<Around, 'community' | 'path'>) =>
  sql`m.community_id = ${community} and m.status = 'open' and m.publicity <> 'closed'
    and (${path} = '' or m.path = ${path} or starts_with(m.path, ${path} || '.'))`

/** Open public matters at or below a place, those due first; `path` '' is the whole community. */
export const openMatters = async (
  trx: Transaction,
  { limit, offset = 0, ...here }: Around,
  now: Instant,
): Promise<PublicMatter[]> => {
  const { rows } = await sql<PublicRow>`
    select ${PUBLIC_COLUMNS} from app.matter m where ${isOpenAt(here)}
    order by m.due_at, m.raised_at, m.matter_id limit ${limit} offset ${offset}`.execute(trx)
  return rows.map((row) => publicMatter(row, now))
}

export const readPublic = async (
  trx: Transaction,
  { community, id }: Subject,
  now: Instant,
): Promise<(PublicMatter & { community: string }) | null> => {
  const { rows } = await sql<PublicRow & { community: string }>`
    select ${PUBLIC_COLUMNS}, (select name from app.community c where c.id = m.community_id) as community
    from app.matter m where m.community_id = ${community} and m.matter_id = ${id} and m.publicity <> 'closed'`.execute(
    trx,
  )
  return rows[0] ? { ...publicMatter(rows[0], now), community: rows[0].community } : null
}
