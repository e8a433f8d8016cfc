// A list with its answers, in the shape in which it came, as a workbook or as CSV; that it left the house is recorded first.
import {
  type HotlineListRefusal,
  type ListFormat,
  type Outcome,
  answeredRows,
  mayTakeTickets,
} from '@yishi/domain/hotline'
import { type Actor, type CommunityId, type HotlineListId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { harmless } from '@yishi/domain/sheet'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { KernelRefusal, Perform } from '../../kernel/perform.ts'
import { textWorkbook } from '../../kernel/workbook/text-workbook.ts'
import { hotlineList } from './capability.ts'

type Row = Outcome & { readonly cells: readonly string[] }

/** The last answer stands in the ledger beside its leaf, where it can be erased. */
const rowsOf = async (trx: Transaction, community: CommunityId, list: string): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select r.cells, m."end", m.phase <> 'received' as sorted, m.closed_at as "closedAt", m.rating, coalesce((
      select o.openings #>> '{text,value}' from app.ledger_entry e join app.ledger_opening o using (community_id, entry_id)
      where e.community_id = m.community_id and e.subject = m.matter_id and e.type = 'AnswerGiven'
      order by e.entry_id desc limit 1
    ), '') as answer
    from app.hotline_row r join app.hotline_ticket t using (community_id, number) join app.matter m using (community_id, matter_id)
    where r.community_id = ${community} and r.list_id = ${list} order by r.row`.execute(trx)
  return rows
}

const sheetOf = (trx: Transaction, community: CommunityId, list: string) =>
  trx
    .selectFrom('hotline_list')
    .select(['headers', 'mapping', 'file'])
    .where('community_id', '=', community)
    .where('list_id', '=', list as HotlineListId)
    .where('status', '=', 'confirmed')
    .executeTakeFirst()

/** With the mark by which spreadsheets know UTF-8. */
const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map((cells) => cells.map(harmless)),
      { bom: true, record_delimiter: '\r\n' },
    ),
  )

type Wanted = { readonly community: CommunityId; readonly list: string; readonly format: ListFormat }
export type AnswersFile = { readonly content: Buffer; readonly name: string }

export const exportAnswers = async (
  { ctx, perform, actor }: { readonly ctx: Context; readonly perform: Perform; readonly actor: Actor },
  { community, list, format }: Wanted,
): Promise<AnswersFile | Refused<HotlineListRefusal | KernelRefusal | 'list-unknown'>> => {
  if (!mayTakeTickets(actor, community)) return refuse('desk-only')
  const found = await inCommunities(ctx.db, [community], async (trx) => {
    const sheet = await sheetOf(trx, community, list)
    return sheet && { sheet, rows: await rowsOf(trx, community, list) }
  })
  if (!found) return refuse('list-unknown')
  const command = { type: 'ExportAnswers', format, rows: found.rows.length } as const
  const done = await perform(ctx, hotlineList, { subject: { community, id: list }, command, actor })
  if (isRefused(done)) return done
  const rows = answeredRows(
    found.sheet,
    found.rows.map(({ cells, ...outcome }) => ({ cells, outcome })),
  )
  const name = found.sheet.file.replace(/\.[^.]*$/u, '')
  const content = format === 'csv' ? csvOf(rows) : await textWorkbook({ name: '工单答复', rows, headRows: 1 })
  return { content, name: `${name}-答复.${format}` }
}
