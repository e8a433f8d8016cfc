// Matters that may be the same as one that is being told: found by shared words, then weighed by the domain.
import type { SimilarMatter } from '@yishi/contract/group'
import type { PublicMatter } from '@yishi/contract/matter'
import { DAY, type CommunityId, type Instant, type MatterId, later } from '@yishi/domain/kernel'
import { CLEARLY_ALIKE, type Gist, gistOf, mostAlike } from '@yishi/domain/similarity'
import { titleOf } from '@yishi/domain/matter'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { type BoardReader, within } from './board-scope.ts'
import { PUBLIC_COLUMNS, type PublicRow, publicMatter } from './follow-query.ts'
import { anyOfQuery } from './search.ts'
import type { MatterRow } from './tables.ts'
import { voicesOf } from './voices.ts'

export type Said = {
  readonly community: CommunityId
  readonly path: string
  readonly title?: string
  readonly text: string
}

/** Matters closed no longer ago still tell of the same trouble. */
export const CLASS_DAYS = 180
const MOST_TOKENS = 60

type Told = Pick<MatterRow, 'title' | 'body' | 'path'>

const withGist = <Row extends Told>(row: Row): Row & { readonly gist: Gist } => ({
  ...row,
  gist: gistOf({ title: row.title, text: row.body, path: row.path }),
})

type Scope = { readonly gist: Gist; readonly closedSince: Instant | null; readonly publicOnly: boolean }

/** Ids of matters that share words; null where there are no words to share. */
const sharing = ({ community }: Said, { gist, closedSince, publicOnly }: Scope): RawBuilder<boolean> | null => {
  const tokens = [...gist.whole].slice(0, MOST_TOKENS)
  const query = anyOfQuery(tokens)
  return query === null
    ? null
    : sql<boolean>`m.community_id = ${community} and m.matter_id in (
        select matter_id from app.alike_matters(${community}, ${tokens}::text[], ${query}::tsquery, ${closedSince}, ${publicOnly}))`
}

const gistOfSaid = ({ title, text, path }: Said): Gist => gistOf({ title: title ?? titleOf(text), text, path })

/** Open public matters so alike that whoever is writing is asked first; nobody's name, and nothing that is not public. */
export const similarHere = async (trx: Transaction, said: Said, now: Instant): Promise<readonly PublicMatter[]> => {
  const gist = gistOfSaid(said)
  const shared = sharing(said, { gist, closedSince: null, publicOnly: true })
  if (!shared) return []
  const { rows } = await sql<PublicRow & Told>`
    select ${PUBLIC_COLUMNS}, m.body, m.path from app.matter m
    where ${shared} and m.status = 'open' and m.publicity <> 'closed'`.execute(trx)
  return mostAlike(gist, rows.map(withGist), { least: CLEARLY_ALIKE, most: 3 }).map((row) => publicMatter(row, now))
}

type StaffRow = Pick<
  Selectable<MatterRow>,
  'matter_id' | 'code' | 'title' | 'body' | 'path' | 'status' | 'phase' | 'raised_at'
> & { readonly place: string; readonly voices: number }

const STAFF_COLUMNS = sql`m.matter_id, m.code, m.title, m.body, m.path, m.status, m.phase, m.raised_at, ${voicesOf} as voices,
  coalesce((select name from app.place p where p.community_id = m.community_id and p.place_id = m.place_id),
    (select name from app.node n where n.community_id = m.community_id and n.path = m.path), '') as place`

const staffView = (row: StaffRow, relation: string | null = null): SimilarMatter => ({
  matter: row.matter_id,
  code: row.code,
  title: row.title,
  place: row.place,
  status: row.status,
  phase: row.phase,
  raisedAt: row.raised_at,
  voices: row.voices,
  relation,
})

type Looking = { readonly reader: BoardReader; readonly now: Instant; readonly most?: number }

/** For whoever confirms what a group said: open matters that they may open themselves. */
export const similarOpen = async (
  trx: Transaction,
  said: Said,
  { reader, most = 3 }: Looking,
): Promise<readonly SimilarMatter[]> => {
  const gist = gistOfSaid(said)
  const shared = sharing(said, { gist, closedSince: null, publicOnly: false })
  if (!shared) return []
  const { rows } = await sql<StaffRow>`
    select ${STAFF_COLUMNS} from app.matter m where ${shared} and m.status = 'open' and ${within(reader)}`.execute(trx)
  return mostAlike(gist, rows.map(withGist), { most }).map((row) => staffView(row))
}

const relationsOf = async (trx: Transaction, { community, id }: Subject): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ other: string; relation: string }>`
    select other_id as other, relation from app.matter_link where community_id = ${community} and matter_id = ${id}
    union select matter_id, relation from app.matter_link where community_id = ${community} and other_id = ${id}`.execute(
    trx,
  )
  return new Map(rows.map(({ other, relation }) => [other, relation]))
}

/** Beside a file: open matters and those closed within the last months, with how they are linked already. */
export const similarTo = async (
  trx: Transaction,
  subject: Subject<MatterId>,
  { reader, now, most = 6 }: Looking,
): Promise<readonly SimilarMatter[]> => {
  const row = await trx
    .selectFrom('matter')
    .select(['title', 'body', 'path'])
    .where('community_id', '=', subject.community)
    .where('matter_id', '=', subject.id)
    .executeTakeFirst()
  if (!row) return []
  const { gist } = withGist(row)
  const said = { community: subject.community, path: row.path, text: row.body }
  const shared = sharing(said, { gist, closedSince: later(now, -CLASS_DAYS * DAY), publicOnly: false })
  if (!shared) return []
  const { rows } = await sql<StaffRow>`
    select ${STAFF_COLUMNS} from app.matter m
    where ${shared} and m.matter_id <> ${subject.id} and ${within(reader)}`.execute(trx)
  const relations = await relationsOf(trx, subject)
  return mostAlike(gist, rows.map(withGist), { most }).map((each) =>
    staffView(each, relations.get(each.matter_id) ?? null),
  )
}

/** More are not put together at once; the newest are the ones that matter. */
const MOST_IN_CLASSES = 3000

export type ClassMember = Pick<SimilarMatter, 'status' | 'voices'> & {
  readonly view: SimilarMatter
  readonly gist: Gist
  readonly path: string
  readonly kind: string | null
}

/** What classes are made of: the matters of the last months that a reader may open, the newest first, and their links. */
export const classMembers = async (trx: Transaction, { reader, now }: Looking) => {
  const { rows } = await sql<StaffRow & Pick<MatterRow, 'kind'>>`
    select ${STAFF_COLUMNS}, m.kind from app.matter m
    where ${within(reader)} and m.raised_at >= ${later(now, -CLASS_DAYS * DAY)}
      and (m."end" is null or m."end" not in ('merged', 'withdrawn'))
    order by m.raised_at desc limit ${MOST_IN_CLASSES}`.execute(trx)
  const links = await sql<{ a: string; b: string }>`
    select matter_id as a, other_id as b from app.matter_link
    where community_id = any(${[...reader.communities]}::text[])`.execute(trx)
  const members = rows.map((row): ClassMember => {
    const { gist, path, kind, status, voices } = withGist(row)
    return { view: staffView(row), gist, path, kind, status, voices }
  })
  return { members, links: links.rows.map(({ a, b }) => [a, b] as const) }
}
