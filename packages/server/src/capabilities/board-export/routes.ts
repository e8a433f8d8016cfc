// Taking the board out as a workbook, over HTTP: a POST, because it leaves an entry in the ledger of every community in it.
import { type BoardChoice, type BoardSheet, MOST_ROWS_EXPORTED, boardChoiceSchema } from '@yishi/contract/board'
import { EXPORTERS } from '@yishi/domain/board-export'
import { type Actor, type CommunityId, type Refused, holds, isRefused, refuse } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { XLSX, textWorkbook } from '../../kernel/workbook/text-workbook.ts'
import { type BoardReader, boardReaderOf, readBoard } from '../matter/index.ts'
import { boardExport } from './capability.ts'

/** The watermark, the number of rows, the header. */
const HEAD_ROWS = 3

const exporterOf = (actor: Actor, community: string | undefined) => {
  const reader = boardReaderOf(actor, community)
  if (isRefused(reader)) return reader
  const communities = reader.communities.filter((each) => holds(actor, EXPORTERS, each, ''))
  if (communities.length === 0) return refuse('not-yours-to-do')
  return { ...reader, communities, hats: reader.hats.filter((hat) => communities.includes(hat.community)) }
}

const calledIn = async (trx: Transaction, communities: readonly CommunityId[]): Promise<readonly string[]> => {
  const called = await trx
    .selectFrom('community')
    .select('name')
    .where('id', 'in', [...communities])
    .execute()
  return called.map(({ name }) => name)
}

type Exporting = { readonly reader: BoardReader; readonly choice: BoardChoice; readonly by: string }

const sheetFor = ({ ctx }: Served, { reader, choice, by }: Exporting): Promise<BoardSheet> =>
  inCommunities(ctx.db, reader.communities, async (trx) => {
    const at = ctx.clock.now()
    const read = await readBoard(trx, { ...choice, page: 1, perPage: MOST_ROWS_EXPORTED }, reader, at)
    return { ...read, by, communities: await calledIn(trx, reader.communities), at }
  })

type Taken = { readonly sheet: BoardSheet; readonly choice: BoardChoice; readonly actor: Actor }

/** Nothing leaves the house unrecorded: the file is sent after the entries stand. */
const record = async (
  { ctx, performer }: Served,
  communities: readonly CommunityId[],
  { sheet, choice, actor }: Taken,
): Promise<null | Refused> => {
  for (const community of communities) {
    const rows = sheet.rows.filter((row) => row.community.id === community).length
    const command = { type: 'ExportBoard', community, filter: choice.filter, rows, total: sheet.total } as const
    const subject = { community, id: ctx.ids('exp') }
    const done = await performer.perform(ctx, boardExport, { subject, command, actor })
    if (isRefused(done)) return done
  }
  return null
}

export const boardExportRoutes = (app: App, served: Served): void => {
  app.post('/api/board/export', { schema: { body: boardChoiceSchema } }, async (request, reply) => {
    // The street office is on the roster of one of its communities: who takes it out is told by the session.
    const { actor, name: by } = await served.whoAsks(request, request.body.community as CommunityId | undefined)
    const reader = exporterOf(actor, request.body.community)
    if (isRefused(reader)) return sendRefusal(reply, reader)
    const sheet = await sheetFor(served, { reader, choice: request.body, by: by ?? '' })
    const refused = await record(served, reader.communities, { sheet, choice: request.body, actor })
    if (refused) return sendRefusal(reply, refused)
    const { lang } = readingOf(request)
    const name = lang === 'zh' ? '事项台账' : 'Ledger board'
    const file = await textWorkbook({ name, rows: served.pages.boardSheet(sheet, lang), headRows: HEAD_ROWS })
    return reply
      .type(XLSX)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="yishi-board-${sheet.at.slice(0, 10)}.xlsx"`)
      .send(file)
  })
}
