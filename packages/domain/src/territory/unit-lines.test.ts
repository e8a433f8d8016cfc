import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ListedUnit, floorOf, readUnitLines } from './index.ts'

const unit = (
  id: string,
  [building, stairway, door]: readonly [string, string, string],
  more: Partial<ListedUnit> = {},
): ListedUnit => ({
  unit: id,
  compound: '',
  building,
  stairway,
  door,
  votes: true,
  ...more,
})
const HOUSE = [
  unit('a', ['12号楼', '1单元', '301']),
  unit('b', ['12号楼', '2单元', '301']),
  unit('c', ['12号楼', '2单元', '302']),
  unit('d', ['3号楼', '', '301']),
  unit('p', ['12号楼', '', 'B1-07'], { votes: false }),
]
const verdicts = (text: string, units = HOUSE) =>
  readUnitLines(text, units).map(({ verdict, units: found }) => [verdict, ...found])

test.each(['12号楼2单元302室', '12-2-302', '１２幢 2门 302', '12/2/302', '12 号楼 2 单元 302 '])(
  '%s is one home, however it is written',
  (line) => {
    expect(verdicts(line)).toEqual([['found', 'c']])
  },
)

test('without its stairway a door is found where it does not repeat, and is several where it does', () => {
  expect(verdicts('12-302')).toEqual([['found', 'c']])
  expect(verdicts('12号楼301')).toEqual([['several', 'a', 'b']])
  expect(verdicts('3号楼301')).toEqual([['found', 'd']])
})

test('each line has its verdict: twice, unknown, and what does not vote', () => {
  expect(verdicts('12-2-302\n\n 12号楼2单元302\n99-1-101；12-B1-07\n随便写的')).toEqual([
    ['found', 'c'],
    ['twice', 'c'],
    ['unknown'],
    ['not-voting', 'p'],
    ['unknown'],
  ])
})

test('a building or a stairway on a line means all of its homes that vote and that no line before has named', () => {
  expect(verdicts('12号楼2单元302\n12幢2单元\n12栋\n3号楼全部')).toEqual([
    ['found', 'c'],
    ['whole', 'b'],
    ['whole', 'a'],
    ['whole', 'd'],
  ])
  expect(verdicts('12号楼 \n12号楼1单元\n12-1-301')).toEqual([['whole', 'a', 'b', 'c'], ['twice'], ['twice', 'a']])
  expect(verdicts('12号楼9单元\n99幢\n12')).toEqual([['unknown'], ['unknown'], ['unknown']])
  const garage = [unit('p', ['B区楼', '', 'B1-07'], { votes: false })]
  expect(verdicts('B区楼', garage)).toEqual([['not-voting']])
})

test('two buildings that are called alike are several until their compound is named', () => {
  const two = [
    unit('x', ['1号楼', '1单元', '101'], { compound: '曹杨三村2期' }),
    unit('z', ['1号楼', '1单元', '102'], { compound: '曹杨三村2期' }),
    unit('y', ['1号楼', '1单元', '101'], { compound: '曹杨三村' }),
  ]
  expect(verdicts('1号楼\n1号楼1单元', two)).toEqual([
    ['several', 'x', 'y'],
    ['several', 'x', 'y'],
  ])
  expect(verdicts('曹杨三村2期1幢\n曹杨三村1号楼1单元', two)).toEqual([
    ['whole', 'x', 'z'],
    ['whole', 'y'],
  ])
})

test('a compound that is named tells two buildings of one number apart, and its own number does not disturb', () => {
  const two = [
    unit('x', ['1号楼', '', '101'], { compound: '曹杨三村2期' }),
    unit('y', ['1号楼', '', '101'], { compound: '曹杨三村' }),
  ]
  expect(verdicts('1号楼101', two)).toEqual([['several', 'x', 'y']])
  expect(verdicts('曹杨三村2期1号楼101\n曹杨三村1号楼101', two)).toEqual([
    ['found', 'x'],
    ['found', 'y'],
  ])
})

test('every home of a roster is found by its own name, and none is taken twice', () => {
  const anyHouse = fc.uniqueArray(
    fc.tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 33 }),
      fc.integer({ min: 1, max: 6 }),
    ),
    { minLength: 1, maxLength: 60, selector: (each) => each.join() },
  )
  fc.assert(
    fc.property(anyHouse, (homes) => {
      const units = homes.map(([building, stairway, floor, door], index) =>
        unit(String(index), [`${building}号楼`, `${stairway}单元`, `${floor}0${door}`]),
      )
      const text = units.map(({ building, stairway, door }) => `${building} ${stairway} ${door}`).join('\n')
      const read = readUnitLines(`${text}\n${text}`, units)
      expect(read.slice(0, units.length).map(({ units: [found] }) => found)).toEqual(units.map((each) => each.unit))
      expect(read.filter(({ verdict }) => verdict === 'found')).toHaveLength(units.length)
    }),
  )
})

test('the buildings of a roster, line by line, are all of it, and each home once', () => {
  const anyHouse = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 101, max: 105 })),
    { minLength: 1, maxLength: 60, selector: (each) => each.join() },
  )
  fc.assert(
    fc.property(anyHouse, (homes) => {
      const units = homes.map(([building, stairway, door], index) =>
        unit(String(index), [`${building}号楼`, `${stairway}单元`, String(door)]),
      )
      const names = [...new Set(units.flatMap(({ building, stairway }) => [`${building}${stairway}`, building]))]
      const read = readUnitLines(names.join('\n'), units).filter(({ verdict }) => verdict === 'whole')
      expect(read.flatMap((each) => each.units).toSorted()).toEqual(units.map((each) => each.unit).toSorted())
    }),
  )
})

test.each([
  ['302', 3],
  ['1204', 12],
  ['A座1502', 15],
  ['V201', 2],
  ['12', null],
  ['车位', null],
])('the floor of %s', (door, floor) => expect(floorOf(door)).toBe(floor))
