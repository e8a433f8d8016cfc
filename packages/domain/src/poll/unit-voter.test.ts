// Co-owners of a unit: which of them votes for it.
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { type Ballot, type BallotCommand, ballotRules } from './index.ts'
import { blankBallot } from './testing/blank.ts'
import { COMPANY, NOW, ids, ordinary } from './testing/owners-counting.ts'

describe('co-owners', () => {
  const shared = (more: object = {}) =>
    blankBallot({
      person: null,
      owners: ['per_ann', 'per_bob'],
      closesAt: '2026-11-19T00:00:00.000Z',
      question: COMPANY,
      rule: ordinary,
      ...more,
    })
  const as = (name: string) => ({ kind: 'person', person: `per_${name}`, hats: [] }) as const
  const decide = (ballot: Ballot, command: BallotCommand, who = as('ann') as typeof STAFF, now = NOW) =>
    ballotRules.decide(ballot, command, { actor: who, now, ids })
  const cast: BallotCommand = { type: 'CastBallot', choice: ['for'] }
  const refusal = (...asked: Parameters<typeof decide>) => {
    const answer = decide(...asked)
    return isRefused(answer) ? answer.refused : null
  }
  test('R1.8: the first to cast is the one who votes; the other is told so', () => {
    const answer = decide(shared(), cast)
    expect(isRefused(answer) ? null : answer.events.map(({ type }) => type)).toEqual(['VoterChosen', 'BallotCast'])
    const chosen = shared({ person: 'per_ann' })
    expect(refusal(chosen, cast, as('bob') as typeof STAFF)).toBe('co-owner-votes')
    expect(refusal(chosen, cast)).toBeNull()
    expect(refusal(shared(), cast, as('eve') as typeof STAFF)).toBe('not-your-ballot')
  })
  test('who has the vote may hand it to another owner, and a teller notes whom all have chosen; nobody else', () => {
    const choose = (person: string): BallotCommand => ({
      type: 'ChooseVoter',
      person: `per_${person}`,
      evidence: '推选书第 3 号',
    })
    const chosen = shared({ person: 'per_ann' })
    expect(refusal(chosen, choose('bob'))).toBeNull()
    expect(refusal(chosen, choose('bob'), as('bob') as typeof STAFF)).toBe('not-your-poll')
    expect(refusal(chosen, choose('bob'), STAFF)).toBeNull()
    expect(refusal(chosen, choose('eve'), STAFF)).toBe('no-owner')
    expect(refusal(shared({ pollStatus: 'counting' }), choose('bob'), STAFF)).toBe('poll-not-open')
  })
  test('where one of them has voted a teller chooses another only knowing that; sheets on paper are nobody’s own', () => {
    const choose = (more: object = {}): BallotCommand =>
      ({ type: 'ChooseVoter', person: 'per_bob', evidence: '推选书', ...more }) as const
    const voted = { status: 'cast', number: 1, channel: 'online', person: 'per_ann' }
    expect(refusal(shared(voted), choose(), STAFF)).toBe('co-owner-voted')
    expect(refusal(shared(voted), choose({ replaces: true }), STAFF)).toBeNull()
    expect(refusal(shared(voted), choose())).toBeNull()
    expect(refusal(shared({ ...voted, channel: 'paper', person: null }), choose(), STAFF)).toBeNull()
    const elsewhere = { beside: { person: 'per_ann', cast: true } }
    expect(refusal(shared(elsewhere), choose(), STAFF)).toBe('co-owner-voted')
    expect(refusal(shared({ beside: { person: 'per_bob', cast: true } }), choose(), STAFF)).toBeNull()
  })
  test('R1.8: whoever votes for the unit on one question of an agenda does so on all of them', () => {
    const beside = { beside: { person: 'per_ann', cast: true } }
    expect(refusal(shared(beside), cast, as('bob') as typeof STAFF)).toBe('co-owner-votes')
    expect(refusal(shared(beside), cast)).toBeNull()
    const clock = { kind: 'clock' } as unknown as typeof STAFF
    const follow = (how: 'first' | 'signed'): BallotCommand => ({
      type: 'FollowVoter',
      person: 'per_ann',
      how,
      evidence: '',
    })
    const taken = shared({ person: 'per_bob' })
    expect(refusal(shared(), follow('first'), clock)).toBeNull()
    expect(refusal(shared(), follow('first'), STAFF)).toBe('not-your-poll')
    expect(refusal(taken, follow('first'), clock)).toBe('co-owner-votes')
    expect(refusal(taken, follow('signed'), clock)).toBeNull()
    const over = decide(shared({ pollStatus: 'counting' }), follow('signed'), clock)
    expect(isRefused(over) ? over : over.events).toEqual([])
  })
  test('to the last millisecond, and at the moment of closing no more', () => {
    expect(refusal(shared(), cast, undefined, '2026-11-18T23:59:59.999Z')).toBeNull()
    expect(refusal(shared(), cast, undefined, '2026-11-19T00:00:00.000Z')).toBe('poll-not-open')
  })
})
