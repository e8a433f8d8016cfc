// What spoils a sheet that ranks, scores or ticks: it is kept as it was written, refused on a screen, and counted as invalid.
import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Question,
  type Spoil,
  choicesOf,
  countBallots,
  isChoice,
  orderOnSheet,
  pollRuleByKey,
  spoilOf,
} from './index.ts'
import { asCounted } from './marking.ts'

const options = ['三菱', '日立', '通力'].map((text, index) => ({ key: `option-${index + 1}`, text }))
const asked = { text: '换哪个？', explanation: '', options, seats: 1 }
const RANKED: Question = { type: 'ranked', ...asked }
const SCORED: Question = { type: 'scored', ...asked, highest: 5 }
const APPROVAL: Question = { type: 'approval', ...asked }
const LIMITED: Question = { type: 'limited', ...asked, most: 1 }

test.each<[string, Question, string[], Spoil]>([
  [
    'one place for two options',
    RANKED,
    ['option-1:1', 'option-2:1'],
    { code: 'rank-twice', rank: 1, options: ['option-1', 'option-2'] },
  ],
  ['a place that is left out', RANKED, ['option-1:1', 'option-3:3'], { code: 'rank-gap', rank: 2 }],
  ['no first place', RANKED, ['option-2:2'], { code: 'rank-gap', rank: 1 }],
  ['place nought', RANKED, ['option-2:0'], { code: 'rank-gap', rank: 1 }],
  [
    'points beyond the highest',
    SCORED,
    ['option-1:5', 'option-2:6'],
    { code: 'score-out-of-range', options: ['option-2'], most: 5 },
  ],
  ['one mark too many', LIMITED, ['option-1', 'option-3'], { code: 'too-many-marks', most: 1 }],
])('%s: spoiled, and said why; a screen refuses it (R7.30)', (_, question, choice, spoil) => {
  expect(spoilOf(question, choice)).toEqual(spoil)
  expect(isChoice(question, choice, { invalid: true })).toBe(true)
  expect(isChoice(question, choice, { invalid: false })).toBe(false)
  expect(asCounted(question, choice)).toEqual(['invalid'])
})

test.each<[string, Question, string[]]>([
  ['an order in places, which is written as an order', RANKED, ['option-1:1', 'option-2:2']],
  ['an option that nobody asks about', RANKED, ['option-1:1', 'option-9:1']],
  ['places beside an order', RANKED, ['option-1', 'option-2:1']],
  ['one option with two places', RANKED, ['option-1:1', 'option-1:2']],
  ['words for points', SCORED, ['option-1:好']],
  ['points below nought', SCORED, ['option-1:-1']],
  ['one option with two scores, one of them too high', SCORED, ['option-1:9', 'option-1:1']],
  ['too many marks, one of them unknown', LIMITED, ['option-1', 'option-9']],
  ['too high points beside an abstention', SCORED, ['option-1:9', 'abstain']],
])('%s: neither a ballot nor a spoiled one', (_, question, choice) => {
  expect(spoilOf(question, choice)).toBeNull()
  expect(isChoice(question, choice, { invalid: true })).toBe(false)
})

describe('places on a sheet', () => {
  test('are an order where they follow one another from one on, whatever stands first on the sheet', () => {
    expect(
      orderOnSheet([
        ['option-1', 2],
        ['option-3', 1],
      ]),
    ).toEqual(['option-3', 'option-1'])
    expect(
      orderOnSheet([
        ['option-1', 2],
        ['option-3', 2],
      ]),
    ).toEqual(['option-1:2', 'option-3:2'])
  })
  const placed = array(tuple(constantFrom(...choicesOf(RANKED)), integer({ min: 0, max: 99 })), {
    minLength: 1,
    maxLength: 3,
  }).map((all) => [...new Map(all)] as const)
  test('are a ballot or spoiled, never both and never nothing, and never mended', () => {
    assert(
      property(placed, (places) => {
        const choice = orderOnSheet(places)
        const numbers = places.map(([, place]) => place).toSorted((a, b) => a - b)
        const isOrder = numbers.every((place, index) => place === index + 1)
        expect(isChoice(RANKED, choice, { invalid: true })).toBe(true)
        expect(isChoice(RANKED, choice, { invalid: false })).toBe(isOrder)
        expect(spoilOf(RANKED, choice) === null).toBe(isOrder)
      }),
    )
  })
})

test('spoiled sheets count as invalid beside the others, each once', () => {
  const ballot = (choice: readonly string[], head: number) => ({
    head,
    zone: '',
    amounts: { households: 1 },
    choice,
    proof: 'none' as const,
  })
  const count = (type: string, question: Question, choices: readonly (readonly string[])[]) =>
    countBallots({ rule: pollRuleByKey(`households-${type}`)!, question }, choices.map(ballot))
  expect(
    count('ranked', RANKED, [['option-2', 'option-1'], ['option-1:1', 'option-2:1'], ['option-3:2'], ['abstain']]),
  ).toMatchObject({
    orders: [{ order: ['option-2', 'option-1'], count: 1 }],
    cast: { households: 1 },
    abstain: { households: 1 },
    invalid: { households: 2 },
  })
  expect(count('scored', SCORED, [['option-1:5'], ['option-1:6'], ['option-1:5', 'option-2:9']])).toMatchObject({
    points: { 'option-1': [0, 0, 0, 0, 0, 1] },
    invalid: { households: 2 },
  })
  expect(count('approval', APPROVAL, [['option-1', 'option-2', 'option-3']])).toMatchObject({
    cast: { households: 1 },
    invalid: { households: 0 },
  })
})
