// The engine alone: from a position, what follows by itself, what may be chosen, what a new stage begins with.
import { describe, expect, test } from 'vitest'
import { DAY, type Instant, later } from '../kernel/index.ts'
import { SEATING } from '../matter/testing/community.ts'
import { JOINT, SMALL } from '../matter/testing/procedures.ts'
import {
  type Facts,
  NO_VISIT_FACTS,
  type OrderFact,
  type Position,
  type Procedure,
  beginCourse,
  choices,
  enterStage,
  factsOnEntering,
  nextOpening,
  settle,
  stageOfProcedure,
  take,
} from './index.ts'

const NOW: Instant = '2026-11-18T02:00:00.000Z'
const LATER = later(NOW, DAY)
const arrival = (procedure: Procedure) => ({ procedure, seating: SEATING, lead: null, raisedAt: NOW, visit: 3 })

const FACTS: Facts = {
  sorting: { level: 'II', colour: 'yellow', size: 'small', kind: 'lighting' },
  raisedAt: NOW,
  enteredAt: NOW,
  visit: 3,
  orders: [],
  proceedings: [],
  conditions: [],
  conventions: [],
  answered: false,
  thisVisit: NO_VISIT_FACTS,
}
const order = (status: OrderFact['status'], lead = false): OrderFact => ({
  order: `ord_${status}`,
  party: `pty_${status}`,
  lead,
  status,
  photos: 0,
  visit: 2,
})
const at = (stage: string, facts: Partial<Facts> = {}, procedure = SMALL): Position => ({
  procedure,
  seating: SEATING,
  lead: null,
  facts: { ...FACTS, ...facts },
  course: enterStage(stage, arrival(procedure), NOW),
})
const stage = (key: string, procedure = SMALL) => stageOfProcedure(procedure, key)
const outcome = (from: string, key: string, procedure = SMALL) =>
  stage(from, procedure).outcomes.find((each) => each.key === key)!
const ALL = (['placed', 'accepted', 'declined', 'done', 'withdrawn'] as const).map((status) => order(status))

describe('entering a stage', () => {
  test('a course begins where raising leads', () => {
    expect(beginCourse(SMALL, SEATING, NOW)).toMatchObject({ stage: 'sort', visit: 1, enteredAt: NOW })
  })

  test('a procedure that ends where it begins is broken', () => {
    const { to: _, ...received } = outcome('raise', 'received')
    const spoilt = {
      ...SMALL,
      stages: [{ ...stage('raise'), outcomes: [{ ...received, end: 'solved' }] }],
    } as Procedure
    expect(() => beginCourse(spoilt, SEATING, NOW)).toThrow('small@1 ends where it begins')
  })

  test.each([
    ['the first seated role of its actors', 'assign', null, 'pty_staff'],
    ['the lead', 'do', 'pty_police', 'pty_police'],
    ['the first seated role while nobody leads', 'do', null, 'pty_staff'],
    ['the doer who goes back', 'revisit', 'pty_police', 'pty_police'],
    ['its actors, not the lead', 'close', 'pty_police', 'pty_staff'],
    ['the committee where nobody of its actors is seated', 'rate', 'pty_police', 'pty_staff'],
  ] as const)('%s is responsible for %s', (_, key, lead, responsible) => {
    expect(enterStage(key, { ...arrival(SMALL), lead }, NOW).responsible).toBe(responsible)
  })

  test('the branch is responsible for a review, the committee where there is no branch', () => {
    const { branch: _, ...seating } = SEATING
    expect(enterStage('review', arrival(JOINT), NOW).responsible).toBe('pty_branch')
    expect(enterStage('review', { ...arrival(JOINT), seating }, NOW).responsible).toBe('pty_staff')
  })

  test('its clocks start now, or at the raising', () => {
    const starts = (key: string, procedure: Procedure) =>
      enterStage(key, arrival(procedure), LATER).clocks.map(({ kind, startedAt }) => [kind, startedAt])
    expect(starts('do', SMALL)).toEqual([
      ['respond', LATER],
      ['control', LATER],
      ['finish', LATER],
    ])
    expect(starts('do', JOINT)).toEqual([
      ['respond', NOW],
      ['finish', NOW],
    ])
  })
})

describe('the facts as a new visit finds them', () => {
  const entering = (from: string, to: string, procedure = SMALL) =>
    factsOnEntering({ ...FACTS, orders: ALL, answered: true }, stage(from, procedure), stage(to, procedure), {
      ...enterStage(to, { ...arrival(procedure), visit: 4 }, LATER),
    })

  test.each([
    ['assign', 'do', ['placed', 'accepted', 'declined', 'done', 'withdrawn']],
    ['do', 'rate', ['withdrawn', 'withdrawn', 'declined', 'done', 'withdrawn']],
    ['do', 'close', ['withdrawn', 'withdrawn', 'declined', 'done', 'withdrawn']],
    ['do', 'assign', []],
    ['do', 'do', []],
    ['rate', 'do', []],
  ])('from %s to %s the orders are %j', (from, to, statuses) => {
    expect(entering(from, to).orders.map(({ status }) => status)).toEqual(statuses)
  })

  test('what belongs to a visit is gone, and what is said of the matter stays', () => {
    const facts = factsOnEntering(
      { ...FACTS, thisVisit: { ...NO_VISIT_FACTS, rating: 5, talk: 'agreed' } },
      stage('do'),
      stage('rate'),
      { ...enterStage('rate', { ...arrival(SMALL), visit: 4 }, LATER) },
    )
    expect(facts).toEqual({ ...FACTS, enteredAt: LATER, visit: 4 })
  })

  test.each([
    ['rate', 'assign', false, LATER],
    ['revisit', 'assign', false, LATER],
    ['rate', 'revisit', true, NOW],
    ['revisit', 'close', true, NOW],
    ['do', 'assign', true, NOW],
  ])('from %s to %s: answered %s, open since %s', (from, to, answered, raisedAt) => {
    expect(entering(from, to)).toMatchObject({ answered, raisedAt })
  })
})

