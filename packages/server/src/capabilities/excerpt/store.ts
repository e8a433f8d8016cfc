// How an excerpt lies in its rows: itself, and one row for each draft.
import type { Draft, Excerpt, ExcerptEvent, Fate } from '@yishi/domain/excerpt'
import type { ExcerptId, Instant, MatterId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import './tables.ts'

const excerptRow = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('excerpt')
    .selectAll()
    .where('community_id', '=', community)
    .where('excerpt_id', '=', id as ExcerptId)

const fatesOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly Fate[]> => {
  const rows = await trx
    .selectFrom('excerpt_draft')
    .select('fate')
    .where('community_id', '=', community)
    .where('excerpt_id', '=', id as ExcerptId)
    .orderBy('draft')
    .execute()
  return rows.map(({ fate }) => fate)
}

const insert = async (
  trx: Transaction,
  { community, id }: Subject,
  { group, path, text, drafts, messages, passed }: Extract<ExcerptEvent, { type: 'ExcerptPasted' }>,
  at: Instant,
) => {
  const key = { community_id: community, excerpt_id: id as ExcerptId }
  await trx
    .insertInto('excerpt')
    .values({ ...key, group_id: group, path, status: 'pasted', body: text, messages, passed, pasted_at: at })
    .execute()
  const undecided = { fate: 'waiting', matter_id: null, reason: '' } as const
  await trx
    .insertInto('excerpt_draft')
    .values(drafts.map((each, draft) => ({ ...key, draft, content: JSON.stringify(each), ...undecided })))
    .execute()
}

const FORGOTTEN: Pick<Draft, 'speaker' | 'text' | 'where' | 'also'> = { speaker: null, text: '', where: null, also: [] }

type Decision = { readonly fate: Fate; readonly matter_id: MatterId | null; readonly reason?: string }

const decide = (trx: Transaction, { community, id }: Subject, draft: number, decision: Decision) =>
  trx
    .updateTable('excerpt_draft')
    .set(decision)
    .where('community_id', '=', community)
    .where('excerpt_id', '=', id as ExcerptId)
    .where('draft', '=', draft)
    .execute()

/** Titles and what became of them stay; who said what in which words is in the matters, or nowhere. */
const forget = async (trx: Transaction, { community, id }: Subject) => {
  await trx
    .updateTable('excerpt')
    .set({ status: 'settled', body: null })
    .where('community_id', '=', community)
    .where('excerpt_id', '=', id as ExcerptId)
    .execute()
  await sql`update app.excerpt_draft set content = content || ${JSON.stringify(FORGOTTEN)}::jsonb
    where community_id = ${community} and excerpt_id = ${id}`.execute(trx)
}

export const excerptStore = {
  async lock(trx, subject): Promise<Excerpt> {
    const row = await excerptRow(trx, subject).forUpdate().executeTakeFirst()
    if (!row) return { status: 'absent' }
    const { status, group_id: group, path } = row
    return { status, community: subject.community, group, path, fates: await fatesOf(trx, subject) }
  },
  write: {
    ExcerptPasted: insert,
    DraftConfirmed: (trx, subject, { draft, raising }) =>
      decide(trx, subject, draft, { fate: 'confirmed', matter_id: raising.id }),
    DraftJoined: (trx, subject, { draft, matter }) =>
      decide(trx, subject, draft, { fate: 'joined', matter_id: matter }),
    DraftDismissed: (trx, subject, { draft, reason }) =>
      decide(trx, subject, draft, { fate: 'dismissed', matter_id: null, reason }),
    ExcerptSettled: forget,
  },
} satisfies Store<Excerpt, ExcerptEvent>
