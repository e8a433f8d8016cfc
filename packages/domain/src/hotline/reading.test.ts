import { describe, expect, test } from 'vitest'
import type { RawCell } from '../sheet/index.ts'
import { type Mapping, readList } from './index.ts'
import { suggestMapping } from './fields.ts'
import { deadlineOf, readLimit, readMoment } from './values.ts'

const HEAD = ['工单编号', '来电时间', '诉求内容', '备注']
const read = (rows: readonly (readonly RawCell[])[], chosen: Mapping | null = null, kept: Mapping = {}) =>
  readList([{ name: '表', rows }], chosen, kept)
const codesIn = (rows: readonly (readonly RawCell[])[], chosen: Mapping | null = null) => {
  const list = read(rows, chosen)
  return [...list.problems, ...list.rows.flatMap(({ problems }) => problems)].map(({ cell, code }) => `${cell} ${code}`)
}

describe('the columns', () => {
  test('are known by their names, the first of each kind', () => {
    expect(suggestMapping(['工单 编号', '联系电话', '电话', '事发地', '是否满意', '备注'])).toEqual({
      '工单 编号': 'number',
      联系电话: 'phone',
      事发地: 'place',
      是否满意: 'satisfied',
      电话: 'carried',
      备注: 'carried',
    })
  })

  test('begin below a title, and what stands in no known column is carried along', () => {
    const { headers, rows } = read([['十一月工单汇总'], HEAD, ['A1', null, '灯不亮', 'x']])
    expect(headers).toEqual(HEAD)
    expect(rows).toMatchObject([{ row: 3, cells: ['A1', '', '灯不亮', 'x'], said: { number: 'A1', text: '灯不亮' } }])
  })

  test('keep the meaning that a person gave them for the last list', () => {
    const kept: Mapping = { 流水: 'number', 说了什么: 'text' }
    expect(
      codesIn([
        ['流水', '说了什么'],
        ['1', '灯不亮'],
      ]),
    ).toEqual(['A1 field-missing', 'A1 field-missing'])
    expect(
      read(
        [
          ['流水', '说了什么'],
          ['1', '灯不亮'],
        ],
        null,
        kept,
      ).rows,
    ).toMatchObject([{ said: { number: '1' } }])
    const other: Mapping = { ...kept, 联系人: 'carried' }
    expect(
      read(
        [
          ['流水', '说了什么', '联系人'],
          ['1', '灯不亮', '甲'],
        ],
        null,
        other,
      ).rows,
    ).toMatchObject([{ said: { number: '1', text: '灯不亮' } }])
    expect(
      read(
        [
          ['流水', '说了什么', '联系人'],
          ['1', '灯不亮', '甲'],
        ],
        null,
        other,
      ).rows[0]?.said.caller,
    ).toBeUndefined()
  })

  test('may not be missing, stand for one thing twice, or be called the same', () => {
    expect(
      codesIn([
        ['工单编号', '备注'],
        ['1', 'x'],
      ]),
    ).toEqual(['A1 field-missing'])
    const chosen: Mapping = { 诉求内容: 'text', 备注: 'text' }
    expect(codesIn([HEAD, ['1', null, 'x', 'y']], chosen)).toEqual(['D1 field-twice'])
    expect(
      codesIn([
        ['工单编号', '诉求内容', '诉求内容'],
        ['1', 'x', 'y'],
      ]),
    ).toEqual(['C1 header-twice'])
  })

  test('of no list at all are told so, and an inherited name is no field', () => {
    expect(codesIn([])).toEqual(['A1 no-rows'])
    expect(codesIn([HEAD])).toEqual(['A1 no-rows'])
    expect(
      codesIn([
        ['constructor', '工单编号', '诉求内容'],
        ['x', '1', '灯'],
      ]),
    ).toEqual([])
  })
})

