// Time and care around the acts: reminders, breaches, pauses, listed supervision, nudges, ratings, revisits, reopening.
import { describe, expect, test } from 'vitest'
import { startOfDay } from '../calendar/index.ts'
import { CLOCK, DAY, HOUR, type Instant, MINUTE, later } from '../kernel/index.ts'
import {
  AT_ASSIGN,
  AT_CLOSE,
  AT_DO,
  AT_INSPECT,
  AT_JOINT_DO,
  AT_RATE,
  AT_REVISIT,
  AT_SORT,
  AT_WORK,
  CLOSED,
} from '../reactions/testing/places.ts'
import {
  ANSWER,
  RAISE,
  accepted,
  answered,
  asks,
  completed,
  declined,
  given,
  passes,
  pausing,
  placed,
  rated,
  rating,
  refusal,
  revisiting,
  signing,
  sorted,
  sorting,
  taking,
  told,
  toldTypes,
  when,
} from '../reactions/testing/story.ts'
import { type World, onMatter, open, until } from '../reactions/testing/world.ts'
import type { MatterCommand, MatterEvent } from './index.ts'
import { matterRules, nextDue, wakesAt } from './index.ts'
import { BRANCH, PROPERTY, RAISER, SEATING, STAFF } from './testing/community.ts'
import { SMALL } from './testing/procedures.ts'

type Happened = { readonly type: string; readonly at: Instant }
const happened = (world: World, since: World): readonly Happened[] =>
  world.story.slice(since.story.length).map(({ at, event: { type } }) => ({ type, at }))
const levels = (world: World): readonly (readonly [number, string])[] =>
  told(world).flatMap((event) => (event.type === 'MatterEscalated' ? [[event.level, event.to] as const] : []))
const clock = (world: World, kind: string) => open(world).course.clocks.find((each) => each.kind === kind)!
const times = (world: World, type: MatterEvent['type']): number =>
  toldTypes(world).filter((each) => each === type).length

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

describe('a rating', () => {
  test.each([
    [1, 'assign'],
    [2, 'assign'],
    [3, 'revisit'],
    [5, 'revisit'],
  ])('of %i leads to %s', (score, stage) => {
    expect(open(when(AT_RATE, rated(score))).course.stage).toBe(stage)
  })

  test('noted by the desk is marked so', () => {
    expect(told(when(AT_RATE, asks(STAFF, rating(4))), AT_RATE)[0]).toMatchObject({ score: 4, noted: true })
    expect(told(when(AT_RATE, rated(4)), AT_RATE)[0]).toMatchObject({ noted: false })
  })

  test('that never comes lets the matter go on after a week of waiting', () => {
    const world = when(AT_RATE, passes(8 * DAY))
    expect(happened(world, AT_RATE)).toEqual([{ type: 'StageEntered', at: startOfDay('2026-11-26') }])
    expect(open(world).course.stage).toBe('revisit')
  })

  test('that never comes counts as in time even when the program stood still', () => {
    const world = until(AT_RATE, later(AT_RATE.now, 9 * DAY), true)
    expect(toldTypes(world, AT_RATE)).toEqual(['StageEntered'])
  })

  test('below the line owes a new answer and counts limits anew', () => {
    const rate = when(AT_INSPECT, answered, asks(BRANCH, signing('branch', 'approved')), passes(DAY))
    const again = when(rate, rated(1))
    expect(open(rate).facts.answered).toBe(true)
    expect(open(again).facts).toMatchObject({ raisedAt: again.now, answered: false })
    const working = when(again, placed('property', 'police'), asks(STAFF, taking('placed')))
    expect(open(working).course.clocks.map(({ startedAt }) => startedAt)).toEqual([again.now, again.now])
  })

  test('is asked for only at its stage', () => {
    expect(refusal(AT_DO, RAISER, rating(5))).toBe('not-at-this-stage')
  })
})

