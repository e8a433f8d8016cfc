// A list as somebody sends it, workbook or CSV in whatever encoding, as sheets of cells.
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { RawSheet } from '@yishi/domain/sheet'
import { CsvError, parse } from 'csv-parse/sync'
import { type WorkbookRefusal, readWorkbook } from '../../kernel/workbook/workbook.ts'

export type ListFileRefusal = 'not-a-list' | 'encoding-unknown' | 'csv-broken' | 'list-too-large'

const ZIP = 0x50_4b_03_04
const OLE2 = 0xd0_cf_11_e0
/** UTF-8 first: hardly a text in GB18030 is valid UTF-8 as well. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

const decoded = (file: Buffer): string | null => {
  if (file.includes(0)) return null
  for (const encoding of ENCODINGS)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  return null
}

/** Without cutting the text, because a cell costs far more than the mark that parts it; beyond `most` nobody needs the number. */
const countOf = (text: string, mark: string, most: number): number => {
  let found = 0
  for (let at = text.indexOf(mark); at >= 0 && found <= most; at = text.indexOf(mark, at + 1)) found += 1
  return found
}

/** No list has more columns. */
const MOST_COLUMNS = 100

/** Spreadsheets of some countries part by semicolons, databases by tabs. */
const delimiterOf = (text: string): string => {
  const end = text.indexOf('\n')
  const line = end < 0 ? text : text.slice(0, end)
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: countOf(line, mark, MOST_COLUMNS) }))
  return counts.toSorted((a, b) => b.count - a.count)[0]!.mark
}

const readCsv = (file: Buffer, mostRows: number): readonly RawSheet[] | Refused<ListFileRefusal> => {
  const text = decoded(file)
  if (text === null) return refuse('encoding-unknown')
  const delimiter = delimiterOf(text)
  const most = MOST_COLUMNS * mostRows
  if (countOf(text, delimiter, most) > most) return refuse('list-too-large')
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: mostRows,
    })
    return [{ name: 'CSV', rows }]
  } catch (error) {
    if (error instanceof CsvError) return refuse('csv-broken')
    throw error
  }
}

const OF_WORKBOOKS: Readonly<Record<WorkbookRefusal, ListFileRefusal>> = {
  'not-a-workbook': 'not-a-list',
  'old-or-locked-workbook': 'not-a-list',
  'workbook-too-large': 'list-too-large',
}

export const readListFile = (file: Buffer, mostRows: number): readonly RawSheet[] | Refused<ListFileRefusal> => {
  const mark = file.length >= 4 ? file.readUInt32BE(0) : 0
  if (mark !== ZIP && mark !== OLE2) return file.length === 0 ? refuse('not-a-list') : readCsv(file, mostRows)
  const sheets = readWorkbook(file, mostRows)
  return isRefused(sheets) ? refuse(OF_WORKBOOKS[sheets.refused]) : sheets
}
