// The sources of a draw: told alike by two people after their moment, or known from a signature.
import { describe, expect, test } from 'vitest'
import { later } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import { timeOfRound } from './drand.ts'
import { NO_DRAW, type StandingDraw, drawLots } from './index.ts'
import {
  ANN,
  AT,
  BEN,
  EVE,
  LATER,
  MINUTE,
  RED,
  THROWN,
  after,
  announced,
  announcing,
  decide,
  entering,
} from './testing/draw.ts'
import drand from './vectors/drand.json' with { type: 'json' }

describe('a source', () => {
  test('cannot be told before its moment', () => {
    expect(decide(announced(), entering(0, RED), ANN, later(AT, -1))).toEqual({
      refused: 'source-not-out-yet',
      detail: { at: AT },
    })
    expect(decide(announced(), entering(1, THROWN), ANN, AT)).toMatchObject({ refused: 'source-not-out-yet' })
    expect(decide(announced(), entering(0, RED), ANN, AT)).toMatchObject({ events: [{ type: 'SourceEntered' }] })
  })

  test('is known once a second person says the same; the order of balls does not count', () => {
    const once = after(announced(), [entering(0, RED), ANN, LATER])
    expect(decide(once, entering(0, RED), ANN, LATER)).toEqual({ refused: 'another-person-needed' })
    const answer = decide(once, entering(0, RED.toReversed()), BEN, LATER)
    expect(answer).toMatchObject({
      events: [{ type: 'SourceEntered' }, { type: 'SourceKnown', source: 0, outcome: [1, 4, 9, 18, 27, 33] }],
    })
    expect(decide(after(once, [entering(0, RED), BEN, LATER]), entering(0, RED), EVE, LATER)).toMatchObject({
      refused: 'not-yours-to-do',
    })
    expect(decide(after(once, [entering(0, RED), BEN, LATER]), entering(0, [1, 2, 3, 4, 5, 6]), STAFF, LATER)).toEqual({
      refused: 'source-known-already',
    })
  })

  test('told twice with different numbers is told by nobody, and both stay in the ledger', () => {
    const once = after(announced(), [entering(0, RED), ANN, LATER])
    const answer = decide(once, entering(0, [1, 2, 3, 4, 5, 6]), BEN, LATER)
    expect(answer).toMatchObject({ events: [{ type: 'SourceEntered' }, { type: 'SourceEntriesDiffered', source: 0 }] })
    const differed = after(once, [entering(0, [1, 2, 3, 4, 5, 6]), BEN, LATER])
    expect(differed).toMatchObject({ status: 'announced', sources: [{ first: null, known: null, differed: 1 }, {}] })
    expect(decide(differed, entering(0, RED), BEN, LATER)).toMatchObject({ events: [{ type: 'SourceEntered' }] })
  })

  test('throws of a die count in their order', () => {
    const once = after(announced(), [entering(1, [6, 1, 1, 3]), ANN, LATER])
    expect(decide(once, entering(1, [1, 6, 1, 3]), BEN, LATER)).toMatchObject({
      events: [{}, { type: 'SourceEntriesDiffered' }],
    })
  })

  test.each<[string, number, readonly number[] | string]>([
    ['too few balls', 0, [1, 2, 3, 4, 5]],
    ['a ball twice', 0, [1, 1, 2, 3, 4, 5]],
    ['a ball that is not in the drum', 0, [1, 2, 3, 4, 5, 34]],
    ['half a ball', 0, [1, 2, 3, 4, 5, 6.5]],
    ['a seven on a die', 1, [1, 2, 3, 7]],
    ['text', 0, 'abc'],
  ])('does not come to %s', (_, source, outcome) => {
    expect(decide(announced(), entering(source, outcome), ANN, LATER)).toEqual({ refused: 'outcome-unfit' })
  })

  test('that was never announced is unknown', () => {
    for (const source of [2, -1, 0.5])
      expect(decide(announced(), entering(source, RED), ANN, LATER)).toEqual({ refused: 'source-unknown' })
  })

  test.each([
    ['resident', false],
    ['property', false],
    ['visitor', false],
    ['clock', false],
    ['staff-of-another-community', false],
    ['building-leader', true],
    ['owners-committee', true],
    ['counsel', true],
  ] as const)('told by %s: %s', (who, may) => {
    const answer = decide(announced(), entering(0, RED), PEOPLE[who], LATER)
    expect(answer).toMatchObject(may ? { events: [{ type: 'SourceEntered' }] } : { refused: 'not-yours-to-do' })
  })
})

describe('a round of the beacon', () => {
  const { round, signature, randomness } = drand.quicknet.vectors[0]!
  const at = timeOfRound(round)
  const before = later(at, -10 * MINUTE)
  const beacon = after(NO_DRAW, [announcing({ sources: [{ kind: 'drand', round, at }] }), ANN, before])

  test('proves itself: one person tells it, and the draw is made', () => {
    const answer = decide(beacon, entering(0, signature), BEN, at)
    expect(answer).toMatchObject({
      events: [{ type: 'SourceEntered' }, { type: 'SourceKnown', outcome: signature }, { type: 'DrawMade' }],
    })
    const [round] = drawLots((beacon as StandingDraw).announcement, [signature])
    expect(round!.key).toBe(`${randomness.toUpperCase()}/`)
  })

  test('no other signature, no numbers, and not before its moment', () => {
    const [other] = drand.rfc9380_test_key.vectors
    for (const outcome of [signature.replace('7', '8'), other!.signature])
      expect(decide(beacon, entering(0, outcome), BEN, at)).toEqual({ refused: 'signature-wrong' })
    for (const outcome of ['00', [1, 2, 3]])
      expect(decide(beacon, entering(0, outcome), BEN, at)).toEqual({ refused: 'outcome-unfit' })
    expect(decide(beacon, entering(0, signature), BEN, later(at, -1))).toMatchObject({ refused: 'source-not-out-yet' })
  })
})
