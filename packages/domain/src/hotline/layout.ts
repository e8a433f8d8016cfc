// Where a list begins, and which of its columns says what.
import { type RawCell, type RawSheet, cellName } from '../sheet/index.ts'
import { CARRIED, HEADERS, type HotlineField, type Mapping, NEEDED, fieldOf, saysIn, suggestMapping } from './fields.ts'
import { type TicketProblem, problemAt } from './problem.ts'

/** A title and a remark or two may stand above the header. */
const HEADER_WITHIN = 10

export type Layout = {
  /** Of the header, counting from nothing. */
  readonly top: number
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly columns: ReadonlyMap<HotlineField, number>
  readonly problems: readonly TicketProblem[]
}

export const shownIn = (cell: RawCell | undefined): string =>
  (typeof cell === 'object' ? (cell?.shown ?? '') : (cell ?? '')).trim()

export const isBlank = (cells: readonly RawCell[]): boolean => cells.every((cell) => shownIn(cell) === '')

const titlesOf = (cells: readonly RawCell[]) => cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''))

/** The row among the first in which the most words are known. */
const findHeader = ({ rows }: RawSheet, kept: Mapping): number => {
  const known = (cells: readonly RawCell[]) =>
    titlesOf(cells).filter((title) => saysIn(kept, title) ?? fieldOf(title)).length
  const counts = rows.slice(0, HEADER_WITHIN).map(known)
  const most = Math.max(0, ...counts)
  return most > 0 ? counts.indexOf(most) : rows.findIndex((cells) => !isBlank(cells))
}

const columnsOf = (headers: readonly string[], mapping: Mapping, top: number) => {
  const columns = new Map<HotlineField, number>()
  const problems: TicketProblem[] = []
  for (const [index, header] of headers.entries()) {
    const field = saysIn(mapping, header)
    if (header === '' || !field || field === CARRIED) continue
    const cell = cellName(index, top + 1)
    const first = columns.get(field)
    if (headers.indexOf(header) !== index) problems.push(problemAt(cell, 'header-twice', { header }))
    else if (first === undefined) columns.set(field, index)
    else problems.push(problemAt(cell, 'field-twice', { field: HEADERS[field][0], other: headers[first]! }))
  }
  const missing = NEEDED.filter((field) => !columns.has(field))
  for (const field of missing)
    problems.push(problemAt(cellName(0, top + 1), 'field-missing', { field: HEADERS[field][0] }))
  return { columns, problems }
}

/** What a person chose for this list counts, else what was kept from those before. */
export const layoutOf = (sheet: RawSheet, chosen: Mapping | null, kept: Mapping): Layout | null => {
  const top = findHeader(sheet, { ...kept, ...chosen })
  if (top < 0) return null
  const headers = titlesOf(sheet.rows[top]!)
  const mapping = suggestMapping(headers, chosen ?? kept)
  return { top, headers, mapping, ...columnsOf(headers, mapping, top) }
}
