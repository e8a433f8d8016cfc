import { assert, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import {
  NODE_KINDS,
  PLACE_CODES,
  isNodeKey,
  isPlaceCode,
  mayLieIn,
  nodeKeyOf,
  pathBelow,
  placeCodeOf,
  placeNameOf,
  readPlaceCode,
} from './index.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const number = integer({ min: 0, max: PLACE_CODES - 1 })

test('every number has a code of its own that is recognised', () => {
  const codes = Array.from({ length: 20_000 }, (_, at) => placeCodeOf(at))
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every((code) => isPlaceCode(code) && /^[0-9A-Z]{8}$/u.test(code) && !/[ILOU]/u.test(code))).toBe(true)
  assert(property(number, number, (a, b) => a === b || placeCodeOf(a) !== placeCodeOf(b)))
  expect(() => placeCodeOf(PLACE_CODES)).toThrow(RangeError)
})

test('any one mistyped character is noticed', () => {
  const wrongIn = (code: string, at: number) =>
    Array.from(LETTERS).filter(
      (letter) => letter !== code[at] && isPlaceCode(code.slice(0, at) + letter + code.slice(at + 1)),
    )
  assert(property(number, nat(7), (n, at) => wrongIn(placeCodeOf(n), at).length === 0))
})

test('any two exchanged characters are noticed', () => {
  assert(
    property(number, nat(7), nat(7), (n, a, b) => {
      const letters = Array.from(placeCodeOf(n))
      if (letters[a] === letters[b]) return true
      ;[letters[a], letters[b]] = [letters[b]!, letters[a]!]
      return !isPlaceCode(letters.join(''))
    }),
  )
})

test('a code is read as people type it', () => {
  const code = Array.from({ length: 500 }, (_, at) => placeCodeOf(at)).find(
    (code) => code.includes('0') && code.includes('1'),
  )!
  expect(
    readPlaceCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4).replace('0', 'O').replace('1', 'l')} `),
  ).toBe(code)
  expect(readPlaceCode('12345678')).toBeNull()
  expect(readPlaceCode('')).toBeNull()
  expect(readPlaceCode('🙂'.repeat(8))).toBeNull()
})

test('a stairway lies in a building and nowhere else; nothing lies in itself', () => {
  expect(NODE_KINDS.filter((kind) => mayLieIn('stairway', kind))).toEqual(['building'])
  expect(mayLieIn('stairway', 'community')).toBe(false)
  expect(NODE_KINDS.filter((kind) => mayLieIn(kind, kind))).toEqual([])
})

test('keys, paths and names', () => {
  expect(nodeKeyOf(' １２-a ')).toBe('12-A')
  expect(isNodeKey('12-A')).toBe(true)
  for (const bad of ['', '12.A', '-1', 'ABCDEFGHIJKLMNOPQ', '十二']) expect(isNodeKey(bad)).toBe(false)
  expect(pathBelow('', 'A')).toBe('A')
  expect(pathBelow('A', 'B')).toBe('A.B')
  const line = [
    { kind: 'compound', name: '翠鑫苑' },
    { kind: 'grid', name: '第三网格' },
    { kind: 'building', name: '12号楼' },
    { kind: 'stairway', name: '2单元' },
  ] as const
  expect(placeNameOf(line)).toBe('翠鑫苑 12号楼 2单元')
  expect(placeNameOf(line.slice(0, 2))).toBe('翠鑫苑 第三网格')
})
