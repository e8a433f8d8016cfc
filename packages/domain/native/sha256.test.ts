import { createHash, createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as portable from '../src/ledger/sha256.ts'
import * as native from './sha256.ts'

const bytes = fc.uint8Array({ maxLength: 200 })
const text = fc.string({ unit: 'grapheme', maxLength: 200 })
const key = fc.uint8Array({ maxLength: 64 })

test.each([
  ['native', native],
  ['portable', portable],
])('%s: what node:crypto says of any message and key', (_, { sha256, hmacHex }) => {
  fc.assert(
    fc.property(bytes, text, key, (message, words, secret) => {
      expect(sha256(message)).toEqual(Uint8Array.from(createHash('sha256').update(message).digest()))
      expect(hmacHex(secret, words)).toBe(createHmac('sha256', secret).update(words).digest('hex'))
    }),
  )
})

/** RFC 4231, test cases 1 and 2. */
test.each([
  [new Uint8Array(20).fill(0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    Buffer.from('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
])('RFC 4231', (secret, message, digest) => {
  expect(native.hmacHex(secret, message)).toBe(digest)
  expect(portable.hmacHex(secret, message)).toBe(digest)
})

test('a key longer than a block is a mistake of ours', () => {
  expect(() => native.hmacHex(new Uint8Array(65), 'x')).toThrow(RangeError)
})
