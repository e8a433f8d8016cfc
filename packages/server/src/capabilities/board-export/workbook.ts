// Rows of text as a workbook in which no cell can become a formula.
import { harmless } from '@yishi/domain/board-export'
import writeWorkbook, { type Sheet } from 'write-excel-file/node'

const ABOVE = { type: String, textColor: '#8a2020' } as const
const HEADER = { type: String, fontWeight: 'bold', backgroundColor: '#e6f0ee' } as const
const TEXT = { type: String, format: '@' } as const
/** The watermark, the number of rows, the header. */
const HEAD_ROWS = 3

const styleOf = (row: number) => {
  if (row < HEAD_ROWS - 1) return ABOVE
  return row < HEAD_ROWS ? HEADER : TEXT
}

const widthOf = (titles: readonly string[]) => titles.map((title) => ({ width: Math.max(12, title.length * 2) }))

export const boardWorkbook = (rows: readonly (readonly string[])[], name: string): Promise<Buffer> => {
  const data = rows.map((cells, row) => cells.map((text) => ({ value: harmless(text), ...styleOf(row) })))
  const sheet = { data, sheet: name, columns: widthOf(rows[HEAD_ROWS - 1] ?? []), stickyRowsCount: HEAD_ROWS }
  return writeWorkbook([sheet as Sheet<never>]).toBuffer()
}
