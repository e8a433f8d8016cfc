// Keeps the preview of a list for an hour, and on confirmation every ticket and row of it at once.
import type { HotlineList, HotlineListEvent, TakenTicket } from '@yishi/domain/hotline'
import type { CommunityId, HotlineListId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import './tables.ts'

const one = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('hotline_list')
    .where('community_id', '=', community)
    .where('list_id', '=', id as HotlineListId)

/** Two confirmations at once queue here; whoever only refers to the community is not held up. */
const queue = (trx: Transaction, { community }: Subject) =>
  sql`select 1 from app.community where id = ${community} for no key update`.execute(trx)

/** How many lists have been confirmed. */
export const listsTaken = async (trx: Transaction, community: CommunityId): Promise<number> => {
  const { most } = await trx
    .selectFrom('hotline_list')
    .select(({ fn }) => fn.max('number').as('most'))
    .where('community_id', '=', community)
    .executeTakeFirstOrThrow()
  return most ?? 0
}

const keepTickets = (trx: Transaction, community: CommunityId, tickets: readonly TakenTicket[]) =>
  sql`insert into app.hotline_ticket (community_id, number, matter_id, said, due_at, due_limit, provisional)
    select ${community}, * from unnest(
      ${tickets.map(({ number }) => number)}::text[], ${tickets.map(({ matter }) => matter)}::text[],
      ${tickets.map(({ said }) => JSON.stringify(said))}::jsonb[], ${tickets.map(({ deadline }) => deadline.due)}::timestamptz[],
      ${tickets.map(({ deadline }) => deadline.limit)}::text[], ${tickets.map(({ deadline }) => deadline.provisional)}::boolean[])
    on conflict (community_id, number) do update set said = app.hotline_ticket.said || excluded.said,
      due_at = excluded.due_at, due_limit = excluded.due_limit, provisional = excluded.provisional`.execute(trx)

const keepRows = (trx: Transaction, { community, id }: Subject, tickets: readonly TakenTicket[]) =>
  sql`insert into app.hotline_row (community_id, list_id, row, number, cells)
    select ${community}, ${id}, * from unnest(
      ${tickets.map(({ row }) => row)}::integer[], ${tickets.map(({ number }) => number)}::text[],
      ${tickets.map(({ cells }) => JSON.stringify(cells))}::jsonb[])`.execute(trx)

export const hotlineListStore: Store<HotlineList, HotlineListEvent> = {
  lock: async (trx, subject) => {
    await queue(trx, subject)
    const row = await one(trx, subject).selectAll().forUpdate().executeTakeFirst()
    if (!row) return { status: 'absent' }
    const { community } = subject
    if (row.rows === null) return { status: 'confirmed', community }
    const { file, headers, mapping, rows } = row
    return {
      status: 'pending',
      community,
      by: row.person_id,
      expiresAt: row.expires_at,
      fileDigest: row.file_digest,
      plan: { file, headers, mapping, rows },
      stale: (await listsTaken(trx, community)) !== row.base,
    }
  },
  write: {
    TicketsPreviewed: (trx, { id }, { community, by, expiresAt, plan, fileDigest, base }) =>
      trx
        .insertInto('hotline_list')
        .values({
          community_id: community,
          list_id: id as HotlineListId,
          person_id: by,
          status: 'pending',
          expires_at: expiresAt,
          file: plan.file,
          file_digest: fileDigest,
          base,
          headers: JSON.stringify(plan.headers),
          mapping: JSON.stringify(plan.mapping),
          rows: JSON.stringify(plan.rows),
        })
        .execute(),
    TicketPreviewDropped: (trx, { community, id }) =>
      trx
        .deleteFrom('hotline_list')
        .where('community_id', '=', community)
        .where('list_id', '=', id as HotlineListId)
        .execute(),
    TicketsTaken: async (trx, subject, { tickets }, at) => {
      const { community, id } = subject
      const number = (await listsTaken(trx, community)) + 1
      await trx
        .updateTable('hotline_list')
        .set({ status: 'confirmed', taken_at: at, number, rows: null })
        .where('community_id', '=', community)
        .where('list_id', '=', id as HotlineListId)
        .execute()
      await keepTickets(
        trx,
        community,
        tickets.filter(({ how }) => how !== 'unchanged'),
      )
      await keepRows(trx, subject, tickets)
    },
    /** The ledger alone keeps it. */
    AnswersExported: () => Promise.resolve(),
  },
}
