import { expect, test } from 'vitest'
import type { Ids } from '../kernel/index.ts'
import type { RawCell, RawSheet } from '../sheet/index.ts'
import { FORMS, NO_ROWS, PROBLEM_CODES, type Problem, type RosterRows, type SheetKey, compareRoster } from './index.ts'

let last = 0
const ids: Ids = (prefix) => `${prefix}_${(last += 1)}`

const headers = (key: SheetKey) => FORMS[key].columns.map(({ zh, en }) => `${zh} ${en}`)
const sheet = (key: SheetKey, ...rows: RawCell[][]): RawSheet => ({
  name: `${FORMS[key].zh} ${FORMS[key].en}`,
  rows: [headers(key), ...rows],
})
const compare = (sheets: readonly RawSheet[], current: RosterRows = NO_ROWS) => compareRoster(sheets, current, ids)

const TREE: RawCell[][] = [
  ['A-12-1', '1单元', '楼道', 'A-12'],
  ['A', '翠鑫苑', '小区', null],
  ['A-12', '12号楼', '楼', 'A-G1'],
  ['A-G1', '第一网格', '网格', 'A'],
]
const WHOLE: readonly RawSheet[] = [
  { name: '填写说明 Instructions', rows: [['随便写']] },
  sheet('nodes', ...TREE),
  sheet('units', ['A-12-1', '101', '住宅', '89.6'], ['A-12-1', '102', null, '90']),
  sheet(
    'owners',
    ['A-12-1', '101', '张三', '138 0013 8000', '1/2'],
    ['A-12-1', '101', '李四', null, '1/2'],
    ['A-12-1', '102', '张三', '13800138000', null],
  ),
  sheet('parties', ['第一居委会', '居委会', null, '是'], ['安居物业', '物业', '021-57654321', null]),
  sheet(
    'staff',
    ['王五', '13900139000', '网格员', 'A-G1', null, '021-57651234'],
    ['赵六', '13700137000', '居委会', null, null, null],
    ['张三', '13800138000', '楼组长', 'A-12', null, null],
  ),
  sheet('points', ['L-017', '灯杆', null, 'A-G1', '北门左手边']),
]

const merge = (current: RosterRows, plan: RosterRows): RosterRows => {
  const put = <Row>(old: readonly Row[], more: readonly Row[], key: (row: Row) => string) => [
    ...new Map([...old, ...more].map((row) => [key(row), row])).values(),
  ]
  return {
    nodes: put(current.nodes, plan.nodes, (row) => row.node),
    units: put(current.units, plan.units, (row) => row.unit),
    parties: put(current.parties, plan.parties, (row) => row.party),
    persons: put(current.persons, plan.persons, (row) => row.person),
    memberships: put(current.memberships, plan.memberships, (row) => `${row.person}${row.role}${row.path}`),
    ownerships: put(current.ownerships, plan.ownerships, (row) => `${row.unit}${row.person}`),
    places: put(current.places, plan.places, (row) => row.place),
  }
}
const problemsOf = (sheets: readonly RawSheet[], current?: RosterRows): readonly Problem[] => {
  const { rows, problems } = compare(sheets, current)
  return [...problems, ...rows.flatMap((row) => row.problems)]
}
const brief = (problems: readonly Problem[]) =>
  problems.map(({ sheet, cell, code }) => `${sheet.split(' ')[0]}!${cell} ${code}`)

test('a first workbook is all new, whatever the order of its rows', () => {
  const { counts, plan, problems } = compare(WHOLE)
  expect(problems).toEqual([])
  expect(counts).toEqual({ new: 15, changed: 0, unchanged: 0, error: 0 })
  expect(plan!.nodes.map(({ path, kind }) => `${path} ${kind}`).toSorted()).toEqual([
    'A compound',
    'A.A-G1 grid',
    'A.A-G1.A-12 building',
    'A.A-G1.A-12.A-12-1 stairway',
  ])
  expect(plan!.units.map(({ area, use }) => [area, use])).toEqual([
    ['89.60', 'flat'],
    ['90.00', 'flat'],
  ])
  expect(plan!.places.map(({ kind, name, key }) => [kind, name, key])).toEqual([
    ['grid', '翠鑫苑 第一网格', null],
    ['building', '翠鑫苑 12号楼', null],
    ['stairway', '翠鑫苑 12号楼 1单元', null],
    ['lamp-post', '灯杆 L-017', 'L-017'],
  ])
})

