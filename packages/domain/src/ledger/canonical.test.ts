import { readFileSync } from 'node:fs'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from './base64.ts'
import { canonicalText, isJson } from './canonical.ts'
import numbers from './vectors/jcs/numbers.json' with { type: 'json' }

const vector = (path: string) => readFileSync(new URL(`vectors/jcs/${path}`, import.meta.url), 'utf8')

test.each(['arrays', 'french', 'structures', 'unicode', 'values', 'weird'])('R6.5: the official %s file', (name) => {
  const text = canonicalText(JSON.parse(vector(`input/${name}.json`)))
  expect(text).toBe(vector(`output/${name}.json`))
  expect(bytesToHex(utf8ToBytes(text))).toBe(vector(`outhex/${name}.txt`).replaceAll(/\s/g, ''))
})

test.each(Object.entries(numbers.ieee754_hex_to_serialized))('R6.5: the number %s is written %s', (hex, text) => {
  expect(canonicalText(new DataView(hexToBytes(hex).buffer).getFloat64(0))).toBe(text)
})

test.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '\ud800',
  undefined,
  { a: undefined },
  [undefined],
  { '\udfff': 1 },
  new Date(0),
  [1n],
  // oxlint-disable-next-line no-sparse-arrays -- a hole is what is tried
  [1, , 2],
  new Map(),
])('R6.5: %o has no canonical text', (value) => {
  expect(isJson(value)).toBe(false)
  expect(() => canonicalText(value)).toThrow(TypeError)
})

test('the canonical text says the same and has one spelling', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = canonicalText(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalText(JSON.parse(text))).toBe(text)
    }),
  )
})

test('base64 is the one that everybody writes, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes))
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(Uint8Array.from(bytes))
    }),
  )
})

test.each(['A', 'AA', 'AB==', 'AAB=', 'AA=A', '=AAA', 'AA ==', 'AA-_', '====', 'A==='])('%s is not base64', (text) => {
  expect(fromBase64(text)).toBeNull()
})

test.each(['A', 'AB', 'AA==', 'A+A'])('%s is not base64url', (text) => {
  expect(fromBase64Url(text)).toBeNull()
})
