// An excerpt as whoever decides its drafts sees it: what was read, what it may be the same as, and which tips it calls for.
import type { DraftView, Excerpt } from '@yishi/contract/group'
import type { Draft } from '@yishi/domain/excerpt'
import type { Actor, CommunityId, ExcerptId } from '@yishi/domain/kernel'
import { tipsFor } from '@yishi/domain/tip'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { nodesFor } from '../group/index.ts'
import { type BoardReader, boardReaderOf, similarOpen } from '../matter/index.ts'
import { tipsOf } from '../tip/index.ts'
import { type FlatNode, flatNodes } from '../territory/index.ts'
import './tables.ts'

type Row = Pick<DraftView, 'draft' | 'fate' | 'reason' | 'matter'> & { readonly content: Draft }
type Head = {
  readonly group: string
  readonly name: string
  readonly path: string
  readonly pastedAt: Excerpt['pastedAt']
  readonly messages: number
  readonly passed: number
  readonly text: string | null
}

const headOf = async (trx: Transaction, community: CommunityId, excerpt: ExcerptId): Promise<Head | null> => {
  const { rows } = await sql<Head>`
    select e.group_id as "group", g.name, e.path, e.pasted_at as "pastedAt", e.messages, e.passed, e.body as text
    from app.excerpt e join app.chat_group g using (community_id, group_id)
    where e.community_id = ${community} and e.excerpt_id = ${excerpt}`.execute(trx)
  return rows[0] ?? null
}

const draftsOf = async (trx: Transaction, community: CommunityId, excerpt: ExcerptId): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select d.draft, d.fate, d.reason, d.content, case when m.matter_id is null then null else
      jsonb_build_object('matter', m.matter_id, 'code', m.code, 'title', m.title) end as matter
    from app.excerpt_draft d left join app.matter m using (community_id, matter_id)
    where d.community_id = ${community} and d.excerpt_id = ${excerpt} order by d.draft`.execute(trx)
  return rows
}

type Showing = {
  readonly community: CommunityId
  readonly base: string
  readonly labels: ReadonlyMap<string, string>
  readonly reader: BoardReader | null
  readonly nowReading: Parameters<typeof similarOpen>[2]['now']
}

const draftView = async (trx: Transaction, row: Row, showing: Showing): Promise<DraftView> => {
  const { content, ...decided } = row
  const { where, also, ...told } = content
  const { community, base, labels, reader, nowReading: now } = showing
  const path = where?.path ?? null
  const said = { community, path: path ?? base, title: told.title, text: told.text }
  const similar = row.fate === 'waiting' && reader ? await similarOpen(trx, said, { reader, now }) : []
  return {
    ...decided,
    ...told,
    path,
    place: path === null ? '' : (labels.get(path) ?? ''),
    door: where?.door ?? null,
    whereFrom: where?.from ?? null,
    also: [...also],
    similar: [...similar],
  }
}

type Reading = { readonly actor: Actor; readonly now: Showing['nowReading'] }

const labelsOf = (nodes: readonly FlatNode[]) => new Map(nodes.map(({ path, label }) => [path, label]))

/** Null where there is no such excerpt in this community. */
export const readExcerptView = async (
  trx: Transaction,
  { community, id }: { readonly community: CommunityId; readonly id: ExcerptId },
  { actor, now }: Reading,
): Promise<Excerpt | null> => {
  const head = await headOf(trx, community, id)
  if (!head) return null
  const nodes = await flatNodes(trx, community)
  const reader = boardReaderOf(actor, community)
  const showing: Showing = {
    community,
    base: head.path,
    labels: labelsOf(nodes),
    reader: 'refused' in reader ? null : reader,
    nowReading: now,
  }
  const drafts: DraftView[] = []
  for (const row of await draftsOf(trx, community, id)) drafts.push(await draftView(trx, row, showing))
  const { group, name, path, ...rest } = head
  const tips = rest.text === null ? [] : tipsFor(rest.text, await tipsOf(trx, community))
  return {
    excerpt: id,
    community,
    group: { group, name, path },
    ...rest,
    drafts,
    tips: tips.map((tip) => ({ ...tip, keywords: [...tip.keywords] })),
    nodes: nodesFor(actor, community, nodes),
  }
}
