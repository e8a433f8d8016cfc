// The part of a bundle that people read: the report as a PDF, and every table as a file for a spreadsheet.
import type { CourtRecord, CourtTable } from '@yishi/contract/court-bundle'
import type { DocumentBlock, DocumentSheet } from '@yishi/contract/document'
import type { Language } from '@yishi/domain/kernel'
import { harmless } from '@yishi/domain/sheet'
import { stringify } from 'csv-stringify/sync'
import type { Served } from '../../kernel/http/served.ts'
import { printPdf } from '../../kernel/paper/press.ts'

const TEMPLATE = new URL('../../kernel/paper/document.typ', import.meta.url)

export type BundledFile = { readonly path: string; readonly content: Buffer }

/** More rows than this take the typesetter more than a second or two, and a reader more than an afternoon: they go into volumes. */
const MOST_ROWS_OF_A_DOCUMENT = 2000

/** With the mark by which spreadsheets know UTF-8. */
const csvOf = ({ head, rows }: CourtTable): Buffer =>
  Buffer.from(`\uFEFF${stringify([head, ...rows].map((row) => row.map(harmless)))}`)

const blocksOf = ({ title, columns, head, rows }: CourtTable): readonly DocumentBlock[] => [
  { kind: 'head', text: title },
  { kind: 'table', columns, head, rows },
]

const volumesOf = (table: CourtTable): readonly CourtTable[] =>
  Array.from({ length: Math.ceil(table.rows.length / MOST_ROWS_OF_A_DOCUMENT) }, (_, index) => ({
    ...table,
    title: `${table.title} (${index + 1})`,
    rows: table.rows.slice(index * MOST_ROWS_OF_A_DOCUMENT, (index + 1) * MOST_ROWS_OF_A_DOCUMENT),
  }))

const printVolumes = async (sheet: DocumentSheet, table: CourtTable): Promise<readonly BundledFile[]> => {
  const files: BundledFile[] = []
  for (const [index, volume] of volumesOf(table).entries())
    files.push({
      path: `registers/${table.name}-${String(index + 1).padStart(2, '0')}.pdf`,
      content: await printPdf(TEMPLATE, { ...sheet, title: volume.title, blocks: blocksOf(volume).slice(1) }),
    })
  return files
}

/** One report where it can be read in one piece; long registers beside it. */
export const reportFiles = async (
  { pages }: Pick<Served, 'pages'>,
  record: CourtRecord,
  lang: Language,
): Promise<readonly BundledFile[]> => {
  const { sheet, tables } = pages.courtReport(record, lang)
  const rows = tables.reduce((sum, each) => sum + each.rows.length, 0)
  const inside = rows > MOST_ROWS_OF_A_DOCUMENT ? tables.filter((each) => each.rows.length <= 100) : tables
  const blocks = [...sheet.blocks, ...inside.flatMap(blocksOf)]
  const files: BundledFile[] = [{ path: 'report.pdf', content: await printPdf(TEMPLATE, { ...sheet, blocks }) }]
  for (const table of tables) {
    files.push({ path: `tables/${table.name}.csv`, content: csvOf(table) })
    if (!inside.includes(table)) files.push(...(await printVolumes(sheet, table)))
  }
  return files
}
