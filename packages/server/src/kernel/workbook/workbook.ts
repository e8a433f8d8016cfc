// Reads an .xlsx file as sheets of cells (ECMA-376, part 1, section 18), telling text from formulas, merged cells, dates and errors.
import { type Refused, refuse } from '@yishi/domain/kernel'
import type { RawCell, RawSheet } from '@yishi/domain/sheet'
import { type Archive, ArchiveRefused, type ArchiveRefusal, openArchive } from './archive.ts'
import { type NumberStyles, readStyles, shownDate } from './number-styles.ts'
import { attribute, elements, plainText } from './xml.ts'

export type WorkbookRefusal = ArchiveRefusal | 'old-or-locked-workbook'

const MOST_UNPACKED = 96 * 1024 * 1024
const MOST_SHEETS = 40
const MOST_COLUMNS = 100
const MOST_MERGED = 100_000

type Book = {
  readonly archive: Archive
  readonly strings: readonly string[]
  readonly styles: NumberStyles
  readonly mostRows: number
}

/** Text runs of a cell or shared string, without the reading aids (`rPh`) that spreadsheets keep for East Asian names. */
const runs = (xml: string): string => {
  let text = ''
  for (const { name, inside } of elements(xml, ['t', 'rPh'])) if (name === 't') text += plainText(inside)
  return text.replaceAll(/_x([0-9a-f]{4})_/giu, (_, hex) => String.fromCodePoint(Number.parseInt(String(hex), 16)))
}

/** Spreadsheets keep 15 digits; the sixteenth is the error of binary fractions. */
const numberText = (text: string): string => {
  const number = Number(text)
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(Number(number.toPrecision(15))) : text
}

const readCell = ({ strings, styles }: Book, tag: string, inside: string): RawCell => {
  const parts = [...elements(inside, ['f', 'v'])]
  const value = parts.find(({ name }) => name === 'v')
  const text = value ? plainText(value.inside) : null
  if (parts.some(({ name }) => name === 'f')) return { not: 'formula', shown: text ?? '' }
  const type = attribute(tag, 't') ?? 'n'
  if (type === 'inlineStr') return runs(inside) || null
  if (text === null || text === '') return null
  if (type === 's') return strings[Number(text)] ?? null
  if (type === 'e') return { not: 'error', shown: text }
  if (type === 'd') return { not: 'date', shown: text }
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'str') return text
  return styles.isDate(attribute(tag, 's')) ? { not: 'date', shown: shownDate(text) } : numberText(text)
}

type Spot = { readonly row: number; readonly column: number }

/** `B7` is row 6, column 1; both count from nothing. */
const spotOf = (reference: string): Spot | null => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? []
  if (!letters || !digits) return null
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

const readRows = (book: Book, xml: string): RawCell[][] => {
  const rows: RawCell[][] = []
  let spot: Spot = { row: -1, column: -1 }
  for (const { name, tag, inside } of elements(xml, ['c'], ['row'])) {
    const named = attribute(tag, 'r')
    if (name === 'row') {
      spot = { row: named ? Number(named) - 1 : spot.row + 1, column: -1 }
      continue
    }
    spot = (named && spotOf(named)) || { row: spot.row, column: spot.column + 1 }
    if (spot.row < 0 || spot.row >= book.mostRows || spot.column >= MOST_COLUMNS || inside === '') continue
    const cell = readCell(book, tag, inside)
    if (cell === null) continue
    rows[spot.row] ??= []
    rows[spot.row]![spot.column] = cell
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null))
}

const markMerged = (xml: string, rows: RawCell[][]): void => {
  let left = MOST_MERGED
  for (const { tag } of elements(xml, ['mergeCell'])) {
    const reference = attribute(tag, 'ref') ?? ''
    const [first, last] = reference.split(':').map(spotOf)
    if (!first || !last) continue
    for (let row = first.row; row <= Math.min(last.row, rows.length - 1); row += 1)
      for (let column = first.column; column <= Math.min(last.column, MOST_COLUMNS) && left > 0; column += 1) {
        const cells = rows[row]!
        while (cells.length < column) cells.push(null)
        cells[column] = { not: 'merged', shown: reference }
        left -= 1
      }
  }
}

const targets = (relations: string | null, from: string): ReadonlyMap<string, string> =>
  new Map(
    [...elements(relations ?? '', ['Relationship'])].map(({ tag }) => {
      const target = attribute(tag, 'Target') ?? ''
      return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `${from}${target}`]
    }),
  )

const mainPart = (archive: Archive): string => {
  const relations = elements(archive.text('_rels/.rels') ?? '', ['Relationship'])
  const main = [...relations].find(({ tag }) => attribute(tag, 'Type')?.endsWith('/officeDocument'))
  return (main && attribute(main.tag, 'Target')?.replace(/^\//u, '')) ?? 'xl/workbook.xml'
}

const readBook = (file: Buffer, mostRows: number): readonly RawSheet[] => {
  const archive = openArchive(file, MOST_UNPACKED)
  const main = mainPart(archive)
  const [, folder = '', base = ''] = /^(.*\/)?([^/]+)$/u.exec(main) ?? []
  const workbook = archive.text(main)
  if (workbook === null) throw new ArchiveRefused('not-a-workbook')
  const parts = targets(archive.text(`${folder}_rels/${base}.rels`), folder)
  const strings = [...elements(archive.text(`${folder}sharedStrings.xml`) ?? '', ['si'])].map(({ inside }) =>
    runs(inside),
  )
  const styles = readStyles(archive.text(`${folder}styles.xml`) ?? '')
  const book: Book = { archive, strings, styles, mostRows }
  return [...elements(workbook, ['sheet'])].slice(0, MOST_SHEETS).flatMap(({ tag }) => {
    const xml = archive.text(parts.get(attribute(tag, 'id') ?? '') ?? '')
    if (xml === null) return []
    const rows = readRows(book, xml)
    markMerged(xml, rows)
    return [{ name: attribute(tag, 'name') ?? '', rows }]
  })
}

const OLE2 = 0xd0_cf_11_e0

/** Reads at most so many rows of a sheet: one that wants to say that there are too many asks for a few more than it takes. */
export const readWorkbook = (file: Buffer, mostRows: number): readonly RawSheet[] | Refused<WorkbookRefusal> => {
  if (file.length >= 4 && file.readUInt32BE(0) === OLE2) return refuse('old-or-locked-workbook')
  try {
    const sheets = readBook(file, mostRows)
    return sheets.length > 0 ? sheets : refuse('not-a-workbook')
  } catch (error) {
    if (error instanceof ArchiveRefused) return refuse(error.refusal)
    throw error
  }
}
