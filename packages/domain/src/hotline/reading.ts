// Reads a 12345 list by its mapping: each row becomes what it says of a ticket, or problems that name the cell.
import { type RawCell, type RawSheet, cellName } from '../sheet/index.ts'
import { HEADERS, INCOMING, type IncomingField, type Mapping, NEEDED } from './fields.ts'
import { type Layout, isBlank, layoutOf, shownIn } from './layout.ts'
import { type TicketProblem, problemAt } from './problem.ts'
import { readLimit, readMoment } from './values.ts'

export const MOST_ROWS = 20_000

/** What a row says, field by field, as text; moments in one spelling, so that two lists can be compared. */
export type Said = { readonly [Field in IncomingField]?: string }

export type ReadRow = {
  /** As the spreadsheet counts: its first row is 1. */
  readonly row: number
  /** Every cell as it is shown, for the answer in the same shape. */
  readonly cells: readonly string[]
  readonly said: Said
  readonly problems: readonly TicketProblem[]
}
export type ReadList = {
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly rows: readonly ReadRow[]
  /** Those of the whole list. */
  readonly problems: readonly TicketProblem[]
}

const LONGEST: Readonly<Record<IncomingField, number>> = {
  number: 64,
  calledAt: 40,
  caller: 40,
  phone: 60,
  title: 200,
  text: 4000,
  topic: 120,
  kind: 120,
  place: 200,
  due: 40,
}
/** A field in which a spreadsheet's date is welcome. */
const MOMENTS: ReadonlySet<IncomingField> = new Set(['calledAt', 'due'])
const LONGEST_QUOTE = 30
// Words may run over several lines; no other control character belongs in them.
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u

type Value = { readonly value: string } | { readonly problem: TicketProblem } | null

const checked = (field: IncomingField, text: string, cell: string): Value => {
  const value = Array.from(text.slice(0, 2 * LONGEST_QUOTE))
    .slice(0, LONGEST_QUOTE)
    .join('')
  const { length } = text
  if (length > LONGEST[field]) return { problem: problemAt(cell, 'too-long', { limit: LONGEST[field], length }) }
  if (UNPRINTABLE.test(text)) return { problem: problemAt(cell, 'unprintable') }
  if (field === 'calledAt') {
    const at = readMoment(text)
    return at ? { value: at } : { problem: problemAt(cell, 'not-a-moment', { value }) }
  }
  if (field === 'due' && !readLimit(text)) return { problem: problemAt(cell, 'not-a-limit', { value }) }
  return { value: text }
}

const readCell = (field: IncomingField, raw: RawCell | undefined, cell: string): Value => {
  const { not, shown } = typeof raw === 'object' && raw !== null ? raw : { not: null, shown: '' }
  if (not && !(not === 'date' && MOMENTS.has(field))) return { problem: problemAt(cell, not, { value: shown }) }
  const text = shownIn(raw).replaceAll('\r\n', '\n')
  const needed = (NEEDED as readonly IncomingField[]).includes(field)
  if (text === '') return needed ? { problem: problemAt(cell, 'required', { field: HEADERS[field][0] }) } : null
  return checked(field, text, cell)
}

const readRow = ({ headers, columns }: Layout, cells: readonly RawCell[], row: number): ReadRow => {
  const said: Partial<Record<IncomingField, string>> = {}
  const problems: TicketProblem[] = []
  for (const field of INCOMING) {
    const column = columns.get(field)
    if (column === undefined) continue
    const read = readCell(field, cells[column], cellName(column, row))
    if (read && 'value' in read) said[field] = read.value
    else if (read) problems.push(read.problem)
  }
  return { row, cells: headers.map((_, index) => shownIn(cells[index])), said, problems }
}

/** The same ticket may stand in a list once. */
const withoutTwins = (rows: readonly ReadRow[], column: number): readonly ReadRow[] => {
  const first = new Map<string, number>()
  return rows.map((read) => {
    const { number } = read.said
    const before = number === undefined ? undefined : first.get(number)
    if (number !== undefined && before === undefined) first.set(number, read.row)
    if (before === undefined) return read
    const problem = problemAt(cellName(column, read.row), 'number-twice', { first: before })
    return { ...read, problems: [...read.problems, problem] }
  })
}

const NOTHING = { headers: [], mapping: {}, rows: [] }

/** `sheets` of one file: the first that holds anything is the list. */
export const readList = (sheets: readonly RawSheet[], chosen: Mapping | null, kept: Mapping): ReadList => {
  const sheet = sheets.find(({ rows }) => rows.some((cells) => !isBlank(cells)))
  const layout = sheet && layoutOf(sheet, chosen, kept)
  if (!sheet || !layout) return { ...NOTHING, problems: [problemAt('A1', 'no-rows')] }
  const { top, headers, mapping, columns } = layout
  const lines = sheet.rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(top + 1)
    .filter(({ cells }) => !isBlank(cells))
  const list = { headers, mapping }
  if (lines.length > MOST_ROWS)
    return { ...list, rows: [], problems: [problemAt('A1', 'too-many-rows', { limit: MOST_ROWS })] }
  // Without its columns a list would complain about every row: the mapping first.
  if (layout.problems.length > 0) return { ...list, rows: [], problems: layout.problems }
  const rows = lines.map(({ cells, row }) => readRow(layout, cells, row))
  return {
    ...list,
    rows: withoutTwins(rows, columns.get('number')!),
    problems: rows.length > 0 ? [] : [problemAt('A1', 'no-rows')],
  }
}