describe('leaving a stage', () => {
  test('takes back what is unfinished, except from handing out to doing', () => {
    const withdrawn = ['ord_placed', 'ord_accepted']
    expect(take(at('do', { orders: ALL }), outcome('do', 'cannot'), LATER).withdrawn).toEqual(withdrawn)
    expect(take(at('do', { orders: ALL }, JOINT), outcome('do', 'start-over', JOINT), LATER).withdrawn).toEqual(
      withdrawn,
    )
    expect(take(at('assign', { orders: ALL }), outcome('assign', 'elsewhere'), LATER).withdrawn).toEqual(withdrawn)
    expect(take(at('assign', { orders: ALL }), outcome('assign', 'placed'), LATER).withdrawn).toEqual([])
  })

  test('into the work again counts its limits from then on, into anything else from the raising', () => {
    const starts = (from: string, key: string) => {
      const event = take(at(from, {}, JOINT), { ...outcome(from, key, JOINT), to: 'do' }, LATER)
      return event.type === 'StageEntered' ? event.course.clocks.map(({ startedAt }) => startedAt) : []
    }
    expect(starts('rate', 'not-content')).toEqual([LATER, LATER])
    expect(starts('inspect', 'faulty')).toEqual([NOW, NOW])
  })
})

describe('what follows by itself', () => {
  test('nothing while no gate is open', () => {
    expect(settle(at('sort', { sorting: null }), NOW)).toEqual([])
    expect(settle(at('do', { orders: [order('accepted')] }), NOW)).toEqual([])
  })

  test('the first outcome whose gates are all open', () => {
    const [event, ...more] = settle(at('do', { orders: [order('done', true), order('declined')] }), LATER)
    expect(event).toMatchObject({ type: 'StageEntered', outcome: 'done', course: { stage: 'rate' } })
    expect(more).toEqual([])
  })

  test('several stages in one go, each from the facts that the one before leaves', () => {
    const through = settle(at('sort'), LATER)
    expect(through).toMatchObject([{ outcome: 'sorted', course: { stage: 'assign', visit: 4 } }])
    const direct: Procedure = {
      ...SMALL,
      stages: SMALL.stages.map((each) =>
        each.key === 'assign'
          ? { ...each, outcomes: [{ ...outcome('assign', 'placed'), gates: [], to: 'rate' }] }
          : each,
      ),
    }
    expect(settle(at('sort', {}, direct), LATER)).toMatchObject([
      { outcome: 'sorted', course: { stage: 'assign', visit: 4 } },
      { outcome: 'placed', course: { stage: 'rate', visit: 5 } },
    ])
  })

  test('never in a circle: such a procedure is broken', () => {
    const circle: Procedure = {
      ...SMALL,
      stages: SMALL.stages.map((each) =>
        each.key === 'close'
          ? { ...each, outcomes: [{ ...outcome('assign', 'placed'), gates: [], to: 'close' }] }
          : each,
      ),
    }
    expect(() => settle(at('close', {}, circle), NOW)).toThrow('small@1 runs in a circle at close')
  })
})

describe('what may be chosen', () => {
  const keys = (position: Position) => choices(position, NOW).map(({ key }) => key)

  test('only choices, and only with their gates open', () => {
    expect(keys(at('close'))).toEqual(['rule'])
    expect(keys(at('close', { answered: true }))).toEqual(['solved', 'unsolved', 'rule'])
    expect(keys(at('sort'))).toEqual([])
  })
})

describe('what waiting opens', () => {
  test('the moment, and the outcome at that moment and not before', () => {
    const opens = nextOpening(at('rate'))
    expect(opens).toBe('2026-11-25T16:00:00.000Z')
    expect(settle(at('rate'), later(opens!, -1))).toEqual([])
    expect(settle(at('rate'), opens!)).toMatchObject([{ outcome: 'no-rating' }])
  })

  test('nothing where no outcome waits', () => {
    expect(nextOpening(at('close'))).toBeNull()
  })

  test('only once what else it asks for holds, and then the last of its waits', () => {
    const waits = [
      { gate: 'waited', limit: 'P3D' },
      { gate: 'waited', limit: 'P9D' },
      { gate: 'answer-given' },
    ] as const
    const slow = {
      ...SMALL,
      stages: SMALL.stages.map((each) =>
        each.key === 'rate' ? { ...each, outcomes: [{ ...outcome('rate', 'no-rating'), gates: [...waits] }] } : each,
      ),
    } as Procedure
    expect(nextOpening(at('rate', {}, slow))).toBeNull()
    expect(nextOpening(at('rate', { answered: true }, slow))).toBe('2026-11-27T16:00:00.000Z')
  })
})
