// What comes after the work: a rating, a revisit, reopening, remarks and corrections.
import { describe, expect, test } from 'vitest'
import { startOfDay } from '../calendar/index.ts'
import { DAY, later } from '../kernel/index.ts'
import {
  AT_ASSIGN,
  AT_CLOSE,
  AT_DO,
  AT_INSPECT,
  AT_JOINT_DO,
  AT_RATE,
  AT_REVISIT,
  CLOSED,
} from '../reactions/testing/places.ts'
import {
  ANSWER,
  RAISE,
  answered,
  asks,
  declined,
  given,
  passes,
  placed,
  rated,
  rating,
  refusal,
  revisiting,
  signing,
  sorting,
  taking,
  told,
  toldTypes,
  when,
} from '../reactions/testing/story.ts'
import { onMatter, open, until } from '../reactions/testing/world.ts'
import type { MatterCommand } from './index.ts'
import { BRANCH, PROPERTY, RAISER, STAFF } from './testing/community.ts'
import { clock, happened } from './testing/happening.ts'
import { SMALL } from './testing/procedures.ts'

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
