// A `.pb` file as it is written: three sections of cells, nothing read into them yet and nothing lost. Format: pabulib.org/format, RULES R7.20.
import { type Refused, isRefused, refuse } from '../kernel/index.ts'

export type PbRow = { readonly line: number; readonly cells: readonly string[] }
export type PbTable = {
  /** Where the names of the columns stand. */
  readonly line: number
  readonly columns: readonly string[]
  readonly rows: readonly PbRow[]
}
export type PbFile = { readonly meta: PbTable; readonly projects: PbTable; readonly votes: PbTable }

/** Every detail but a missing section names the line, counted from 1. */
export type PbFileRefusal =
  | 'pb-quote-open'
  | 'pb-section-missing'
  | 'pb-section-twice'
  | 'pb-text-before-sections'
  | 'pb-columns-differ'

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
type Section = (typeof SECTIONS)[number]

type Cell = { readonly text: string; readonly end: number }

const skip = (blank: RegExp, text: string, from: number): number => {
  blank.lastIndex = from
  return from + blank.exec(text)![0].length
}

/** From its opening quote to a semicolon or the end of a line; null where it is not closed before one. By steps, because one pattern for all of it would not take a cell of millions of characters. */
const quotedCell = (text: string, from: number): Cell | null => {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  const end = skip(/[^\S\n]*/y, text, close + 1)
  const isEnd = end === text.length || text[end] === ';' || text[end] === '\n'
  return isEnd ? { text: text.slice(from + 1, close).replaceAll('""', '"'), end } : null
}

const plainCell = (text: string, from: number): Cell | null => {
  const end = skip(/[^;\n]*/y, text, from)
  const plain = text.slice(from, end)
  const isOpen = plain.startsWith('"') && !plain.includes('"', 1)
  return isOpen ? null : { text: plain.trim(), end }
}

const lineBreaks = (text: string): number => text.split('\n').length - 1

const cellsOf = (text: string): readonly PbRow[] | Refused<PbFileRefusal> => {
  const rows: PbRow[] = []
  let [line, at, cells] = [1, 0, [] as string[]]
  let begun = line
  while (at <= text.length) {
    at = skip(/[ \t]*/y, text, at)
    const cell = (text[at] === '"' ? quotedCell(text, at) : null) ?? plainCell(text, at)
    if (!cell) return refuse('pb-quote-open', { line })
    cells.push(cell.text)
    line += lineBreaks(text.slice(at, cell.end))
    at = cell.end
    if (text[at] !== ';') {
      rows.push({ line: begun, cells })
      line += 1
      ;[cells, begun] = [[], line]
    }
    at += 1
  }
  return rows
}

const isBlank = ({ cells }: PbRow): boolean => cells.every((cell) => cell === '')

const sectionNamed = ({ cells: [first = '', ...more] }: PbRow): Section | undefined =>
  more.every((cell) => cell === '') ? SECTIONS.find((name) => name === first.toUpperCase()) : undefined

/** Spreadsheets pad short lines with empty cells; and of a key the value may have semicolons of its own. */
const fitted = ({ line, cells }: PbRow, name: Section, columns: number): PbRow => {
  const more = cells.slice(columns)
  if (more.every((cell) => cell === '')) return { line, cells: cells.slice(0, columns) }
  return name === 'META' && columns === 2 ? { line, cells: [cells[0]!, cells.slice(1).join(';')] } : { line, cells }
}

const tableOf = (name: Section, [head, ...own]: readonly PbRow[], from: number): PbTable | Refused<PbFileRefusal> => {
  const columns = head?.cells.map((column) => column.toLowerCase()) ?? []
  const rows = own.map((row) => fitted(row, name, columns.length))
  const uneven = rows.find(({ cells }) => cells.length !== columns.length)
  if (!uneven) return { line: head?.line ?? from, columns, rows }
  return refuse('pb-columns-differ', { line: uneven.line, expected: columns.length, found: uneven.cells.length })
}

type Begun = { readonly name: Section; readonly line: number; readonly rows: PbRow[] }

const sectionsIn = (rows: readonly PbRow[]): readonly Begun[] | Refused<PbFileRefusal> => {
  const begun: Begun[] = []
  for (const row of rows.filter((each) => !isBlank(each))) {
    const name = sectionNamed(row)
    if (name === undefined) {
      const current = begun.at(-1)
      if (!current) return refuse('pb-text-before-sections', { line: row.line })
      current.rows.push(row)
    } else {
      if (begun.some((each) => each.name === name)) return refuse('pb-section-twice', { line: row.line, section: name })
      begun.push({ name, line: row.line, rows: [] })
    }
  }
  return begun
}

/** The cells of all three sections; refused with the line at which reading failed. */
export const readPb = (text: string): PbFile | Refused<PbFileRefusal> => {
  const rows = cellsOf(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  if (isRefused(rows)) return rows
  const begun = sectionsIn(rows)
  if (isRefused(begun)) return begun
  const table = (name: Section): PbTable | Refused<PbFileRefusal> => {
    const found = begun.find((each) => each.name === name)
    return found ? tableOf(name, found.rows, found.line) : refuse('pb-section-missing', { section: name })
  }
  const [meta, projects, votes] = [table('META'), table('PROJECTS'), table('VOTES')]
  if (isRefused(meta)) return meta
  if (isRefused(projects)) return projects
  return isRefused(votes) ? votes : { meta, projects, votes }
}

const cell = (text: string): string => (/[;"\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const lines = (name: Section, { columns, rows }: PbTable): readonly string[] =>
  [[name], columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cell).join(';'))

/** The text of a file; reading it again gives the same cells. */
export const writePb = ({ meta, projects, votes }: PbFile): string =>
  `${[...lines('META', meta), ...lines('PROJECTS', projects), ...lines('VOTES', votes)].join('\n')}\n`
