// Rows of text as a workbook in which no cell can become a formula.
import { harmless } from '@yishi/domain/sheet'
import writeWorkbook, { type Sheet } from 'write-excel-file/node'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ABOVE = { type: String, textColor: '#8a2020' } as const
const HEADER = { type: String, fontWeight: 'bold', backgroundColor: '#e6f0ee' } as const
const TEXT = { type: String, format: '@' } as const

type Given = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** The header is the last of these; what stands above it is a remark on the whole sheet. */
  readonly headRows: number
}

const widthOf = (titles: readonly string[]) => titles.map((title) => ({ width: Math.max(12, title.length * 2) }))

export const textWorkbook = ({ name, rows, headRows }: Given): Promise<Buffer> => {
  const styleOf = (row: number) => {
    if (row < headRows - 1) return ABOVE
    return row < headRows ? HEADER : TEXT
  }
  const data = rows.map((cells, row) => cells.map((text) => ({ value: harmless(text), ...styleOf(row) })))
  const sheet = { data, sheet: name, columns: widthOf(rows[headRows - 1] ?? []), stickyRowsCount: headRows }
  return writeWorkbook([sheet as Sheet<never>]).toBuffer()
}
