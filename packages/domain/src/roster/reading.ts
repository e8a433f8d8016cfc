// Reads the sheets of a workbook by their headers: each cell becomes a value, or a problem that names the cell.
import { type Column, FORMS, type Form, INSTRUCTIONS, SHEET_KEYS, type SheetKey, isExample } from './forms.ts'
import { type Detail, type Problem, type ProblemCode, type Spot, problemAt } from './problem.ts'
import { type RawCell, type RawSheet, cellName, wordOf } from '../sheet/index.ts'

export const MOST_ROWS = 30_000

export type Row = {
  readonly sheet: string
  readonly key: SheetKey
  /** As the spreadsheet counts: the header is row 1. */
  readonly number: number
  /** Values by column; an empty cell has none. */
  readonly values: ReadonlyMap<string, string>
  readonly problems: Problem[]
  readonly spotOf: (column: string) => Spot
}
export type Reading = {
  readonly rows: Readonly<Record<SheetKey, readonly Row[]>>
  /** Those of whole sheets and of headers. */
  readonly problems: readonly Problem[]
}

const LONGEST_QUOTE = 30
const quote = (text: string): string => {
  const letters = Array.from(text)
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : text
}

export const complain = (row: Row, column: string, code: ProblemCode, detail: Detail = {}): void => {
  row.problems.push(problemAt(row.spotOf(column), code, detail))
}

const names = ({ zh, en }: { readonly zh: string; readonly en: string }) => [zh, en, zh + en].map(wordOf)

const formOf = (name: string): Form | undefined =>
  SHEET_KEYS.map((key) => FORMS[key]).find((form) => names(form).includes(wordOf(name)))

const shownIn = (cell: RawCell): string => (typeof cell === 'object' ? (cell?.shown ?? '') : cell)

type Layout = { readonly columns: ReadonlyMap<number, Column>; readonly problems: readonly Problem[] }

const layoutOf = (form: Form, { name, rows }: RawSheet): Layout => {
  const columns = new Map<number, Column>()
  const problems: Problem[] = []
  for (const [index, cell] of (rows[0] ?? []).entries()) {
    const spot = { sheet: name, cell: cellName(index, 1) }
    const value = shownIn(cell).trim()
    const column = form.columns.find((column) => names(column).includes(wordOf(value)))
    if (cell !== null && typeof cell === 'object')
      problems.push(problemAt(spot, cell.not, { value: quote(cell.shown) }))
    else if (value === '') continue
    else if (!column) problems.push(problemAt(spot, 'unknown-column', { value: quote(value) }))
    else if ([...columns.values()].includes(column)) problems.push(problemAt(spot, 'column-twice', { value }))
    else columns.set(index, column)
  }
  const missing = form.columns.filter((column) => column.needed && ![...columns.values()].includes(column))
  for (const { zh, en } of missing)
    problems.push(problemAt({ sheet: name, cell: 'A1' }, 'missing-column', { column: `${zh} ${en}` }))
  return { columns, problems }
}

const CONTROL = /[\p{Cc}\p{Cs}]/u

type Read = { readonly value: string } | { readonly code: ProblemCode; readonly detail: Detail } | null

const readCell = (column: Column, cell: RawCell | undefined): Read => {
  if (typeof cell === 'object' && cell !== null) return { code: cell.not, detail: { value: quote(cell.shown) } }
  const text = (cell ?? '').trim()
  if (text === '') return column.needed ? { code: 'required', detail: { column: `${column.zh} ${column.en}` } } : null
  if (CONTROL.test(text)) return { code: 'unprintable', detail: {} }
  const { length } = Array.from(text)
  const value = column.read(text)
  if (typeof value !== 'string') return { code: value.wrong, detail: { value: quote(text) } }
  return length > column.longest ? { code: 'too-long', detail: { limit: column.longest, length } } : { value }
}

const readRow = (form: Form, layout: Layout, sheet: string, { cells, number }: Line): Row => {
  const values = new Map<string, string>()
  const problems: Problem[] = []
  const spots = new Map([...layout.columns].map(([index, { key }]) => [key, cellName(index, number)]))
  const spotOf = (column: string) => ({ sheet, cell: spots.get(column) ?? `A${number}` })
  for (const [index, column] of layout.columns) {
    const read = readCell(column, cells[index])
    if (read && 'value' in read) values.set(column.key, read.value)
    else if (read) problems.push(problemAt(spotOf(column.key), read.code, read.detail))
  }
  return { sheet, key: form.key, number, values, problems, spotOf }
}

type Line = { readonly cells: readonly RawCell[]; readonly number: number }

const isBlank = (cells: readonly RawCell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))

const readSheet = (form: Form, sheet: RawSheet) => {
  const { name, rows } = sheet
  const whole = { sheet: name, cell: 'A1' }
  if (rows.every(isBlank)) return { rows: [], problems: [problemAt(whole, 'empty-sheet')] }
  if (rows.length > MOST_ROWS) return { rows: [], problems: [problemAt(whole, 'too-many-rows', { limit: MOST_ROWS })] }
  const layout = layoutOf(form, sheet)
  const lines = rows
    .map((cells, index): Line => ({ cells, number: index + 1 }))
    .slice(1)
    .filter(({ cells }) => !isBlank(cells) && !isExample(shownIn(cells.find((cell) => cell !== null) ?? null).trim()))
  // With half of its columns unknown a sheet would complain about every row: its header first.
  const read = layout.problems.length > 0 ? [] : lines.map((line) => readRow(form, layout, name, line))
  return { rows: read, problems: layout.problems }
}

export const readSheets = (sheets: readonly RawSheet[]): Reading => {
  const rows: Record<SheetKey, readonly Row[]> = {
    nodes: [],
    units: [],
    owners: [],
    staff: [],
    parties: [],
    points: [],
  }
  const problems: Problem[] = []
  const seen = new Set<SheetKey>()
  for (const sheet of sheets) {
    if (names(INSTRUCTIONS).includes(wordOf(sheet.name))) continue
    const form = formOf(sheet.name)
    const whole = { sheet: quote(sheet.name), cell: 'A1' }
    if (!form || seen.has(form.key)) {
      problems.push(problemAt(whole, form ? 'sheet-twice' : 'unknown-sheet'))
      continue
    }
    seen.add(form.key)
    const read = readSheet(form, sheet)
    rows[form.key] = read.rows
    problems.push(...read.problems)
  }
  if (problems.length === 0 && Object.values(rows).every((list) => list.length === 0))
    problems.push(problemAt({ sheet: sheets[0]?.name ?? '', cell: 'A1' }, 'nothing-to-import'))
  return { rows, problems }
}
