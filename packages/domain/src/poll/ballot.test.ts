// A ballot: by whom it is cast or noted, what may stand on it, and which of two holds; and that counting them all is a count by hand.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, isRefused } from '../kernel/index.ts'
import { PEOPLE, STAFF, type Who } from '../matter/testing/community.ts'
import {
  type Ballot,
  type BallotCommand,
  type BallotEvent,
  NO_BALLOT,
  type PollRule,
  type Question,
  ballotEntry,
  ballotRules,
  countBallots,
  outcomeOf,
  pollRuleByKey,
} from './index.ts'
import { blankBallot } from './testing/blank.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const rule = pollRuleByKey('cn-residents-representatives')!
const YES_NO: Question = { type: 'for-against', text: '装长椅？', explanation: '' }
const colours = ['红', '蓝', '绿'].map((text, index) => ({ key: `option-${index + 1}`, text }))
const ONE: Question = { type: 'choose-one', text: '刷什么颜色？', explanation: '', options: colours }
const TWO: Question = { ...ONE, type: 'choose-some', most: 2 }

const blank = (more: object = {}) => blankBallot({ question: YES_NO, ...more })
const ANN: Actor = { kind: 'person', person: 'per_ann', hats: [] }
const cast = (...choice: readonly string[]): BallotCommand => ({ type: 'CastBallot', choice })
const note = (...choice: readonly string[]): BallotCommand => ({ type: 'NoteBallot', choice, where: 'hall' })
const decide = (ballot: Ballot, command: BallotCommand, actor: Actor) =>
  ballotRules.decide(ballot, command, { actor, now: '2026-11-18T02:00:00.000Z', ids })
const refusal = (ballot: Ballot, command: BallotCommand, actor: Actor = ANN) => {
  const answer = decide(ballot, command, actor)
  return isRefused(answer) ? answer.refused : null
}
const after = (ballot: Ballot, command: BallotCommand, actor: Actor = ANN): Ballot => {
  const answer = decide(ballot, command, actor)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.state
}

describe('whose hand', () => {
  test('a voter casts their own ballot and nobody else’s', () => {
    expect(refusal(blank(), cast('for'))).toBeNull()
    for (const who of Object.values(PEOPLE)) expect(refusal(blank(), cast('for'), who)).toBe('not-your-ballot')
    expect(refusal(blank({ person: null }), cast('for'), { kind: 'visitor' })).toBe('not-your-ballot')
  })
  test('tellers note what a voter says in the hall, and it is told who noted it', () => {
    const tellers: readonly Who[] = [...(rule.tellers as readonly Who[])]
    for (const [who, actor] of Object.entries(PEOPLE))
      expect(refusal(blank(), note('for'), actor), who).toBe(tellers.includes(who as Who) ? null : 'not-your-poll')
    expect(decide(blank(), note('for'), STAFF)).toMatchObject({
      events: [{ noted: { by: 'per_staff', where: 'hall' } }],
    })
  })
  test('without a place on the list there is no ballot', () => {
    expect(refusal(NO_BALLOT, cast('for'))).toBe('not-in-this-state')
  })
})

test.each(['draft', 'counting', 'decided', 'withdrawn'])('no ballot is taken while the poll is %s', (pollStatus) => {
  expect(refusal(blank({ pollStatus }), cast('for'))).toBe('poll-not-open')
  expect(refusal(blank({ pollStatus }), note('for'), STAFF)).toBe('poll-not-open')
})

test('once it is over only what was signed before is still taken down', () => {
  const over = blank({ pollStatus: 'closed', closesAt: '2026-11-18T01:00:00.000Z' })
  expect(refusal(over, cast('for'))).toBe('poll-not-open')
  const noted = (where: 'paper' | 'door' | 'hall' | 'phone') =>
    refusal(over, { type: 'NoteBallot', choice: ['for'], where }, STAFF)
  expect([noted('paper'), noted('door'), noted('hall'), noted('phone')]).toEqual([null, null, null, 'poll-not-open'])
})

test('nor where hands and paper are counted', () => {
  expect(refusal(blank({ way: 'counted' }), cast('for'))).toBe('way-unfit')
  expect(refusal(blank({ way: 'counted' }), note('for'), STAFF)).toBe('way-unfit')
})

describe('what stands on it', () => {
  test.each([
    [YES_NO, ['for'], null],
    [YES_NO, ['abstain'], null],
    [YES_NO, ['maybe'], 'choice-unfit'],
    [YES_NO, ['for', 'against'], 'choice-unfit'],
    [YES_NO, [], 'choice-unfit'],
    [YES_NO, ['option-1'], 'choice-unfit'],
    [ONE, ['option-2'], null],
    [ONE, ['option-1', 'option-2'], 'choice-unfit'],
    [ONE, ['option-9'], 'choice-unfit'],
    [TWO, ['option-1', 'option-2'], null],
    [TWO, ['option-1', 'option-1'], 'choice-unfit'],
    [TWO, ['option-1', 'abstain'], 'choice-unfit'],
    [TWO, ['option-1', 'option-2', 'option-3'], 'choice-unfit'],
  ] as const)('%o with %o', (question, choice, refused) => {
    expect(refusal(blank({ question }), cast(...choice))).toBe(refused)
  })
  test('only who holds the paper can say that it is spoilt', () => {
    expect(refusal(blank(), cast('invalid'))).toBe('choice-unfit')
    expect(refusal(blank(), note('invalid'), STAFF)).toBeNull()
  })
})

