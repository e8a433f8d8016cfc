// Key, selection, beacon and strength against the published vectors.
import { assert, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../kernel/index.ts'
import { isRoundSignature } from '../beacon/index.ts'
import { QUICKNET, randomnessOf, roundAt, roundFrom, timeOfRound } from './drand.ts'
import { bitsNeeded, isStrongEnough } from './strength.ts'
import { LARGEST_POOL, select } from './selection.ts'
import { keyOf } from './source.ts'
import drand from './vectors/drand.json' with { type: 'json' }
import vectors from './vectors/rfc3797.json' with { type: 'json' }

const { key_string: KEY, pool_size: size } = vectors

describe('the key', () => {
  test('R6.6: of the published example', () => {
    expect(keyOf(vectors.sources_in_order)).toBe(KEY)
  })

  test.each(vectors.key_string_formatting)('$key_string', ({ sources, key_string }) => {
    expect(keyOf(sources)).toBe(key_string)
  })

  test('leading zeros go and so do those after the decimals; digits beyond a number stay', () => {
    expect(keyOf(['0042', ['007', 3], '00.50'])).toBe('42./3.7./0.5/')
    expect(keyOf(['3021.00', 3021, '3021.10'])).toBe('3021./3021./3021.1/')
    expect(keyOf(['12345678901234567891'])).toBe('12345678901234567891./')
  })

  test('RFC 3797 section 4: decimals of one source stand in their order too', () => {
    expect(keyOf([[10, 9.5, '9.25', '9.250', '9'], [0.125]])).toBe('9.9.259.259.510./0.125/')
  })

  test('R6.6: letters of any script count, signs do not', () => {
    expect(keyOf(['第 3 期！', 'a-b c'])).toBe('第3期/ABC/')
  })

  test.each([[[]], [[[]]], [['']], [['—']], [[-1]], [[Number.NaN]], [[1e-7]], [[1e21]], [[['x']]]])(
    '%j has none',
    (sources) => {
      expect(keyOf(sources)).toBeNull()
    },
  )
})

describe('the selection', () => {
  test('R6.6: of the published example, digest by digest', () => {
    const steps = select({ key: KEY, size, count: size, hash: 'md5' })
    expect(steps.map(({ digest, divisor, position }) => ({ md5: digest, divisor, selected: position }))).toEqual(
      vectors.rounds.map(({ md5, divisor, selected }) => ({ md5, divisor, selected })),
    )
  })

  test('R6.7: with SHA-256 in the same framing', () => {
    const [first, second] = select({ key: KEY, size, count: 2 })
    expect(first).toMatchObject(SHA256_STEPS[0]!)
    expect(second).toMatchObject(SHA256_STEPS[1]!)
  })

  test('draws everybody once, and fewer are the beginning of more', () => {
    assert(
      property(string(), integer({ min: 1, max: 300 }), (key, pool) => {
        const all = select({ key, size: pool, count: pool }).map(({ position }) => position)
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pool }, (_, index) => index + 1))
        const some = select({ key, size: pool, count: Math.ceil(pool / 2) }).map(({ position }) => position)
        expect(some).toEqual(all.slice(0, some.length))
      }),
    )
  })

  test.each([
    [0, 0],
    [3, 4],
    [3, 0],
    [LARGEST_POOL + 1, 1],
  ])('a pool of %i cannot give %i', (pool, count) => {
    expect(() => select({ key: KEY, size: pool, count })).toThrow(RangeError)
  })
})

/** Computed by another program, in another language. */
const SHA256_STEPS: readonly object[] = [
  {
    digest: '2C387B04B3EC92A0E1361C2B44A552E020B918EA986A808E8392C70BC337D90F',
    divisor: 25,
    remainder: 19,
    position: 20,
  },
  {
    digest: 'F04AA244F95BB9561C274F948D8A683585165245478238F935A34FA526DCAA75',
    divisor: 24,
    remainder: 21,
    position: 23,
  },
]

