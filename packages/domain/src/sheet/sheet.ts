// A workbook as data: what each cell says, or why it says nothing that can be relied on.

/** `formula`: its value may be stale; `merged`: one value for several cells; `date`: a text that the spreadsheet took for a date. */
export type NoText = { readonly not: 'formula' | 'merged' | 'date' | 'error'; readonly shown: string }
export type RawCell = string | null | NoText
/** Rows from the sheet's first on, headers included; short rows end early. */
export type RawSheet = { readonly name: string; readonly rows: readonly (readonly RawCell[])[] }

/** `columnName(27)` is `AB`. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`

/** The same word whatever the width, case, spaces and stars it was typed with. */
export const wordOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s*]+/gu, '')
    .toLowerCase()