describe('a row', () => {
  test.each<[string, readonly RawCell[], string]>([
    ['without words', ['1', null, '  '], 'C2 required'],
    ['without a number', [null, null, '灯不亮'], 'A2 required'],
    ['with a formula', ['1', null, { not: 'formula', shown: '5' }], 'C2 formula'],
    ['with merged cells', [{ not: 'merged', shown: 'A2:A3' }, null, '灯不亮'], 'A2 merged'],
    ['whose number became a date', [{ not: 'date', shown: '2026-01-02' }, null, '灯不亮'], 'A2 date'],
    ['with an error', ['1', { not: 'error', shown: '#REF!' }, '灯不亮'], 'B2 error'],
    ['called in at no moment', ['1', '上周三', '灯不亮'], 'B2 not-a-moment'],
    ['on the thirtieth of February', ['1', '2026-02-30 09:00', '灯不亮'], 'B2 not-a-moment'],
    ['of ten megabytes', ['1', null, '灯'.repeat(3_500_000)], 'C2 too-long'],
    ['with a bell in it', ['1', null, '灯\u0007'], 'C2 unprintable'],
  ])('%s names the cell and the reason', (_, cells, code) => {
    expect(codesIn([HEAD, cells])).toEqual([code])
  })

  test('may hold several lines, and a formula where nobody looks', () => {
    expect(codesIn([HEAD, ['1', null, '灯\r\n不亮', { not: 'formula', shown: '2' }]])).toEqual([])
  })

  test('repeats no number of a row above', () => {
    expect(codesIn([HEAD, ['1', null, 'x'], ['2', null, 'y'], ['1', null, 'z']])).toEqual(['A4 number-twice'])
  })

  test('is one of twenty thousand at most', () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => [String(index), null, 'x'])
    expect(codesIn([HEAD, ...rows.slice(1)])).toEqual([])
    const { problems, rows: none } = read([HEAD, ...rows])
    expect(problems.map(({ words }) => words.zh)).toEqual(['A1：超过 20000 行，请分成几个文件。'])
    expect(none).toEqual([])
  })
})

test.each([
  ['2026/1/5 9:03', '2026-01-05T01:03:00.000Z'],
  ['2026-01-05 09:03:22', '2026-01-05T01:03:22.000Z'],
  ['2026.01.05', '2026-01-04T16:00:00.000Z'],
  ['2026年1月5日9时03分', '2026-01-05T01:03:00.000Z'],
  ['２０２６-０１-０５ ０９:０３', '2026-01-05T01:03:00.000Z'],
  ['2026-01-05T09:03:22.000', '2026-01-05T01:03:22.000Z'],
  ['46027.377337962964', '2026-01-05T01:03:22.000Z'],
  ['46027', '2026-01-04T16:00:00.000Z'],
  ['1/5/2026', null],
  ['2026-13-05', null],
  ['2026-01-05 24:00', null],
  ['20260105', null],
])('%s is the moment %s', (text, at) => {
  expect(readMoment(text)).toBe(at)
})

test.each([
  ['2026-01-12', { due: '2026-01-12T16:00:00.000Z' }],
  ['2026-01-12 17:30', { due: '2026-01-12T09:30:00.000Z' }],
  ['5个工作日', { limit: 'P5WD' }],
  ['3 工作日内', { limit: 'P3WD' }],
  ['15', { limit: 'P15WD' }],
  ['7天', { limit: 'P7D' }],
  ['24小时', { limit: 'PT24H' }],
  ['尽快', null],
])('%s is the limit %j', (text, limit) => {
  expect(readLimit(text)).toEqual(limit)
})

test.each([
  [{}, '2026-03-09T16:00:00.000Z', 'P5WD'],
  [{ kind: '咨询' }, '2026-03-03T16:00:00.000Z', 'P1WD'],
  [{ kind: '投诉' }, '2026-03-09T16:00:00.000Z', 'P5WD'],
  [{ kind: '督办件', topic: '投诉' }, '2026-03-05T16:00:00.000Z', 'P3WD'],
  [{ kind: '疑难投诉' }, '2026-03-23T16:00:00.000Z', 'P15WD'],
  [{ kind: '咨询', due: '3个工作日' }, '2026-03-05T16:00:00.000Z', 'P3WD'],
  [{ due: '2026-03-04 12:00' }, '2026-03-04T04:00:00.000Z', null],
])('a ticket of %j called in on Monday 2 March is due %s', (told, due, limit) => {
  expect(deadlineOf(told, '2026-03-02T01:00:00.000Z')).toMatchObject({ due, limit })
})
