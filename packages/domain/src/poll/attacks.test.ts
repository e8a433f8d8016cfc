// What somebody may try against a vote without breaking in: a clock that was moved back, and a rule that asks the impossible.
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, type Instant, isRefused } from '../kernel/index.ts'
import { type Ballot, POLL_RULES, ballotRules, pollRuleByKey, pollRuleSchema } from './index.ts'
import { blankBallot } from './testing/blank.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
const ANN: Actor = { kind: 'person', person: 'per_ann', hats: [] }
const CLOSES: Instant = '2026-12-20T16:00:00.000Z'
const BEFORE: Instant = '2026-12-01T02:00:00.000Z'

const blank = (more: object) => blankBallot({ owners: ['per_ann'], closesAt: CLOSES, rule, ...more })

const castAt = (ballot: Ballot, now: Instant, choice = 'for') =>
  ballotRules.decide(ballot, { type: 'CastBallot', choice: [choice] }, { actor: ANN, now, ids })

describe('a clock that was moved back', () => {
  test.each(['closed', 'counting', 'preliminary', 'decided', 'withdrawn', 'announced', 'draft'] as const)(
    'opens nothing: a poll that is %s takes no ballot, whatever the hour is said to be',
    (pollStatus) => {
      expect(castAt(blank({ pollStatus }), BEFORE)).toMatchObject({ refused: 'poll-not-open' })
    },
  )
  test('does not let an earlier ballot hold: the number says which was later', () => {
    const first = castAt(blank({}), '2026-12-19T02:00:00.000Z')
    if (isRefused(first)) throw new Error(first.refused)
    const second = castAt(first.state, BEFORE, 'against')
    expect(second).toMatchObject({ events: [{ number: 2, choice: ['against'], holds: true }] })
  })
  test('of the millisecond before the end the ballot is taken, of the end itself it is not', () => {
    expect(isRefused(castAt(blank({}), '2026-12-20T15:59:59.999Z'))).toBe(false)
    expect(castAt(blank({}), CLOSES)).toMatchObject({ refused: 'poll-not-open' })
  })
})

describe('a rule that asks the impossible is no rule', () => {
  const share = (at: 'least' | 'more', part: number, whole: number) => ({
    ...rule.majority[0]!,
    at,
    share: [part, whole],
  })
  const zones = (at: 'least' | 'more', part: number, whole: number) => ({
    ...pollRuleByKey('owners-most-zones')!.zones!,
    at,
    share: [part, whole],
  })
  test.each([
    ['more than all of them', { majority: [share('more', 1, 1)] }],
    ['at least more than all of them', { majority: [share('least', 3, 2)] }],
    ['a quorum of more than everybody', { quorum: [share('more', 3, 3)] }],
    ['none of nothing', { majority: [share('least', 0, 1)] }],
    ['no majority at all', { majority: [] }],
    ['more than all zones', { zones: zones('more', 1, 1) }],
    ['at least five of four zones', { zones: zones('least', 5, 4) }],
    ['silence that cannot be counted strictly', { silent: ['follow-majority'] }],
    ['an end before its beginning', { effectiveFrom: '2026-01-02', effectiveTo: '2026-01-01' }],
    ['a secret of which ballots are kept', { secrecy: 'secret', ways: ['ballots'] }],
    ['nobody to count', { tellers: [] }],
  ])('%s', (_, change) => {
    expect(pollRuleSchema.safeParse({ ...rule, ...change }).success).toBe(false)
  })
  test('what can be met stays a rule: all of them, all zones, and every rule that is shipped', () => {
    expect(pollRuleSchema.safeParse({ ...rule, majority: [share('least', 1, 1)] }).success).toBe(true)
    expect(pollRuleSchema.safeParse({ ...rule, zones: zones('least', 1, 1) }).success).toBe(true)
    for (const shipped of POLL_RULES) expect(pollRuleSchema.safeParse(shipped).success, shipped.key).toBe(true)
  })
})
