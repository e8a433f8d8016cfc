import { deflateRawSync } from 'node:zlib'
import { isRefused } from '@yishi/domain/kernel'
import { NO_ROWS, SHEET_KEYS, FORMS, compareRoster } from '@yishi/domain/roster'
import type { RawSheet } from '@yishi/domain/sheet'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { largeRoster } from './testing/large-roster.ts'
import { rosterTemplate, workbookOf } from './template.ts'
import { readWorkbook } from '../../kernel/workbook/workbook.ts'

const reading = (file: Buffer) => readWorkbook(file, 1_000)

const read = (file: Buffer): readonly RawSheet[] => {
  const sheets = reading(file)
  if (isRefused(sheets)) throw new Error(sheets.refused)
  return sheets
}

/** A zip archive of these parts, with sizes in its directory that may lie. */
const zip = (parts: Readonly<Record<string, string | Buffer>>): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(10, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    bodies.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const RELATIONS =
  '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const BOOK = '<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'
const book = (sheet: string, more: Readonly<Record<string, string | Buffer>> = {}) =>
  zip({ 'xl/workbook.xml': BOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/worksheets/sheet1.xml': sheet, ...more })
const rowsOf = (sheet: string, more?: Readonly<Record<string, string>>) => read(book(sheet, more))[0]!.rows

test('what one library writes and another reads, this reads the same', async () => {
  const file = await workbookOf(largeRoster(60))
  const others = await readExcelFile(file)
  const ended = (row: readonly unknown[]) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
  expect(read(file)).toEqual(others.map(({ sheet, data }) => ({ name: sheet, rows: data.map(ended) })))
})

test('the template has every sheet and imports as nothing', async () => {
  const sheets = read(await rosterTemplate())
  expect(sheets.map(({ name }) => name)).toEqual([
    '填写说明 Instructions',
    ...SHEET_KEYS.map((key) => `${FORMS[key].zh} ${FORMS[key].en}`),
  ])
  const { problems, rows } = compareRoster(sheets, NO_ROWS, (prefix) => `${prefix}_1`)
  expect(rows).toEqual([])
  expect(problems.map(({ code }) => code)).toEqual(['nothing-to-import'])
})

test('the examples of the template would be accepted as rows', async () => {
  const [, ...sheets] = read(await rosterTemplate())
  const tree = [
    ['A', '苑', '小区', null],
    ['A-12', '楼', '楼', 'A'],
    ['A-G1', '格', '网格', 'A'],
  ]
  const real = sheets.map(({ name, rows: [header, example] }, at) => {
    const own = [(example![0] as string).replace('例：', ''), ...example!.slice(1)]
    const extra =
      at === 0 ? tree : FORMS.parties.zh === name.split(' ')[0] ? [['第一居委会', '居委会', null, null]] : []
    return { name, rows: [header!, ...extra, own] }
  })
  const { rows, problems } = compareRoster(real, NO_ROWS, (prefix) => `${prefix}_${Math.random()}`)
  expect([...problems, ...rows.flatMap((row) => row.problems)].map(({ words }) => words.en)).toEqual([])
})

test('formulas, dates and merged cells are told apart from text', async () => {
  const file = await writeExcelFile([
    {
      sheet: 'x',
      data: [
        ['a', { value: '=1+1', type: 'Formula' }, { value: new Date('2026-01-02'), type: Date, format: 'm"月"d"日"' }],
        [{ value: '合', columnSpan: 2, rowSpan: 2 }, null, 'c'],
        [null, null, 12.5],
      ],
    },
  ]).toBuffer()
  expect(read(file)[0]!.rows).toEqual([
    ['a', { not: 'formula', shown: '' }, { not: 'date', shown: '2026-01-02' }],
    [{ not: 'merged', shown: 'A2:B3' }, { not: 'merged', shown: 'A2:B3' }, 'c'],
    [{ not: 'merged', shown: 'A2:B3' }, { not: 'merged', shown: 'A2:B3' }, '12.5'],
  ])
})

test('a cell with a day and a time shows both, to the second', async () => {
  const at = (value: Date, format: string) => ({ value, type: Date, format })
  const file = await writeExcelFile([
    {
      sheet: 'x',
      data: [
        [at(new Date('2026-01-05T09:03:22Z'), 'yyyy/m/d h:mm:ss'), at(new Date('2026-01-05T23:59:59Z'), 'yyyy-mm-dd')],
      ],
    },
  ]).toBuffer()
  expect(read(file)[0]!.rows).toEqual([
    [
      { not: 'date', shown: '2026-01-05 09:03:22' },
      { not: 'date', shown: '2026-01-05 23:59:59' },
    ],
  ])
})

test('shared formulas, error values and cached text of a formula are no text either', () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><f t="shared" si="0"/><v>5</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>5x</v></c>
    <c r="C1" t="e"><v>#REF!</v></c></row></sheetData></worksheet>`
  expect(rowsOf(sheet)).toEqual([
    [
      { not: 'formula', shown: '5' },
      { not: 'formula', shown: '5x' },
      { not: 'error', shown: '#REF!' },
    ],
  ])
})

test('numbers are written out as people see them', () => {
  const cells = ['89.599999999999994', '1.3800138E10', '0.10000000000000001', '101', '1E-2'].map(
    (v) => `<c><v>${v}</v></c>`,
  )
  expect(rowsOf(`<worksheet><sheetData><row>${cells.join('')}</row></sheetData></worksheet>`)).toEqual([
    ['89.6', '13800138000', '0.1', '101', '0.01'],
  ])
})

test('prefixes, rich text, entities, phonetic aids and gaps are read', () => {
  const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="C2" t="s"><x:v>0</x:v></x:c>
    <x:c r="D2" t="inlineStr"><x:is><x:t>&lt;&#x20BB7;&amp;</x:t></x:is></x:c><x:c r="E2" s="1"/></x:row></x:sheetData></x:worksheet>`
  const strings =
    '<sst><si><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si></sst>'
  expect(rowsOf(sheet, { 'xl/sharedStrings.xml': strings })).toEqual([[], [null, null, '张 三', '<𠮷&']])
})

test('a cell in the last corner of the sheet costs nothing', () => {
  expect(
    rowsOf('<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'),
  ).toEqual([])
  const merged =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
  expect(rowsOf(merged)).toHaveLength(1)
})

test('what is no workbook is refused by name', async () => {
  const whole = await workbookOf(largeRoster(10))
  expect(reading(Buffer.from('name,phone\n张三,1'))).toEqual({ refused: 'not-a-workbook' })
  expect(reading(Buffer.alloc(0))).toEqual({ refused: 'not-a-workbook' })
  expect(reading(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ refused: 'old-or-locked-workbook' })
  expect(reading(zip({ 'a.txt': 'x' }))).toEqual({ refused: 'not-a-workbook' })
  expect(reading(book('<worksheet><sheetData><row><c><v>1'))).toEqual({ refused: 'not-a-workbook' })
  expect(reading(whole.subarray(0, whole.length - 40))).toEqual({ refused: 'not-a-workbook' })
  for (let at = 0; at < whole.length; at += 97) {
    const damaged = Buffer.from(whole)
    damaged[at] = damaged[at]! ^ 0xff
    expect(() => reading(damaged)).not.toThrow()
  }
})

test('a bomb is defused early, whatever its directory says', () => {
  const bomb = book('<worksheet/>', { 'xl/sharedStrings.xml': Buffer.alloc(200 * 1024 * 1024) })
  const began = performance.now()
  expect(reading(bomb)).toEqual({ refused: 'workbook-too-large' })
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('hostile markup takes no more than linear time', () => {
  const began = performance.now()
  for (const tag of ['<c ', '<c>', '<row ', '<c r="', '<f>', '<mergeCell ref="']) reading(book(tag.repeat(1_000_000)))
  expect(performance.now() - began).toBeLessThan(20_000)
})
