// The limits of a matter: they remind, escalate, pause with a reason, are nudged, and are counted anew by a calendar that came late.
import { describe, expect, test } from 'vitest'
import { startOfDay } from '../calendar/index.ts'
import { CLOCK, DAY, HOUR, MINUTE, later } from '../kernel/index.ts'
import { AT_DO, AT_RATE, AT_SORT, AT_WORK } from '../reactions/testing/places.ts'
import {
  RAISE,
  accepted,
  asks,
  completed,
  given,
  passes,
  pausing,
  placed,
  refusal,
  sorted,
  sorting,
  told,
  toldTypes,
  when,
} from '../reactions/testing/story.ts'
import { type World, open, until } from '../reactions/testing/world.ts'
import { type MatterCommand, matterRules, nextDue, wakesAt } from './index.ts'
import { PROPERTY, RAISER, SEATING, STAFF } from './testing/community.ts'
import { clock, happened, levels, times } from './testing/happening.ts'
import { SMALL } from './testing/procedures.ts'

describe('a limit', () => {
  test('reminds, then escalates at the breach, then escalates further and lists the matter', () => {
    const due = clock(AT_WORK, 'control').due
    expect(due).toBe(later(AT_WORK.now, 8 * HOUR))
    expect(happened(until(AT_WORK, later(due, DAY)), AT_WORK)).toEqual([
      { type: 'ClockReminded', at: later(due, -4 * HOUR) },
      { type: 'ClockBreached', at: due },
      { type: 'MatterEscalated', at: due },
      { type: 'ClockBreached', at: later(due, DAY) },
      { type: 'MatterEscalated', at: later(due, DAY) },
      { type: 'MatterListed', at: later(due, DAY) },
    ])
  })

  test('escalates from the doer to the committee, the branch, the street office, and then no higher', () => {
    const world = when(AT_DO, passes(20 * DAY))
    expect(levels(world)).toEqual([
      [1, 'pty_staff'],
      [2, 'pty_branch'],
      [3, 'pty_street-office'],
    ])
    expect(open(world)).toMatchObject({ escalation: 3, listed: true, missed: true })
    expect(times(world, 'MatterListed')).toBe(1)
    expect(wakesAt(open(world))).toBeNull()
  })

  test('of the committee itself escalates past it', () => {
    expect(levels(when(AT_SORT, passes(2 * DAY)))).toEqual([[2, 'pty_branch']])
  })

  test('escalates past a rung on which nobody sits', () => {
    const { branch: _, ...seating } = SEATING
    const world = given(asks(RAISER, { ...RAISE, seating }), sorted, passes(4 * DAY))
    expect(levels(world)).toEqual([[3, 'pty_street-office']])
  })

  test('that two clocks miss at one moment escalates one level for each and lists once', () => {
    const world = until(AT_DO, later(AT_DO.now, 30 * DAY), true)
    expect(levels(world).map(([level]) => level)).toEqual([1, 2, 3])
    expect(times(world, 'MatterListed')).toBe(1)
    expect(open(world).course.clocks.every(({ breaches }) => breaches === 2)).toBe(true)
  })

  test('speaks in the order of time, even late, and is met where waiting lets the matter go on as it ends', () => {
    const limits = { respond: 'P1D', finish: 'P7D' } as const
    const hasty = {
      ...SMALL,
      stages: SMALL.stages.map((stage) => (stage.act === 'rate' ? { ...stage, limits } : stage)),
    }
    const work = given(asks(RAISER, RAISE), asks(STAFF, sorting({}, hasty)), placed('property'))
    const rate = when(work, accepted('property'), completed('property'))
    const week = later(rate.now, 8 * DAY)
    const kinds = (world: World) =>
      told(world, rate).map((event) =>
        event.type === 'ClockReminded' || event.type === 'ClockBreached'
          ? `${event.type} ${event.clock.kind}`
          : event.type,
      )
    expect(kinds(until(rate, week))).toEqual([
      'ClockReminded respond',
      'ClockBreached respond',
      'MatterEscalated',
      'ClockBreached respond',
      'MatterEscalated',
      'MatterListed',
      'ClockReminded finish',
      'StageEntered',
    ])
    expect(kinds(until(rate, week, true))).toEqual(kinds(until(rate, week)))
  })

  test('met in time is silent', () => {
    expect(toldTypes(when(AT_WORK, asks(CLOCK, { type: 'WakeMatter' })), AT_WORK)).toEqual([])
  })
})

