// A poll of an assembly of owners: announced, opened, closed and shown to the moment, and never earlier.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, later } from '../kernel/index.ts'
import { COMMUNITY, STAFF } from '../matter/testing/community.ts'
import { NO_POLL, type Poll, type PollCommand } from './index.ts'
import { noticeOf, unitsOf } from './testing/assembly.ts'
import { COMMANDS } from './testing/commands.ts'
import {
  ANNOUNCE,
  ANNOUNCED,
  ELAPSED,
  FOUND,
  HANGING,
  OPEN_UNITS,
  OWNERS,
  PLAN,
  RESULT_HANGS,
  RESULT_OVER,
  RUNNING,
  SHOWN,
  UNITS,
  UNITS_DRAFT,
  WON,
  at,
} from './testing/owners-poll.ts'
import { DRAFT, OPEN, OPENED, after, draft, enter, refusal } from './testing/representatives-poll.ts'

describe('an assembly of owners', () => {
  const early = later(PLAN.closesAt, -1)
  test('is neither closed nor counted a millisecond before its declared end', () => {
    expect(refusal(RUNNING, { type: 'ClosePoll' }, CLOCK, early)).toBe('poll-running')
    expect(refusal(RUNNING, enter(WON), STAFF, early)).toBe('poll-running')
    expect(refusal(OPENED, { type: 'ClosePoll' }, STAFF)).toBe('poll-running')
    expect(at(PLAN.closesAt)(RUNNING, enter(WON))).toMatchObject({ status: 'counting', first: { by: 'per_staff' } })
  })
  test('opens at the announced moment, when its notice has elapsed and every objection is answered (R1.15, R1.41)', () => {
    const opening = (objections: object, now = PLAN.opensAt) =>
      refusal(ANNOUNCED, { type: 'OpenPoll', objections } as PollCommand, STAFF, now)
    expect(opening({ notice: ELAPSED, unanswered: 0 })).toBeNull()
    expect(opening({ notice: ELAPSED, unanswered: 0 }, later(PLAN.opensAt, -1))).toBe('poll-too-early')
    expect(opening({ notice: ELAPSED, unanswered: 1 })).toBe('objections-open')
    expect(opening({ notice: HANGING, unanswered: 0 })).toBe('objections-open')
    expect(opening({ notice: RESULT_OVER, unanswered: 0 })).toBe('notice-unfit')
    expect(refusal(ANNOUNCED, OPEN, STAFF, PLAN.opensAt)).toBe('notice-unfit')
    expect(refusal(UNITS_DRAFT, OPEN_UNITS, STAFF, PLAN.opensAt)).toBe('poll-too-early')
    expect(opening({ notice: ELAPSED, unanswered: 0 }, PLAN.closesAt)).toBe('law-not-kept')
  })
  test('is announced by a notice that hangs here and ends before the opening', () => {
    const by = (notice: object) => refusal(UNITS_DRAFT, { type: 'AnnouncePoll', notice } as PollCommand)
    expect(by({ status: 'absent' })).toBe('notice-unfit')
    expect(by(ELAPSED)).toBe('notice-unfit')
    expect(by(noticeOf('com_elsewhere', PLAN.opensAt))).toBe('notice-unfit')
    expect(by(noticeOf(COMMUNITY, later(PLAN.opensAt, 1)))).toBe('notice-unfit')
    expect(refusal(DRAFT, ANNOUNCE)).toBe('assembly-missing')
  })
  test('shows its result as long as the rule says, and stands when nobody’s objection waits (R1.62)', () => {
    const shown = (more: object) => ({ type: 'ShowResult', notice: { ...RESULT_HANGS, ...more } }) as PollCommand
    expect(refusal(FOUND, shown({ days: 6 }), STAFF, PLAN.closesAt)).toBe('notice-unfit')
    expect(refusal(FOUND, shown({ kind: 'list' }), STAFF, PLAN.closesAt)).toBe('notice-unfit')
    expect(refusal(SHOWN, shown({}), STAFF, PLAN.closesAt)).toBe('notice-unfit')
    const confirming = (poll: Poll, notice: object, unanswered: number) =>
      refusal(poll, { type: 'ConfirmResult', objections: { notice, unanswered } } as PollCommand)
    expect(confirming(FOUND, RESULT_OVER, 0)).toBe('notice-unfit')
    expect(confirming(SHOWN, RESULT_OVER, 1)).toBe('objections-open')
    expect(confirming(SHOWN, RESULT_HANGS, 0)).toBe('objections-open')
    expect(confirming(SHOWN, RESULT_OVER, 0)).toBeNull()
    expect(FOUND).toMatchObject({ status: 'preliminary', outcome: { passed: false } })
  })
  test('a recount begins with nobody’s figures and without the notice of the old result', () => {
    expect(after(SHOWN, COMMANDS.OrderRecount)).toMatchObject({
      status: 'counting',
      first: null,
      recounts: 1,
      assembly: { resultNotice: null },
    })
  })
  test('is extended twice at most, before its end', () => {
    const once = at(early)(RUNNING, COMMANDS.ExtendPoll)
    expect(once.assembly).toMatchObject({ extensions: 1, closesAt: later(PLAN.closesAt, 7 * DAY) })
    expect(refusal(at(PLAN.closesAt)(once, COMMANDS.ExtendPoll), COMMANDS.ExtendPoll, STAFF, PLAN.closesAt)).toBe(
      'no-extension',
    )
    expect(refusal(RUNNING, COMMANDS.ExtendPoll, STAFF, PLAN.closesAt)).toBe('no-extension')
    expect(refusal(OPENED, COMMANDS.ExtendPoll)).toBe('no-extension')
  })
  test.each([
    ['units under a rule of people', { electorate: UNITS, plan: PLAN }, 'electorate-unfit'],
    ['people under a rule of units', { rule: OWNERS, plan: PLAN }, 'electorate-unfit'],
    ['units without a plan', { rule: OWNERS, electorate: UNITS }, 'assembly-missing'],
    [
      'totals with one',
      { rule: OWNERS, way: 'counted', electorate: { totals: { heads: 3, area: '9.00' } }, plan: PLAN },
      'electorate-unfit',
    ],
    [
      'the same unit twice',
      {
        rule: OWNERS,
        plan: PLAN,
        electorate: {
          voters: [...unitsOf([{ owners: ['ann'], area: '1.00' }]), ...unitsOf([{ owners: ['bob'], area: '1.00' }])],
        },
      },
      'voters-twice',
    ],
  ])('refuses %s', (_, more, code) => {
    expect(refusal(NO_POLL, draft(more))).toBe(code)
  })
})