describe('the beacon', () => {
  const [published] = drand.quicknet.vectors

  test('R6.8: is the published chain', () => {
    expect(QUICKNET).toMatchObject({ chain: drand.quicknet.chain_hash, publicKey: drand.quicknet.public_key_g2 })
    expect(Date.parse(QUICKNET.genesis)).toBe(drand.quicknet.genesis_unix * 1000)
    expect(QUICKNET.periodSeconds).toBe(drand.quicknet.period_s)
  })

  test('R6.8: a round is proved by its signature', () => {
    const { round, signature, randomness } = published!
    expect(isRoundSignature(round, signature)).toBe(true)
    expect(randomnessOf(signature)).toBe(randomness)
  })

  test('a round of the test key, which the chain did not sign', () => {
    const { round, signature, randomness } = drand.rfc9380_test_key.vectors[0]!
    expect(isRoundSignature(round, signature, drand.rfc9380_test_key.public_key_g2)).toBe(true)
    expect(isRoundSignature(round, signature)).toBe(false)
    expect(randomnessOf(signature)).toBe(randomness)
  })

  test('R6.8: no other round, no other signature', () => {
    const { round, signature } = published!
    expect(isRoundSignature(round + 1, signature)).toBe(false)
    for (const other of [
      '',
      'b7',
      signature.toUpperCase(),
      `${signature}00`,
      '00'.repeat(48),
      signature.replace('7', '8'),
    ])
      expect(isRoundSignature(round, other)).toBe(false)
  })

  test.each(drand.quicknet.round_at)('R6.8: the round at $utc', ({ utc, round }) => {
    const at = new Date(utc).toISOString() as Instant
    expect(roundAt(at)).toBe(round)
    expect(timeOfRound(round) <= at).toBe(true)
    expect(timeOfRound(round + 1) > at).toBe(true)
  })

  test('the first round from a moment on is never out before it', () => {
    expect(roundFrom(timeOfRound(1000))).toBe(1000)
    expect(roundFrom(new Date(Date.parse(timeOfRound(1000)) + 1).toISOString() as Instant)).toBe(1001)
  })
})

describe('how much chance a draw needs', () => {
  const round = (pool: number, count: number) => ({
    name: '',
    pool: Array.from({ length: pool }, (_, index) => String(index)),
    count,
  })
  const AT = '2026-12-01T00:00:00.000Z'
  const dice = (throws: number) => ({ kind: 'dice', name: '', throws, sides: 6, at: AT }) as const
  const reds = { kind: 'lottery', name: '', numbers: 6, least: 1, most: 33, at: AT } as const

  test.each(Object.entries(vectors.entropy_bits_needed_to_select_10_from_pool))('10 of %s: %i bits', (pool, bits) => {
    expect(bitsNeeded([round(Number(pool), 10)])).toBe(bits)
  })

  test('an order needs more than a choice', () => {
    expect(bitsNeeded([round(3, 3)])).toBe(3)
    expect(bitsNeeded([round(20, 20)])).toBe(62)
    expect(bitsNeeded([round(2, 1)])).toBe(1)
  })

  test('the ways of the sources multiply', () => {
    // 3 of 20: 1140 results; four throws fall in 1296 ways, three in 216.
    expect(isStrongEnough([dice(4)], [round(20, 3)])).toBe(true)
    expect(isStrongEnough([dice(3)], [round(20, 3)])).toBe(false)
    expect(isStrongEnough([dice(2), dice(2)], [round(20, 3)])).toBe(true)
    // 6 of 33: 1 107 568 ways; 10! is 3 628 800.
    expect(isStrongEnough([reds], [round(10, 10)])).toBe(false)
    expect(isStrongEnough([reds, dice(1)], [round(10, 10)])).toBe(true)
    expect(isStrongEnough([{ kind: 'drand', round: 1, at: AT }], [round(500, 500)])).toBe(true)
  })
})
