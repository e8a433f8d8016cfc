// A poll of an assembly of owners over three units, at every step from its draft to the notice of its result.
import { CLOCK, DAY, type Instant, later } from '../../kernel/index.ts'
import { COMMUNITY, PEOPLE, STAFF } from '../../matter/testing/community.ts'
import { WEDNESDAY } from '../../reactions/testing/world.ts'
import {
  type Electorate,
  type Figures,
  NO_POLL,
  type Poll,
  type PollCommand,
  type PollRule,
  pollRuleByKey,
} from '../index.ts'
import { noticeOf, planFrom, unitsOf } from './assembly.ts'
import { after, draft, enter, rule } from './representatives-poll.ts'

/** An assembly of owners on its way, under a rule with the same hands. */
export const OWNERS: PollRule = {
  ...pollRuleByKey('cn-civil-code-278-ordinary')!,
  key: rule.key,
  openers: rule.openers,
  tellers: rule.tellers,
}
export const PLAN = planFrom(WEDNESDAY)
export const UNITS: Electorate = {
  voters: unitsOf([
    { owners: ['ann'], area: '90.00' },
    { owners: ['ann'], area: '60.00' },
    { owners: ['bob', 'eve'], area: '100.00' },
  ]),
}
export const HANGING = noticeOf(COMMUNITY, PLAN.opensAt)
export const ELAPSED = noticeOf(COMMUNITY, PLAN.opensAt, { status: 'elapsed' })
export const RESULT_HANGS = noticeOf(COMMUNITY, later(PLAN.closesAt, 9 * DAY), { id: 'ntc_2', kind: 'result', days: 7 })
export const RESULT_OVER = noticeOf(COMMUNITY, later(PLAN.closesAt, 9 * DAY), {
  id: 'ntc_2',
  kind: 'result',
  status: 'elapsed',
})
const areas = (agreed: readonly [number, string], against: readonly [number, string]): Figures => {
  const of = ([heads, area]: readonly [number, string]) => ({ heads, area })
  const none = of([0, '0.00'])
  return {
    present: of([agreed[0] + against[0], '250.00']),
    votes: { for: of(agreed), against: of(against) },
    abstain: none,
    invalid: none,
    silent: none,
    proven: none,
  }
}
export const WON = areas([1, '150.00'], [1, '100.00'])
export const ANNOUNCE: PollCommand = { type: 'AnnouncePoll', notice: HANGING }
export const OPEN_UNITS: PollCommand = { type: 'OpenPoll', objections: { notice: ELAPSED, unanswered: 0 } }
export const at =
  (now: Instant) =>
  (poll: Poll, command: PollCommand, actor = STAFF) =>
    after(poll, command, actor, now)
export const UNITS_DRAFT = after(NO_POLL, draft({ rule: OWNERS, electorate: UNITS, plan: PLAN }))
export const ANNOUNCED = after(UNITS_DRAFT, ANNOUNCE)
export const RUNNING = at(PLAN.opensAt)(ANNOUNCED, OPEN_UNITS)
export const CLOSED = at(PLAN.closesAt)(RUNNING, { type: 'ClosePoll' }, CLOCK)
export const COUNTED = at(PLAN.closesAt)(CLOSED, enter(WON))
export const FOUND = at(PLAN.closesAt)(COUNTED, enter(WON), PEOPLE.branch)
export const SHOWN = at(PLAN.closesAt)(FOUND, { type: 'ShowResult', notice: RESULT_HANGS })
