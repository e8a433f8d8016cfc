// A made-up community of any size as a roster workbook, for tests and benchmarks; no name or number in it is anybody's.
import { FORMS, type SheetKey } from '@yishi/domain/roster'
import type { RawCell, RawSheet } from '@yishi/domain/sheet'

const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张')
const GIVEN = Array.from('安宁平和顺祥瑞嘉文武德仁义礼智信忠孝廉明清正')

const sheet = (key: SheetKey, rows: RawCell[][]): RawSheet => ({
  name: `${FORMS[key].zh} ${FORMS[key].en}`,
  rows: [FORMS[key].columns.map(({ zh, en }) => `${zh} ${en}`), ...rows],
})

const nameOf = (n: number) =>
  `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length]}${GIVEN[(n * 7) % GIVEN.length]}`
const phoneOf = (n: number) => `1390${String(n).padStart(7, '0')}`

const HOMES_PER_STAIRWAY = 40
const STAIRWAYS_PER_BUILDING = 3
const BUILDINGS_PER_GRID = 8

const stairwayOf = (home: number) => Math.floor(home / HOMES_PER_STAIRWAY)
const keyOfStairway = (stairway: number) =>
  `A-${Math.floor(stairway / STAIRWAYS_PER_BUILDING) + 1}-${(stairway % STAIRWAYS_PER_BUILDING) + 1}`
const doorOf = (home: number) => String((Math.floor((home % HOMES_PER_STAIRWAY) / 4) + 1) * 100 + (home % 4) + 1)

const territory = (households: number): RawCell[][] => {
  const stairways = stairwayOf(households - 1) + 1
  const buildings = Math.ceil(stairways / STAIRWAYS_PER_BUILDING)
  const grids = Math.ceil(buildings / BUILDINGS_PER_GRID)
  const each = <T>(length: number, make: (n: number) => T) => Array.from({ length }, (_, n) => make(n))
  return [
    ['A', '翠鑫苑', '小区', null],
    ...each(grids, (n) => [`G${n + 1}`, `第${n + 1}网格`, '网格', 'A']),
    ...each(buildings, (n) => [`A-${n + 1}`, `${n + 1}号楼`, '楼', `G${Math.floor(n / BUILDINGS_PER_GRID) + 1}`]),
    ...each(stairways, (n) => {
      const building = Math.floor(n / STAIRWAYS_PER_BUILDING) + 1
      return [keyOfStairway(n), `${(n % STAIRWAYS_PER_BUILDING) + 1}单元`, '楼道', `A-${building}`]
    }),
  ]
}

/** Every eighth flat has two owners. */
export const largeRoster = (households: number): readonly RawSheet[] => {
  const homes = Array.from({ length: households }, (_, n) => n)
  const area = (n: number) => (50 + (n % 90) + (n % 100) / 100).toFixed(2)
  const owners = homes.flatMap((n) => {
    const home = [keyOfStairway(stairwayOf(n)), doorOf(n)]
    const first = [...home, nameOf(n), phoneOf(n), n % 8 === 0 ? '1/2' : null]
    return n % 8 === 0 ? [first, [...home, nameOf(n + households), phoneOf(n + households), '1/2']] : [first]
  })
  const grids = territory(households).filter((row) => row[2] === '网格')
  return [
    sheet('nodes', territory(households)),
    sheet(
      'units',
      homes.map((n) => [keyOfStairway(stairwayOf(n)), doorOf(n), '住宅', area(n)]),
    ),
    sheet('owners', owners),
    sheet('parties', [['安居物业', '物业', '021-57654321', '是']]),
    sheet(
      'staff',
      grids.map((row, n) => [
        nameOf(n),
        `1370${String(n).padStart(7, '0')}`,
        '网格员',
        row[0] ?? null,
        null,
        '021-57651234',
      ]),
    ),
    sheet(
      'points',
      grids.map((row, n) => [`L-${n + 1}`, '灯杆', null, row[0] ?? null, null]),
    ),
  ]
}