describe('when somebody votes twice', () => {
  const by = (precedence: PollRule['precedence']) => blank({ rule: { ...rule, precedence } })
  test.each([
    ['latest', 'own, own', null],
    ['latest', 'own, noted', null],
    ['own-hand', 'own, own', null],
    ['own-hand', 'own, noted', null],
    ['signed', 'noted, own', 'ballot-stands'],
    ['own-hand', 'noted, own', null],
    ['own-hand', 'noted, noted', null],
    ['first', 'own, own', 'ballot-stands'],
    ['first', 'noted, own', 'ballot-stands'],
  ] as const)('by the precedence %s: %s', (precedence, order, refused) => {
    const [first, second] = order.split(', ').map((hand) => hand === 'own') as [boolean, boolean]
    const give = (own: boolean, choice: string) => [own ? cast(choice) : note(choice), own ? ANN : STAFF] as const
    const once = after(by(precedence), ...give(first, 'for'))
    expect(refusal(once, ...give(second, 'against'))).toBe(refused)
  })
  test('both are kept, by number', () => {
    const twice = after(after(blank(), cast('for')), cast('against'))
    expect(twice).toMatchObject({ status: 'cast', number: 2, channel: 'online' })
  })
  test('a paper beside a vote that goes before it is kept and does not hold (R1.65)', () => {
    const own = after(by('own-hand'), cast('for'))
    expect(decide(own, note('against'), STAFF)).toMatchObject({ events: [{ number: 2, holds: false }] })
    expect(after(own, note('against'), STAFF)).toMatchObject({ number: 2, channel: 'online' })
    expect(decide(by('own-hand'), note('against'), STAFF)).toMatchObject({ events: [{ number: 1, holds: true }] })
  })
})

test('the ledger seals whose ballot it is and what stands on it', () => {
  const answer = decide(blank(), note('for'), STAFF)
  if (isRefused(answer)) throw new Error(answer.refused)
  const { facts, sealed } = ballotEntry.BallotCast(answer.events[0] as Extract<BallotEvent, { type: 'BallotCast' }>)!
  expect(facts).toEqual({ poll: 'pol_1', number: 1, noted: true, where: 'hall', holds: true })
  expect(sealed).toEqual({ voter: 'vtr_1', choice: ['for'] })
})

const marks: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constant(['abstain']),
  fc.constant(['invalid']),
  fc.subarray(
    colours.map(({ key }) => key),
    { minLength: 1, maxLength: 2 },
  ),
)
test('ballots are counted as a hand would count them, and an option wins that most of those present name', () => {
  fc.assert(
    fc.property(fc.array(marks, { minLength: 1, maxLength: 30 }), (all) => {
      const figures = countBallots(
        { rule, question: TWO },
        all.map((choice, head) => ({ head, zone: '', proof: 'none', choice, amounts: {} })),
      )
      const naming = (key: string) => all.filter((choice) => choice.includes(key)).length
      for (const { key } of colours) expect(figures.votes[key]).toEqual({ heads: naming(key) })
      expect(figures.cast).toEqual({ heads: all.length - naming('abstain') - naming('invalid') })
      const { chosen } = outcomeOf({ rule, electorate: { heads: all.length }, question: TWO }, figures)
      for (const key of chosen) expect(2 * naming(key)).toBeGreaterThan(all.length)
      expect(chosen.length).toBeLessThanOrEqual(2)
    }),
  )
})

test('of two options that tie for the last place neither is chosen', () => {
  const of = (question: Question, ...all: readonly (readonly string[])[]) => {
    const figures = countBallots(
      { rule, question },
      all.map((choice, head) => ({ head, zone: '', proof: 'none', choice, amounts: {} })),
    )
    return outcomeOf({ rule, electorate: { heads: all.length }, question }, figures).chosen
  }
  const three: Question = { ...TWO, most: 1 }
  expect(of(TWO, ['option-1', 'option-2'], ['option-1', 'option-2'], ['option-1'])).toEqual(['option-1', 'option-2'])
  expect(of(three, ['option-1'], ['option-1'], ['option-2'])).toEqual(['option-1'])
  const both = { ...three, type: 'choose-some', most: 2 } as Question
  const figures = countBallots(
    { rule, question: both },
    [1, 2, 3].map((head) => ({ head, zone: '', proof: 'none', choice: ['option-1', 'option-2'], amounts: {} })),
  )
  expect(outcomeOf({ rule, electorate: { heads: 3 }, question: three }, figures).chosen).toEqual([])
})
