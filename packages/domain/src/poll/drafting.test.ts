// Drafting a poll: what a draft may ask, of whom, and by which rule.
import { describe, expect, test } from 'vitest'
import type { Instant } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { NO_POLL, type Poll, type PollCommand, type PollRule, pollRuleByKey } from './index.ts'
import { COMMANDS } from './testing/commands.ts'
import { AT_WORK, DRAFT, OPEN, after, decide, draft, refusal, rule, voter } from './testing/representatives-poll.ts'

describe('drafting', () => {
  const of = (more: object, actor = STAFF, now?: Instant) => refusal(NO_POLL, draft(more), actor, now)
  const secret: PollRule = { ...rule, secrecy: 'secret' }
  const options = (...texts: readonly string[]) => ({
    type: 'choose-one',
    text: '选哪一种？',
    explanation: '',
    options: texts.map((text, index) => ({ key: `option-${index + 1}`, text })),
  })
  test.each([
    ['not where the stage opens no poll', { of: AT_WORK }, 'not-at-this-stage'],
    ['a rule that nobody knows', { rule: null }, 'poll-rule-unknown'],
    ['another rule than the procedure names', { rule: pollRuleByKey('show-of-hands') }, 'poll-rule-differs'],
    ['an empty list', { electorate: { voters: [] } }, 'electorate-empty'],
    ['nobody in all', { way: 'counted', electorate: { totals: { heads: 0 } } }, 'electorate-empty'],
    [
      'totals without what the rule counts',
      { way: 'counted', electorate: { totals: { area: '10.00' } } },
      'electorate-empty',
    ],
    ['the same person twice', { electorate: { voters: [voter(1), voter(2, { person: 'per_1' })] } }, 'voters-twice'],
    ['ballots of people without names', { electorate: { totals: { heads: 40 } } }, 'way-unfit'],
    ['the same option twice', { question: options('红 色', '红色') }, 'options-twice'],
    [
      'more choices than options',
      { question: { ...options('红', '蓝'), type: 'choose-some', most: 3 } },
      'options-too-few',
    ],
    ['a secret vote on a screen', { rule: secret }, 'secret-on-paper'],
  ])('refuses %s', (_, more, code) => {
    expect(of(more)).toBe(code)
  })
  test('refuses a rule on a day on which it is not in force', () => {
    const dated: PollRule = { ...rule, effectiveFrom: '2026-01-01', effectiveTo: '2026-11-18' }
    expect(of({ rule: dated })).toBeNull()
    expect(of({ rule: dated }, STAFF, '2026-11-18T15:59:59.999Z')).toBeNull()
    expect(of({ rule: dated }, STAFF, '2026-11-18T16:00:00.000Z')).toBe('poll-rule-not-in-force')
    expect(of({ rule: dated }, STAFF, '2025-12-31T15:59:59.999Z')).toBe('poll-rule-not-in-force')
    const aged = { ...DRAFT, rule: dated } as Poll
    expect(refusal(aged, OPEN, STAFF, '2026-11-18T16:00:00.000Z')).toBe('poll-rule-not-in-force')
  })
  test('two people without an entry in the roster may stand on one list', () => {
    expect(of({ electorate: { voters: [voter(1, { person: null }), voter(2, { person: null })] } })).toBeNull()
  })
  test('may be done anew until the poll opens, and the digest follows', () => {
    const again = after(DRAFT, COMMANDS.RedraftPoll)
    expect(again).toMatchObject({ status: 'draft', way: 'counted', named: null, totals: { heads: 40 } })
    expect(again.digest).not.toBe(DRAFT.digest)
    expect(DRAFT.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(refusal(DRAFT, { ...COMMANDS.RedraftPoll, electorate: { voters: [] } } as PollCommand)).toBe(
      'electorate-empty',
    )
  })
  test('what is opened is the list that was drafted', () => {
    const answer = decide(DRAFT, OPEN)
    expect(answer).toMatchObject({ events: [{ type: 'PollOpened', digest: DRAFT.digest, named: 3 }] })
  })
})