test('the same name and number is one person in every sheet', () => {
  const { plan } = compare(WHOLE)
  expect(plan!.persons.map(({ name }) => name)).toEqual(['张三', '李四', '王五', '赵六'])
  const zhang = plan!.persons[0]!.person
  expect(plan!.ownerships.filter(({ person }) => person === zhang)).toHaveLength(2)
  expect(plan!.memberships.filter(({ person }) => person === zhang).map(({ role, path }) => `${role} ${path}`)).toEqual(
    ['resident A.A-G1.A-12.A-12-1', 'building-leader A.A-G1.A-12'],
  )
  const [committee] = plan!.parties
  expect(plan!.memberships.find(({ role }) => role === 'staff')!.party).toBe(committee!.party)
})

test('the same workbook again changes nothing', () => {
  const current = merge(NO_ROWS, compare(WHOLE).plan!)
  const again = compare(WHOLE, current)
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 15, error: 0 })
  expect(again.plan).toEqual(NO_ROWS)
})

test('a changed cell is told with what it was, and empty cells erase nothing', () => {
  const current = merge(NO_ROWS, compare(WHOLE).plan!)
  const { rows, plan } = compare(
    [
      sheet('nodes', ['a-12', '十二号楼', '楼', null]),
      sheet('units', ['A-12-1', 101 as unknown as string, null, '88.05'].map(String).with(2, '商铺')),
      sheet('owners', ['A-12-1', '101', '李四', '13600136000', null]),
      sheet('staff', ['王五', '13900139001', '网格员', 'A-G1', null, null]),
    ],
    current,
  )
  expect(
    rows.map(({ verdict, changes }) => [verdict, ...changes.map(({ column, from, to }) => `${column}: ${from}→${to}`)]),
  ).toEqual([
    ['changed', 'name: 12号楼→十二号楼'],
    ['changed', 'use: flat→shop', 'area: 89.60→88.05'],
    ['changed', 'phone: →13600136000'],
    ['changed', 'phone: 13900139000→13900139001'],
  ])
  expect(plan!.persons.map(({ name }) => name)).toEqual(['李四', '王五'])
  expect(plan!.places.map(({ name }) => name)).toEqual(['翠鑫苑 十二号楼', '翠鑫苑 十二号楼 1单元'])
  expect(plan!.units[0]!.unit).toBe(current.units[0]!.unit)
})

test('a new first choice takes the place of the old one', () => {
  const current = merge(NO_ROWS, compare(WHOLE).plan!)
  const { plan } = compare([sheet('parties', ['第二居委会', '居委会', null, '是'])], current)
  expect(plan!.parties.map(({ name, first }) => [name, first])).toEqual([
    ['第二居委会', true],
    ['第一居委会', false],
  ])
})

test('one wrong row, and nothing is written', () => {
  const { counts, plan } = compare([...WHOLE.slice(0, 2), sheet('units', ['A-12-1', '101', '住宅', '89.605'])])
  expect(counts).toEqual({ new: 4, changed: 0, unchanged: 0, error: 1 })
  expect(plan).toBeNull()
})

const tree = sheet('nodes', ...TREE)
const unit = sheet('units', ['A-12-1', '101', '住宅', '89.60'])
const noText = (not: 'formula' | 'merged' | 'date' | 'error', shown = ''): RawCell => ({ not, shown })

