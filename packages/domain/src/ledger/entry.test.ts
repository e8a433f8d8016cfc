import { createHash, createHmac } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from './canonical.ts'
import { commit, opens } from './commitment.ts'
import { type EntryDraft, type EntryFrame, leafHashOf, leafText, pseudonymOf, sealEntry } from './entry.ts'

const salt = (byte: number) => new Uint8Array(32).fill(byte)

const frame: EntryFrame = {
  community: 'com_shanhe',
  at: '2026-11-21T08:30:00.000Z',
  subject: 'mat_7',
  type: 'MatterRaised',
  actor: 'visitor',
  salts: { words: salt(7), place: salt(9) },
}

const raised: EntryDraft = {
  facts: { level: 'community', photos: 2, urgent: false, order: null, parties: ['pty_1', 'pty_2'] },
  sealed: { words: '楼道灯坏了', place: { node: 'nod_3', text: '3号楼' } },
}

test('a leaf keeps facts in the open and words as commitments', () => {
  const { leaf, openings } = sealEntry(raised, frame)
  expect(leafText(leaf)).not.toMatch(/[^\x20-\x7e]/)
  expect(leaf.facts).toEqual(raised.facts)
  expect(Object.keys(leaf.sealed)).toEqual(['words', 'place'])
  expect(leaf.sealed['words']).toBe(createHmac('sha256', salt(7)).update('"楼道灯坏了"').digest('hex'))
  expect(openings['words']).toEqual({ salt: '07'.repeat(32), value: '楼道灯坏了' })
  for (const [name, opening] of Object.entries(openings)) expect(opens(leaf.sealed[name] ?? '', opening)).toBe(true)
})

test('the leaf hash is that of the canonical text', () => {
  const { leaf } = sealEntry(raised, frame)
  const expected = createHash('sha256')
    .update(Buffer.from([0]))
    .update(canonicalText(leaf))
    .digest('hex')
  expect(bytesToHex(leafHashOf(leaf))).toBe(expected)
  expect(leafHashOf({ ...leaf, facts: { ...leaf.facts, photos: 3 } })).not.toEqual(leafHashOf(leaf))
})

test.each([
  { words: '灯' },
  { words: 'the lamp is broken' },
  { words: 'x'.repeat(65) },
  { list: ['ok', '灯'] },
  { 灯: 1 },
  { area: 86.5 },
  { count: 2 ** 53 },
])('%o must be sealed', (facts) => {
  expect(() => sealEntry({ facts, sealed: {} }, frame)).toThrow(TypeError)
})

test('a fact may be as long as an id or a hash', () => {
  expect(sealEntry({ facts: { photo: 'x'.repeat(64) }, sealed: {} }, frame).leaf.facts).toEqual({
    photo: 'x'.repeat(64),
  })
})

test('a name of a field, a subject and an actor are no place for words either', () => {
  expect(() => sealEntry({ facts: {}, sealed: { 灯: 1 } }, { ...frame, salts: { 灯: salt(1) } })).toThrow(TypeError)
  expect(() => sealEntry(raised, { ...frame, subject: '楼道灯' })).toThrow(TypeError)
})

test('each sealed value needs a salt of 256 bits, and JSON to seal', () => {
  expect(() => sealEntry(raised, { ...frame, salts: { words: salt(7) } })).toThrow('no salt for place')
  expect(() => commit(new Uint8Array(16), 'x')).toThrow(RangeError)
  expect(() => sealEntry({ facts: {}, sealed: { words: undefined } }, frame)).toThrow(TypeError)
})

test('another value or another salt does not open a commitment', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.jsonValue(),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (value, other, salt) => {
        const { commitment, opening } = commit(salt, value)
        expect(opens(commitment, opening)).toBe(true)
        expect(opens(commitment, { ...opening, value: other as null })).toBe(
          canonicalText(other) === canonicalText(value),
        )
        const digit = opening.salt.startsWith('0') ? '1' : '0'
        expect(opens(commitment, { ...opening, salt: digit + opening.salt.slice(1) })).toBe(false)
      },
    ),
  )
})

test('a salt that is no salt opens nothing', () => {
  const { commitment, opening } = commit(salt(1), null)
  expect(opens(commitment, { ...opening, salt: '' })).toBe(false)
  expect(opens(commitment, { ...opening, salt: 'zz'.repeat(32) })).toBe(false)
})

test('one person has another name in each subject', () => {
  expect(pseudonymOf(salt(1), 'mat_7')).toMatch(/^psn_[0-9a-f]{32}$/)
  expect(pseudonymOf(salt(1), 'mat_7')).toBe(pseudonymOf(salt(1), 'mat_7'))
  expect(pseudonymOf(salt(1), 'mat_7')).not.toBe(pseudonymOf(salt(1), 'mat_8'))
  expect(pseudonymOf(salt(1), 'mat_7')).not.toBe(pseudonymOf(salt(2), 'mat_7'))
})