describe('a revisit', () => {
  const JUST_RATED = when(AT_RATE, rated(5))

  test('comes not before its time', () => {
    const from = startOfDay('2026-11-26')
    const early = until(JUST_RATED, later(from, -1))
    expect(onMatter(early, PROPERTY, revisiting('solved'))).toEqual({ refused: 'too-early', detail: { from } })
    expect(refusal(until(JUST_RATED, from), PROPERTY, revisiting('solved'))).toBeNull()
  })

  test('is the doer’s to make, and the doer’s clock', () => {
    expect(open(JUST_RATED).course.responsible).toBe('pty_property')
    const world = when(AT_REVISIT, asks(PROPERTY, revisiting('solved')))
    expect(open(world).course).toMatchObject({ stage: 'close', responsible: 'pty_staff' })
  })

  test('that finds it unsolved opens the matter again', () => {
    const world = when(AT_REVISIT, asks(STAFF, revisiting('not-solved')))
    expect(open(world)).toMatchObject({ course: { stage: 'assign' }, facts: { answered: false, orders: [] } })
  })

  test('is made only at its stage', () => {
    expect(refusal(AT_DO, STAFF, revisiting('solved'))).toBe('not-at-this-stage')
  })
})

describe('reopening', () => {
  const REOPEN: MatterCommand = { type: 'ReopenMatter', reason: '又坏了' }
  const again = when(CLOSED, passes(30 * DAY), asks(RAISER, REOPEN))

  test('begins a new visit with fresh facts and fresh clocks', () => {
    expect(open(again)).toMatchObject({
      lead: null,
      course: {
        stage: 'assign',
        visit: open(AT_CLOSE).course.visit + 1,
        enteredAt: again.now,
        responsible: 'pty_staff',
      },
      facts: { raisedAt: again.now, orders: [], answered: false, thisVisit: { rating: null, revisit: null } },
    })
    expect(clock(again, 'finish').startedAt).toBe(again.now)
  })

  test('keeps the sorting, and asks for an answer of its own', () => {
    expect(open(again).facts.sorting).toMatchObject({ level: 'II' })
    expect(refusal(again, STAFF, taking('elsewhere'))).toBe('outcome-not-open')
    expect(when(again, answered, asks(STAFF, taking('elsewhere'))).matter.status).toBe('closed')
  })

  test('into sorting asks for a sorting of its own, by a clock from the reopening', () => {
    const procedure = { ...SMALL, reopensAt: 'sort' }
    const work = given(asks(RAISER, { ...RAISE, procedure }), asks(STAFF, sorting({}, procedure)), answered)
    const world = when(work, asks(STAFF, taking('elsewhere')), passes(30 * DAY), asks(RAISER, REOPEN))
    expect(open(world)).toMatchObject({ course: { stage: 'sort' }, facts: { sorting: null } })
    expect(clock(world, 'finish').startedAt).toBe(world.now)
  })

  test('of an open matter is refused', () => {
    expect(refusal(AT_DO, RAISER, REOPEN)).toBe('not-in-this-state')
  })

  test('counts the limits of joint work from the reopening', () => {
    const world = when(
      AT_JOINT_DO,
      asks(STAFF, { type: 'LinkMatter', to: 'mat_2', relation: 'duplicate' }),
      passes(60 * DAY),
    )
    const reopened = when(world, asks(STAFF, REOPEN))
    expect(open(reopened).facts.raisedAt).toBe(reopened.now)
  })
})

describe('remarks and corrections', () => {
  test('say whether the raiser spoke, and change nothing', () => {
    const remark: MatterCommand = { type: 'AddRemark', text: '还在闪', photos: ['pho_1'] }
    const [byRaiser, byDesk] = [when(AT_DO, asks(RAISER, remark)), when(AT_DO, asks(STAFF, remark))]
    expect(told(byRaiser, AT_DO)).toMatchObject([{ byRaiser: true }])
    expect(told(byDesk, AT_DO)).toMatchObject([{ byRaiser: false }])
    expect(byRaiser.matter).toEqual(AT_DO.matter)
  })

  test('a correction is a later entry', () => {
    const world = when(CLOSED, asks(STAFF, { type: 'CorrectMatter', field: 'where', value: '四号楼', reason: '记错' }))
    expect(told(world, CLOSED)).toEqual([{ type: 'MatterCorrected', field: 'where', value: '四号楼', reason: '记错' }])
    expect(world.matter).toEqual(CLOSED.matter)
  })
})

test('an answer at once is no end of the work', () => {
  expect(open(when(AT_ASSIGN, asks(STAFF, ANSWER))).course.stage).toBe('assign')
  expect(open(when(AT_DO, declined('property'))).course.stage).toBe('assign')
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