test.each<[string, readonly RawSheet[], readonly string[]]>([
  ['a parent that is nowhere', [sheet('nodes', ['B', '乙', '楼', 'X'])], ['小区网格!D2 missing-parent']],
  [
    'a stairway under a parent that is nowhere',
    [sheet('nodes', ['B', '乙', '楼道', 'X'])],
    ['小区网格!D2 missing-parent'],
  ],
  [
    'a parent that is its own child',
    [sheet('nodes', ['B', '乙', '小区', 'C'], ['C', '丙', '网格', 'B'])],
    ['小区网格!D3 parent-cycle'],
  ],
  ['a stairway in the open', [sheet('nodes', ['B', '乙', '楼道', null])], ['小区网格!D2 wrong-parent']],
  [
    'the same key twice',
    [sheet('nodes', ['B', '乙', '楼', null], ['ｂ', '丙', '楼', null])],
    ['小区网格!A3 duplicate'],
  ],
  ['a key with a dot', [sheet('nodes', ['B.1', '乙', '楼', null])], ['小区网格!A2 bad-key']],
  ['a kind that is none', [sheet('nodes', ['B', '乙', '宫殿', null])], ['小区网格!C2 unknown-kind']],
  ['three decimals', [tree, sheet('units', ['A-12-1', '101', null, '89.605'])], ['户!D2 bad-area']],
  ['a negative area', [tree, sheet('units', ['A-12-1', '101', null, '-1'])], ['户!D2 bad-area']],
  ['an area with its unit', [tree, sheet('units', ['A-12-1', '101', null, '89㎡'])], ['户!D2 bad-area']],
  ['an area in powers of ten', [tree, sheet('units', ['A-12-1', '101', null, '1e3'])], ['户!D2 bad-area']],
  [
    'a home without its decimal point',
    [tree, sheet('units', ['A-12-1', '101', '住宅', '8960'])],
    ['户!D2 area-too-large'],
  ],
  ['a home as large as a city', [tree, sheet('units', ['A-12-1', '101', null, '99999999'])], ['户!D2 area-too-large']],
  [
    'a shop as large as a city',
    [tree, sheet('units', ['A-12-1', '101', '商铺', '100000.01'])],
    ['户!D2 area-too-large'],
  ],
  ['no area', [tree, sheet('units', ['A-12-1', '101', null, null])], ['户!D2 required']],
  ['a unit in no building', [tree, sheet('units', ['Z', '101', null, '1'])], ['户!A2 unknown-node']],
  [
    'the same door twice',
    [tree, sheet('units', ['A-12-1', '101', null, '1'], ['A-12-1', '101', null, '2'])],
    ['户!B3 duplicate'],
  ],
  ['an unknown use', [tree, sheet('units', ['A-12-1', '101', '城堡', '1'])], ['户!C2 unknown-use']],
  [
    'an owner of no unit',
    [tree, unit, sheet('owners', ['A-12-1', '999', '张三', null, null])],
    ['业主!B2 unknown-unit'],
  ],
  [
    'an owner twice',
    [tree, unit, sheet('owners', ['A-12-1', '101', '张三', null, null], ['A-12-1', '101', '张三', null, null])],
    ['业主!C3 duplicate'],
  ],
  ['a share over one', [tree, unit, sheet('owners', ['A-12-1', '101', '张三', null, '3/2'])], ['业主!E2 bad-share']],
  ['a bad phone', [sheet('staff', ['张三', '1380013800', '网格员', null, null, null])], ['工作人员!B2 bad-phone']],
  ['a short number', [sheet('staff', ['张三', '12345', '网格员', null, null, null])], ['工作人员!B2 bad-phone']],
  [
    'an unknown role',
    [sheet('staff', ['张三', '13800138000', '皇帝', null, null, null])],
    ['工作人员!C2 unknown-role'],
  ],
  [
    'a resident among the staff',
    [sheet('staff', ['张三', '13800138000', '居民', null, null, null])],
    ['工作人员!C2 role-not-here'],
  ],
  [
    'an unknown party',
    [sheet('staff', ['张三', '13800138000', '物业', null, '无名物业', null])],
    ['工作人员!E2 unknown-party'],
  ],
  [
    'somebody with the number of another who signs in with a password',
    [
      sheet(
        'staff',
        ['张三', '13800138000', '居委会工作人员', null, null, null],
        ['李四', '13800138000', '网格员', null, null, null],
        ['张三', '13800138000', '网格员', null, null, null],
        ['王五', '13800138001', '志愿者', null, null, null],
        ['赵六', '13800138001', '志愿者', null, null, null],
      ),
    ],
    ['工作人员!B3 phone-of-another'],
  ],
  [
    'two first choices',
    [sheet('parties', ['甲', '物业', null, '是'], ['乙', '物业', null, '是'])],
    ['单位!D3 two-firsts'],
  ],
  ['neither yes nor no', [sheet('parties', ['甲', '物业', null, '也许'])], ['单位!D2 not-yes-or-no']],
  ['a point of another kind', [sheet('points', ['L-1', '楼', null, null, null])], ['点位!B2 unknown-point-kind']],
  ['a name over length', [sheet('nodes', ['B', '长'.repeat(41), '楼', null])], ['小区网格!B2 too-long']],
  ['a line break', [sheet('nodes', ['B', '上\n下', '楼', null])], ['小区网格!B2 unprintable']],
  ['merged cells', [sheet('nodes', ['B', '乙', noText('merged', 'C2:C3'), null])], ['小区网格!C2 merged']],
  ['a formula', [tree, sheet('units', ['A-12-1', '101', null, noText('formula')])], ['户!D2 formula']],
  ['a date', [tree, sheet('units', ['A-12-1', noText('date', '1月2日'), null, '1'])], ['户!B2 date']],
  ['an error value', [tree, sheet('units', ['A-12-1', '101', null, noText('error', '#REF!')])], ['户!D2 error']],
  ['an unknown column', [{ ...tree, rows: [[...headers('nodes'), '颜色'], ...TREE] }], ['小区网格!E1 unknown-column']],
  ['a column twice', [{ ...tree, rows: [[...headers('nodes'), 'name'], ...TREE] }], ['小区网格!E1 column-twice']],
  ['a missing column', [{ ...tree, rows: [headers('nodes').slice(0, 2), ...TREE] }], ['小区网格!A1 missing-column']],
  [
    'a merged header',
    [{ ...tree, rows: [[noText('merged', 'A1:B1'), ...headers('nodes')], ...TREE] }],
    ['小区网格!A1 merged'],
  ],
  ['an empty sheet', [tree, { name: '户', rows: [] }], ['户!A1 empty-sheet']],
  ['an unknown sheet', [tree, { name: 'Sheet4', rows: [['x']] }], ['Sheet4!A1 unknown-sheet']],
  ['a sheet twice', [tree, { ...tree, name: 'Territory' }], ['Territory!A1 sheet-twice']],
  ['nothing at all', [sheet('nodes', ['例：A', '翠鑫苑', '小区', null])], ['小区网格!A1 nothing-to-import']],
  [
    'too many rows',
    [sheet('nodes', ...Array.from({ length: 30_000 }, () => ['B', '乙', '楼', null]))],
    ['小区网格!A1 too-many-rows'],
  ],
])('%s', (_, sheets, expected) => {
  const problems = problemsOf(sheets)
  expect(brief(problems)).toEqual(expected)
  for (const { words, cell } of problems) for (const text of Object.values(words)) expect(text).toContain(cell)
})

