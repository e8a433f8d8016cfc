// The part of a bundle that people read: the report as a PDF, and every table as a file for a spreadsheet.
import type { CourtLines, CourtRecord, CourtTable } from '@yishi/contract/court-bundle'
import type { DocumentBlock } from '@yishi/contract/document'
import type { Language } from '@yishi/domain/kernel'
import type { Served } from '../../kernel/http/served.ts'
import { printPdf } from '../../kernel/paper/press.ts'
import type { Progress } from './progress.ts'
import { openRegisters } from './registers.ts'
import type { Spool } from './spool.ts'

const TEMPLATE = new URL('../../kernel/paper/document.typ', import.meta.url)

const blocksOf = ({ title, columns, head, rows }: CourtTable): readonly DocumentBlock[] => [
  { kind: 'head', text: title },
  { kind: 'table', columns, head, rows },
]

type Written = {
  readonly record: CourtRecord
  readonly lines: AsyncIterable<CourtLines>
  /** So many units and steps are in all lines. */
  readonly total: number
  readonly lang: Language
  readonly progress: Progress
}

/** One report where it can be read in one piece; long registers beside it. */
export const writeReport = async (
  { pages }: Pick<Served, 'pages'>,
  spool: Spool,
  { record, lines, lang, total, progress }: Written,
): Promise<void> => {
  const { sheet, tables } = pages.courtReport(record, lang)
  const registers = openRegisters(spool, (volume) =>
    printPdf(TEMPLATE, { ...sheet, title: volume.title, blocks: blocksOf(volume).slice(1) }, { tagged: false }),
  )
  await registers.add(tables)
  let set = 0
  for await (const part of lines) {
    await progress('registers', set / total)
    await registers.add(pages.courtRegisters(record, part, lang))
    set += part.units.length + part.steps.length
  }
  const inside = await registers.close()
  await progress('papers', 0)
  const blocks = [...sheet.blocks, ...inside.flatMap(blocksOf)]
  await spool.write('report.pdf', [await printPdf(TEMPLATE, { ...sheet, blocks })])
}
