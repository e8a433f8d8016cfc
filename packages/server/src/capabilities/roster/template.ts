// The workbook to download: one sheet that explains, then every sheet with its header and one grey example.
import { EXAMPLE, FORMS, type Form, INSTRUCTIONS, SHEET_KEYS, roleWords } from '@yishi/domain/roster'
import type { RawSheet } from '@yishi/domain/sheet'
import writeWorkbook, { type Sheet } from 'write-excel-file/node'

const HEADER = { fontWeight: 'bold', backgroundColor: '#e6f0ee', wrap: true, type: String } as const
const GREY = { textColor: '#8c8c8c', type: String, format: '@' } as const
/** Cells that are text from the start, so that a door `1-2` is not taken for the second of January. */
const EMPTY = { type: String, format: '@' } as const
const EMPTY_ROWS = 300

const titled = ({ zh, en }: { readonly zh: string; readonly en: string }) => `${zh} ${en}`

const sheetOf = (form: Form): Sheet<never> => {
  const { columns } = form
  const header = columns.map((column) => ({ value: titled(column) + (column.needed ? ' *' : ''), ...HEADER }))
  const example = columns.map((column, at) => ({ value: (at === 0 ? EXAMPLE : '') + column.example, ...GREY }))
  const blank = columns.map(() => EMPTY)
  return {
    data: [header, example, ...Array.from({ length: EMPTY_ROWS }, () => blank)],
    sheet: titled(form),
    columns: columns.map(({ zh, longest }) => ({ width: Math.max(14, zh.length * 3, longest / 2) })),
    stickyRowsCount: 1,
  } as Sheet<never>
}

const RULES = [
  ['带 * 的列必须填；其他列可以空着。', 'Columns with * must be filled in; the others may be empty.'],
  ['灰色的示例行不会导入，可以留着。', 'The grey example rows are never imported and may stay.'],
  ['请不要合并单元格，不要用公式。', 'Do not merge cells and do not use formulas.'],
  [
    '导入只增加和修改，从不删除；空着的格子不会抹掉原来的内容。',
    'An import adds and changes, it never deletes; an empty cell erases nothing.',
  ],
  ['只要有一处错误，整个文件都不会写入。', 'If anything is wrong, nothing of the file is written.'],
  ['用不到的表可以删掉。', 'Sheets that are not needed may be deleted.'],
] as const

const instructions = (): Sheet<never> => {
  const title = (zh: string, en: string) => [
    { value: zh, ...HEADER },
    { value: en, ...HEADER },
  ]
  const line = (zh: string, en: string) => [
    { value: zh, type: String, wrap: true },
    { value: en, type: String, wrap: true },
  ]
  const roles = Object.entries(roleWords).filter(([role]) => role !== 'resident')
  const data = [
    title(INSTRUCTIONS.zh, INSTRUCTIONS.en),
    ...RULES.map(([zh, en]) => line(zh, en)),
    title('各张表', 'The sheets'),
    ...SHEET_KEYS.map((key) => FORMS[key]).map(({ zh, en, about }) => line(`${zh}：${about.zh}`, `${en}: ${about.en}`)),
    title('身份', 'Roles'),
    ...roles.map(([role, words]) => line(words.join('、'), role)),
  ]
  return { data, sheet: titled(INSTRUCTIONS), columns: [{ width: 60 }, { width: 60 }] } as Sheet<never>
}

export const rosterTemplate = (): Promise<Buffer> =>
  writeWorkbook([instructions(), ...SHEET_KEYS.map((key) => sheetOf(FORMS[key]))]).toBuffer()

/** Any sheets as a workbook, for exports and tests. */
export const workbookOf = (sheets: readonly RawSheet[]): Promise<Buffer> =>
  writeWorkbook(
    sheets.map(({ name, rows }) => {
      const data = rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? { value: cell, type: String } : null)),
      )
      return { data, sheet: name } as Sheet<never>
    }),
  ).toBuffer()
