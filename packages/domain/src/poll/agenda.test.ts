// Several questions of one assembly: what may join it, what it has to keep as a whole, and how all go the way of the first.
import { array, assert, boolean, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import { COMMUNITY, PEOPLE, STAFF } from '../matter/testing/community.ts'
import { othersMovedByFirst } from '../reactions/index.ts'
import {
  MOST_QUESTIONS,
  type Poll,
  type PollCommand,
  type PollRule,
  type StandingPoll,
  extensionOf,
  pollRuleByKey,
  pollRules,
} from './index.ts'
import { TWO_UNITS, draftOver, noticeOf, planFrom, unitsOf } from './testing/assembly.ts'

const NOW: Instant = '2026-11-18T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
const rule = (key: string): PollRule => pollRuleByKey(key)!
const ordinary = rule('cn-civil-code-278-ordinary')
const special = rule('cn-civil-code-278-special')
const PLAN = planFrom(NOW)
const QUESTION = { type: 'for-against', text: '续聘物业？', explanation: '' } as const

const first = (more: object = {}) => draftOver(NOW, { rule: ordinary, question: QUESTION }, more)
const adding = (more: object = {}): PollCommand =>
  ({
    type: 'AddQuestion',
    id: 'pol_2',
    to: first(),
    item: 2,
    standing: 1,
    rule: special,
    question: QUESTION,
    topic: 'fund-raise',
    regime: 'strict',
    basis: '',
    electorate: TWO_UNITS,
    ...more,
  }) as PollCommand
const decide = (poll: Poll, command: PollCommand, actor = STAFF, now = NOW) =>
  pollRules.decide(poll, command, { actor, now, ids })
const refusal = (poll: Poll, command: PollCommand, actor = STAFF, now = NOW) => {
  const answer = decide(poll, command, actor, now)
  return isRefused(answer) ? answer.refused : null
}
const after = (poll: Poll, command: PollCommand, actor = STAFF, now = NOW) => {
  const answer = decide(poll, command, actor, now)
  if (isRefused(answer)) throw new Error(`${answer.refused} ${JSON.stringify(answer.detail)}`)
  return answer
}
const NONE: Poll = { status: 'absent' }
const SECOND = after(NONE, adding()).state as StandingPoll
const HANGING = noticeOf(COMMUNITY, PLAN.opensAt)
const announce = (...others: readonly StandingPoll[]): PollCommand => ({
  type: 'AnnouncePoll',
  notice: HANGING,
  others,
})

describe('a further question', () => {
  test('has a rule, a matter of law and a silence of its own, and all else from the first', () => {
    expect(SECOND).toMatchObject({
      status: 'draft',
      rule: { key: special.key },
      agenda: { first: 'pol_1', item: 2 },
      matter: 'mat_1',
      assembly: { topic: 'fund-raise', opensAt: PLAN.opensAt, closesAt: PLAN.closesAt, scope: PLAN.scope },
    })
  })
  test.each([
    ['an assembly that is announced', { to: first({ status: 'announced' }) }, 'agenda-closed'],
    ['another further question', { to: first({ agenda: { first: 'pol_0', item: 2 } }) }, 'on-agenda'],
    ['a poll without units', { to: first({ assembly: null }) }, 'agenda-unfit'],
    ['a vote that is counted by hands', { to: first({ way: 'counted' }) }, 'agenda-unfit'],
    ['a full agenda', { standing: MOST_QUESTIONS }, 'agenda-full'],
    ['with a rule of other tellers', { rule: { ...special, tellers: ['staff'] } }, 'agenda-unfit'],
    ['with a rule that lets another ballot hold', { rule: { ...special, precedence: 'latest' } }, 'agenda-unfit'],
    ['with a rule that is not in force', { rule: { ...special, effectiveTo: '2026-01-01' } }, 'poll-rule-not-in-force'],
    ['with other units', { electorate: { voters: unitsOf([{ owners: ['ann'], area: '90.00' }]) } }, 'agenda-unfit'],
    [
      'with other areas',
      {
        electorate: {
          voters: unitsOf([
            { owners: ['ann'], area: '90.00' },
            { owners: ['bob'], area: '60.01' },
          ]),
        },
      },
      'agenda-unfit',
    ],
  ])('joins no %s', (_, more, code) => {
    expect(refusal(NONE, adding(more))).toBe(code)
  })
  test('is added by those who keep the first one', () => {
    expect(refusal(NONE, adding(), PEOPLE.resident)).toBe('not-your-poll')
  })
  test('goes no way of its own before the count, but may be taken back alone', () => {
    expect(refusal(SECOND, announce())).toBe('on-agenda')
    const open = { ...SECOND, status: 'open' } as StandingPoll
    for (const command of [
      { type: 'ExtendPoll' },
      { type: 'RecordProofs', proof: 'delivered', voters: ['vtr_1'], evidence: '签收表' },
    ] as const)
      expect(refusal(open, command), command.type).toBe('on-agenda')
    expect(refusal(SECOND, { type: 'WithdrawPoll', reason: '不问了' })).toBeNull()
  })
  test('drafted anew it keeps units and dates of its assembly', () => {
    const plan = { ...PLAN, topic: 'fund-use', closesAt: later(PLAN.closesAt, DAY) } as const
    const command = { type: 'RedraftPoll', way: 'ballots', question: QUESTION, electorate: TWO_UNITS, plan } as const
    expect(after(SECOND, command).state).toMatchObject({
      assembly: { topic: 'fund-use', closesAt: PLAN.closesAt },
    })
  })
})

test('what was taken back or decided before does not follow any more, and nothing follows another first', () => {
  const withdraw = { does: 'withdraw', reason: '撤回' } as const
  for (const status of ['withdrawn', 'decided']) {
    const over = { ...SECOND, status } as StandingPoll
    expect(after(over, { type: 'FollowFirst', first: 'pol_1', led: withdraw }).events).toEqual([])
  }
  expect(refusal(SECOND, { type: 'FollowFirst', first: 'pol_9', led: withdraw })).toBe('on-agenda')
})

describe('the whole agenda', () => {
  test('is announced only when every question keeps the law', () => {
    expect(refusal(first(), announce(SECOND))).toBeNull()
    const wrong = { ...SECOND, assembly: { ...SECOND.assembly!, topic: 'lift' } } as StandingPoll
    const rule: PollRule = { ...special, topics: ['fund-raise'] }
    expect(decide(first(), announce({ ...wrong, rule } as StandingPoll))).toMatchObject({
      refused: 'law-not-kept',
      detail: { check: 'topic', item: 2 },
    })
  })
  test('is of one list and one time', () => {
    for (const more of [{ named: 3 }, { totals: { heads: 2, area: '150.01' } }, { way: 'counted' }])
      expect(refusal(first(), announce({ ...SECOND, ...more } as StandingPoll))).toBe('agenda-unfit')
    const alone = first({ assembly: null, way: 'counted' })
    expect(refusal(alone, { type: 'OpenPoll', others: [SECOND] })).toBe('agenda-unfit')
    expect(refusal(alone, { type: 'OpenPoll' })).toBeNull()
    const longer = { ...SECOND.assembly!, closesAt: later(PLAN.closesAt, DAY) }
    expect(refusal(first(), announce({ ...SECOND, assembly: longer } as StandingPoll))).toBe('agenda-unfit')
  })
  test('is prolonged as the strictest of its rules allows', () => {
    const under = (extension: PollRule['extension'], extensions = 0) => ({
      rule: { ...ordinary, extension },
      assembly: { ...SECOND.assembly!, extensions },
    })
    expect(extensionOf([under({ days: 10, times: 1 }), under({ days: 7, times: 2 })])).toBe(7)
    expect(extensionOf([under({ days: 10, times: 1 }), under(null)])).toBeNull()
    expect(extensionOf([under({ days: 10, times: 1 }, 1), under({ days: 7, times: 2 })])).toBeNull()
  })
})

const LEADING = ['AnnouncePoll', 'OpenPoll', 'ExtendPoll', 'WithdrawPoll'] as const

test('however the first goes on, every other one that was not taken back stands where it stands, until the same moment', () => {
  const extendable = { ...ordinary, extension: { days: 7, times: 2 } }
  const elapsed = noticeOf(COMMUNITY, PLAN.opensAt, { status: 'elapsed' })
  const commandOf = (type: (typeof LEADING)[number], others: readonly StandingPoll[]): PollCommand => {
    if (type === 'AnnouncePoll') return announce(...others)
    if (type === 'OpenPoll') return { type, others, objections: { notice: elapsed, unanswered: 0 } }
    return type === 'ExtendPoll' ? { type, others } : { type, reason: '撤回' }
  }
  assert(
    property(array(constantFrom(...LEADING), { maxLength: 8 }), boolean(), (steps, alone) => {
      let one = first({ rule: extendable })
      let others = [2, 3].map((item): StandingPoll => {
        const agenda = { first: 'pol_1', item }
        return {
          ...SECOND,
          id: `pol_${item}`,
          rule: { ...special, extension: extendable.extension },
          agenda,
        } as StandingPoll
      })
      if (alone)
        others = [after(others[0]!, { type: 'WithdrawPoll', reason: '不问了' }).state as StandingPoll, others[1]!]
      for (const type of steps) {
        const now = type === 'AnnouncePoll' ? NOW : PLAN.opensAt
        const standing = others.filter(({ status }) => status !== 'withdrawn')
        const answer = decide(one, commandOf(type, standing), STAFF, now)
        if (isRefused(answer)) continue
        one = answer.state as StandingPoll
        const moves = answer.events.flatMap((event) =>
          othersMovedByFirst(
            one,
            event,
            standing.map(({ id }) => id),
          ),
        )
        for (const { to, led } of moves)
          others = others.map((each) =>
            each.id === to
              ? (after(each, { type: 'FollowFirst', first: 'pol_1', led }, STAFF, now).state as StandingPoll)
              : each,
          )
      }
      for (const each of others.filter((_, index) => !(alone && index === 0))) {
        expect(each.status).toBe(one.status)
        expect(each.assembly).toMatchObject({ closesAt: one.assembly!.closesAt, notice: one.assembly!.notice })
      }
    }),
  )
})
