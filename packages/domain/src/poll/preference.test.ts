// Questions that rank or score: what may stand on a ballot, and how a form without a script is read.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, type PersonId, isRefused } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { type Question, ballotRules, questionDigest, readMarks } from './index.ts'
import { blankBallot } from './testing/blank.ts'
import { APPROVAL, KEYS, LIMITED, RANKED, SCORED, count, meta, options, ruleFor } from './testing/preferences.ts'

const ANN: Actor = { kind: 'person', person: 'per_ann', hats: [] }
const blank = (question: Question) => blankBallot({ question, rule: ruleFor(question) })
const cast = (question: Question, choice: readonly string[], more: object = {}) => {
  const answer = ballotRules.decide(blank(question), { type: 'CastBallot', choice, ...more }, meta(ANN))
  return isRefused(answer) ? answer.refused : null
}
const note = (question: Question, choice: readonly string[], readers: readonly PersonId[] = ['per_ann', 'per_bea']) => {
  const command = { type: 'NoteBallot', choice, where: 'paper', readers } as const
  const answer = ballotRules.decide(blank(question), command, meta(STAFF))
  return isRefused(answer) ? answer.refused : null
}

describe('what may stand on a ballot', () => {
  test.each([
    [RANKED, ['option-3', 'option-1'], null],
    [RANKED, ['option-3', 'option-1', 'option-2', 'option-4'], null],
    [RANKED, ['abstain'], null],
    [RANKED, ['option-3', 'option-3'], 'rank-twice'],
    [RANKED, ['option-3', 'option-9'], 'option-unknown'],
    [RANKED, ['option-3', 'abstain'], 'choice-unfit'],
    [RANKED, [], 'choice-unfit'],
    [SCORED, ['option-1:5', 'option-2:0'], null],
    [SCORED, ['option-1:6'], 'score-out-of-range'],
    [SCORED, ['option-1:-1'], 'score-out-of-range'],
    [SCORED, ['option-1:1.5'], 'score-out-of-range'],
    [SCORED, ['option-1'], 'score-out-of-range'],
    [SCORED, ['option-9:1'], 'option-unknown'],
    [SCORED, ['option-1:1', 'option-1:2'], 'choice-unfit'],
    [APPROVAL, KEYS, null],
    [APPROVAL, ['option-1', 'option-1'], 'choice-unfit'],
    [APPROVAL, ['option-7'], 'option-unknown'],
    [LIMITED, ['option-1', 'option-4'], null],
    [LIMITED, ['option-1', 'option-2', 'option-4'], 'too-many-marks'],
  ] as const)('%o with %o', (question, choice, refused) => {
    expect(cast(question, choice)).toBe(refused)
  })
  test('a sheet with too many marks is kept as it is, and is spoiled (R7.30)', () => {
    const three = ['option-1', 'option-2', 'option-4']
    expect(note(LIMITED, three)).toBeNull()
    expect(note(LIMITED, three, ['per_ann', 'per_ann'])).toBe('two-readers-needed')
    expect(note(LIMITED, [...three, 'option-9'])).toBe('option-unknown')
    const figures = count(LIMITED, [three, ['option-1']])
    expect(figures).toMatchObject({
      votes: { 'option-1': { heads: 1 }, 'option-2': { heads: 0 } },
      invalid: { heads: 1 },
    })
  })
  test('nor one that was filled in for another question', () => {
    expect(cast(RANKED, ['option-1'], { asked: questionDigest(RANKED) })).toBeNull()
    const before: Question = { ...RANKED, options: options.toReversed() }
    expect(cast(RANKED, ['option-1'], { asked: questionDigest(before) })).toBe('question-changed')
  })
})

describe('a form without a script', () => {
  const read = (question: Question, fields: Readonly<Record<string, string | readonly string[]>>) => {
    const all = (name: string) => [fields[name] ?? []].flat()
    return readMarks(question, { all, one: (name) => all(name)[0] ?? '' })
  }
  const [one, two, three, four] = KEYS.map((key) => `rank-${key}`) as [string, string, string, string]
  test.each([
    ['an order', RANKED, { [one]: '2', [two]: '', [three]: '1' }, { choice: ['option-3', 'option-1'] }],
    ['nothing', RANKED, { [one]: '' }, { problem: { code: 'missing' } }],
    ['an abstention', RANKED, { choice: 'abstain', [one]: '' }, { choice: ['abstain'] }],
    [
      'one place twice',
      RANKED,
      { [one]: '1', [two]: '2', [four]: '2' },
      { problem: { code: 'rank-twice', rank: 2, options: ['option-2', 'option-4'] } },
    ],
    ['a gap', RANKED, { [one]: '1', [two]: '3' }, { problem: { code: 'rank-gap', rank: 2 } }],
    ['a place beyond the last', RANKED, { [one]: '5' }, { problem: { code: 'choice-unfit' } }],
    [
      'an order and an abstention',
      RANKED,
      { [one]: '1', choice: 'abstain' },
      { problem: { code: 'choice-unfit', most: 4 } },
    ],
    ['points', SCORED, { 'score-option-2': '0', 'score-option-4': '5' }, { choice: ['option-2:0', 'option-4:5'] }],
    [
      'points beyond the highest',
      SCORED,
      { 'score-option-2': '6' },
      { problem: { code: 'score-out-of-range', options: ['option-2'], most: 5 } },
    ],
    ['marks', LIMITED, { choice: ['option-1', 'option-2'] }, { choice: ['option-1', 'option-2'] }],
    ['too many marks', LIMITED, { choice: KEYS }, { problem: { code: 'too-many-marks', most: 2 } }],
    ['an unknown option', APPROVAL, { choice: 'option-8' }, { problem: { code: 'option-unknown', most: 4 } }],
  ] as const)('%s', (_, question, fields, found) => {
    expect(read(question, fields)).toEqual(found)
  })
  test('what was put in order is read back as it was', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...KEYS], { minLength: 1 }), (order) => {
        expect(read(RANKED, Object.fromEntries(order.map((key, at) => [`rank-${key}`, `${at + 1}`])))).toEqual({
          choice: order,
        })
      }),
    )
  })
})