test('a node does not move to another parent', () => {
  const current = merge(NO_ROWS, compare(WHOLE).plan!)
  const moved = sheet('nodes', ['A-G2', '第二网格', '网格', 'A'], ['A-12', '12号楼', '楼', 'A-G2'])
  expect(brief(problemsOf([moved], current))).toEqual(['小区网格!D3 parent-changed'])
})

test('a tree that an import would tie into a knot is refused', () => {
  const current = merge(NO_ROWS, compare(WHOLE).plan!)
  const knot = sheet('nodes', ['A', '翠鑫苑', '小区', 'A-G1'])
  expect(brief(problemsOf([knot], current))).toEqual(['小区网格!D2 parent-changed'])
})

test('a chain of thousands of parents ends in words, not in a crash', () => {
  const chain = Array.from({ length: 5_000 }, (_, at) => [`N${at}`, '节点', '网格', `N${at + 1}`])
  expect(problemsOf([sheet('nodes', ...chain)]).length).toBeGreaterThan(0)
})

test('rare characters and emoji stay as they are', () => {
  const name = '𠮷𬍛㙓🏡👨‍👩‍👧'
  const { plan } = compare([sheet('nodes', ['B', name, '楼', null])])
  expect(plan!.nodes[0]!.name).toBe(name)
})

test('every problem of the catalogue occurs in these tests', async () => {
  const { readFile } = await import('node:fs/promises')
  const source = await readFile(new URL(import.meta.url), 'utf8')
  expect(PROBLEM_CODES.filter((code) => !source.includes(` ${code}'`))).toEqual([])
})