describe('a pause', () => {
  const UNTIL = later(AT_WORK.now, 5 * DAY)
  const PAUSED = when(AT_WORK, asks(PROPERTY, pausing(UNTIL)))

  test('never breaches, and the clocks go on by themselves when it ends', () => {
    const before = until(PAUSED, later(UNTIL, -1))
    expect(happened(before, PAUSED)).toEqual([])
    expect(happened(until(before, UNTIL), PAUSED)).toEqual([{ type: 'ClocksResumed', at: UNTIL }])
    expect(clock(until(before, UNTIL), 'control').due).toBe(later(clock(AT_WORK, 'control').due, 5 * DAY))
  })

  test('ends early when somebody says so', () => {
    const world = when(PAUSED, passes(HOUR), asks(PROPERTY, { type: 'ResumeClocks' }))
    expect(clock(world, 'control')).toMatchObject({ paused: null, due: later(clock(AT_WORK, 'control').due, HOUR) })
  })

  test('asks for nothing while it lasts', () => {
    const next = (world: World) => nextDue(open(world).course.clocks)
    expect(next(AT_WORK)).toBe(clock(AT_WORK, 'control').due)
    expect(next(PAUSED)).toBeNull()
    expect(next(until(PAUSED, UNTIL))).toBe(later(clock(AT_WORK, 'control').due, 5 * DAY))
  })

  test('stands in the story with its reason', () => {
    expect(told(PAUSED, AT_WORK)).toMatchObject([{ type: 'ClocksPaused', reason: '等配件', until: UNTIL }])
  })

  test('leaves the clocks alone that have stopped', () => {
    expect(clock(PAUSED, 'respond')).toEqual(clock(AT_WORK, 'respond'))
  })

  test.each<readonly [string, World, MatterCommand, string]>([
    ['into the past', AT_WORK, pausing(AT_WORK.now), 'pause-in-the-past'],
    ['of a pause', PAUSED, pausing(UNTIL), 'already-paused'],
    ['that does not run, to be ended', AT_WORK, { type: 'ResumeClocks' }, 'not-paused'],
  ])('%s is refused', (_, world, command, code) => {
    expect(refusal(world, STAFF, command)).toBe(code)
  })

  test('that ends as a waiting outcome opens lets the matter go on at once', () => {
    const opens = startOfDay('2026-11-26')
    const world = until(when(AT_RATE, asks(STAFF, pausing(opens))), opens)
    expect(open(world).course).toMatchObject({ stage: 'revisit', enteredAt: opens })
  })

  test('of a few minutes across the reminder only delays it', () => {
    const start = when(AT_SORT, passes(30 * MINUTE))
    const { remindAt } = clock(start, 'finish')
    const paused = when(until(start, later(remindAt, -MINUTE)), asks(STAFF, pausing(remindAt)))
    expect(toldTypes(until(paused, later(remindAt, HOUR)), paused)).toEqual(['ClocksResumed', 'ClockReminded'])
  })
})

describe('listed supervision', () => {
  test('is set and lifted once', () => {
    const listed = when(AT_DO, asks(STAFF, { type: 'ListMatter', reason: '拖太久' }))
    expect(open(listed).listed).toBe(true)
    expect(refusal(listed, STAFF, { type: 'ListMatter', reason: '再挂' })).toBe('already-listed')
    expect(refusal(AT_DO, STAFF, { type: 'UnlistMatter', reason: '好了' })).toBe('not-listed')
    expect(open(when(listed, asks(STAFF, { type: 'UnlistMatter', reason: '好了' }))).listed).toBe(false)
  })
})

describe('a nudge', () => {
  const NUDGE: MatterCommand = { type: 'NudgeMatter' }

  test('once a local day: not again before midnight in Shanghai, and again after it', () => {
    const midnight = startOfDay('2026-11-19')
    const nudged = when(AT_DO, asks(RAISER, NUDGE))
    expect(refusal(nudged, RAISER, NUDGE)).toBe('nudged-today')
    expect(refusal(until(nudged, later(midnight, -1)), RAISER, NUDGE)).toBe('nudged-today')
    expect(refusal(until(nudged, midnight), RAISER, NUDGE)).toBeNull()
  })
})

describe('a calendar that came late', () => {
  const matter = open(AT_WORK)
  const finish = { ...clock(AT_WORK, 'finish'), provisional: true, due: later(clock(AT_WORK, 'finish').due, DAY) }
  const provisional = { ...matter, course: { ...matter.course, clocks: [finish] } }
  const meta = { actor: CLOCK, now: AT_WORK.now, ids: () => 'clk_1' as never }

  test('counts a provisional limit anew, once', () => {
    const answer = matterRules.decide(provisional, { type: 'RecountClocks' }, meta)
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.events.map(({ type }) => type)).toEqual(['ClocksRecounted'])
    expect((answer.state as typeof matter).course.clocks).toEqual([clock(AT_WORK, 'finish')])
    expect(matterRules.decide(answer.state, { type: 'RecountClocks' }, meta)).toMatchObject({ events: [] })
  })

  test('leaves a limit alone that was counted by a published year', () => {
    expect(matterRules.decide(matter, { type: 'RecountClocks' }, meta)).toMatchObject({ events: [] })
  })
})
