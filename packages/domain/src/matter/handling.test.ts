// A matter on its way: raised, sorted, handed out, talked over, signed, answered, closed.
import { describe, expect, test } from 'vitest'
import { type Instant, CLOCK, DAY, HOUR, VISITOR, later } from '../kernel/index.ts'
import {
  AT_ASSIGN,
  AT_CLOSE,
  AT_CODIFY,
  AT_DO,
  AT_INSPECT,
  AT_JOINT_ASSIGN,
  AT_JOINT_DO,
  AT_RATE,
  AT_REVIEW,
  AT_SORT,
  AT_TALK,
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
  given,
  passes,
  placed,
  placing,
  raised,
  refusal,
  signing,
  sorting,
  taking,
  talking,
  told,
  toldTypes,
  when,
} from '../reactions/testing/story.ts'
import { EMPTY, type World, WEDNESDAY, onMatter, open } from '../reactions/testing/world.ts'
import { checkProcedure } from '../procedure/index.ts'
import type { MatterCommand } from './index.ts'
import { BRANCH, PROPERTY, STAFF } from './testing/community.ts'
import { JOINT, SMALL } from './testing/procedures.ts'

const clocks = (world: World): Readonly<Record<string, Instant>> =>
  Object.fromEntries(open(world).course.clocks.map(({ kind, due }) => [kind, due]))
const running = (world: World): readonly string[] =>
  open(world)
    .course.clocks.filter(({ stoppedAt }) => stoppedAt === null)
    .map(({ kind }) => kind)
const stage = (world: World): string => open(world).course.stage

test('the procedures of these tests are sound', () => {
  expect([...checkProcedure(SMALL), ...checkProcedure(JOINT)]).toEqual([])
})

describe('raising', () => {
  test('a visitor scans the code and the committee has it at once, with a clock', () => {
    const world = given(asks(VISITOR, { ...RAISE, raiser: null }))
    expect(open(world)).toMatchObject({
      raiser: null,
      course: { stage: 'sort', visit: 1, enteredAt: WEDNESDAY, responsible: 'pty_staff' },
      facts: { raisedAt: WEDNESDAY, answered: false, orders: [] },
    })
    expect(running(world)).toEqual(['finish'])
  })

  test.each(['phone', 'visit', 'door', 'hall', 'group', 'hotline', 'patrol'] as const)(
    'what comes by %s is noted by somebody who may, not by a visitor',
    (channel) => {
      const noting: MatterCommand = { ...RAISE, channel }
      expect(refusal(EMPTY, VISITOR, noting)).toBe('not-yours-to-do')
      expect(refusal(EMPTY, STAFF, noting)).toBeNull()
    },
  )
})

describe('sorting', () => {
  test('puts the matter on another procedure, and its time goes on counting from the raising', () => {
    const world = when(given(raised, passes(5 * HOUR)), asks(STAFF, sorting({ level: 'III' }, JOINT)))
    expect(open(world).procedure.key).toBe('joint')
    expect(stage(world)).toBe('discuss')
    expect(open(world).facts).toMatchObject({ raisedAt: WEDNESDAY, sorting: { level: 'III' } })
    const working = when(
      world,
      asks(STAFF, talking('agreed')),
      asks(BRANCH, signing('branch', 'approved')),
      placed('property', 'police'),
      passes(2 * DAY),
      asks(STAFF, taking('placed')),
    )
    expect(open(working).course.clocks.map(({ startedAt }) => startedAt)).toEqual([WEDNESDAY, WEDNESDAY])
  })

  test('keeps the first who took it in hand', () => {
    expect(open(AT_ASSIGN).firstAsked).toBe('per_staff')
  })

  test('a procedure for another level is refused', () => {
    expect(refusal(AT_SORT, STAFF, sorting({ level: 'II' }, JOINT))).toBe('procedure-does-not-apply')
  })

  test('is over once the matter has gone on', () => {
    expect(onMatter(AT_ASSIGN, STAFF, sorting())).toEqual({ refused: 'not-at-this-stage', detail: { act: 'assign' } })
  })
})

describe('handing out', () => {
  const orders = (...parties: readonly (readonly [`pty_${string}`, boolean])[]): MatterCommand => ({
    ...placing(),
    orders: parties.map(([party, lead]) => ({ party, lead, task: '修' })),
  })

  test('the lead is responsible from then on', () => {
    const world = when(AT_ASSIGN, placed('property', 'police'))
    expect(open(world)).toMatchObject({ lead: 'pty_property', course: { stage: 'do', responsible: 'pty_property' } })
    expect(open(world).facts.orders.map(({ party, lead, status }) => [party, lead, status])).toEqual([
      ['pty_property', true, 'placed'],
      ['pty_police', false, 'placed'],
    ])
  })

  test('a single order leads without saying so', () => {
    expect(open(when(AT_ASSIGN, asks(STAFF, orders(['pty_police', false])))).lead).toBe('pty_police')
  })

  test.each([
    ['to nobody', AT_ASSIGN, orders(), 'orders-out-of-bounds'],
    [
      'to more than the stage lets',
      AT_ASSIGN,
      placing('property', 'police', 'branch', 'counsel'),
      'orders-out-of-bounds',
    ],
    ['to fewer than the stage asks', AT_JOINT_ASSIGN, placing('property'), 'orders-out-of-bounds'],
    ['to nobody while it is done', AT_DO, orders(), 'orders-out-of-bounds'],
    ['to one party twice', AT_ASSIGN, orders(['pty_police', true], ['pty_police', false]), 'same-party-twice'],
    ['to two leads', AT_ASSIGN, orders(['pty_police', true], ['pty_property', true]), 'one-lead-needed'],
    ['to two of whom none leads', AT_ASSIGN, orders(['pty_police', false], ['pty_counsel', false]), 'one-lead-needed'],
    ['to a second lead', AT_DO, orders(['pty_police', true]), 'one-lead-needed'],
    ['before it is sorted', AT_SORT, placing('property'), 'not-at-this-stage'],
    ['once it is done', AT_RATE, placing('property'), 'not-at-this-stage'],
  ])('%s is refused', (_, world, command, code) => {
    expect(refusal(world, STAFF, command)).toBe(code)
  })

  test('more hands may be called while the work goes on', () => {
    const world = when(AT_WORK, asks(STAFF, orders(['pty_police', false])))
    expect(open(world)).toMatchObject({ lead: 'pty_property', course: { stage: 'do', responsible: 'pty_property' } })
    expect(stage(when(world, completed('property')))).toBe('do')
    expect(stage(when(world, completed('property'), accepted('police'), completed('police')))).toBe('rate')
  })
})

describe('talking and signing', () => {
  test('agreed talk goes on, talk without agreement is held again with a new clock', () => {
    const again = when(AT_TALK, passes(DAY), asks(STAFF, talking('not-agreed')))
    expect(open(again).course).toMatchObject({ stage: 'discuss', visit: 3, enteredAt: later(WEDNESDAY, DAY) })
    expect(stage(when(again, asks(STAFF, talking('agreed'))))).toBe('review')
    expect(refusal(AT_DO, STAFF, talking('agreed'))).toBe('not-at-this-stage')
  })

  test('a review that is returned goes back; the next one begins without signatures', () => {
    const back = when(AT_REVIEW, asks(BRANCH, signing('branch', 'returned')))
    expect(stage(back)).toBe('discuss')
    expect(open(when(back, asks(STAFF, talking('agreed')))).facts.thisVisit.signatures).toEqual([])
  })

  test.each([
    ['a seat that is not at this stage', AT_REVIEW, signing('committee', 'approved'), 'seat-not-here'],
    ['an unknown seat', AT_REVIEW, signing('nobody', 'approved'), 'seat-not-here'],
    ['at a stage that asks for no signature', AT_TALK, signing('branch', 'approved'), 'not-at-this-stage'],
  ])('%s is refused', (_, world, command, code) => {
    expect(refusal(world, BRANCH, command)).toBe(code)
  })

  test('a seat signs anew in place of its earlier signature', () => {
    const world = when(
      AT_INSPECT,
      asks(STAFF, signing('committee', 'returned')),
      asks(STAFF, signing('committee', 'approved')),
    )
    expect(open(world).facts.thisVisit.signatures).toEqual([{ seat: 'committee', verdict: 'approved' }])
  })
})

describe('answering and closing', () => {
  test('an answer stops the clocks for responding and feeding back', () => {
    expect([running(AT_DO), running(when(AT_DO, answered))]).toEqual([
      ['respond', 'control', 'finish'],
      ['control', 'finish'],
    ])
    expect([running(AT_CLOSE), running(when(AT_CLOSE, answered))]).toEqual([['finish', 'feed-back'], ['finish']])
    expect(toldTypes(when(AT_CLOSE, answered), AT_CLOSE)).toEqual(['AnswerGiven', 'ClocksStopped'])
  })

  test.each(['solved', 'unsolved'])('it ends as %s only with an answer', (outcome) => {
    expect(refusal(AT_CLOSE, STAFF, taking(outcome))).toBe('outcome-not-open')
    const world = when(AT_CLOSE, answered, asks(STAFF, taking(outcome)))
    expect(world.matter).toMatchObject({ status: 'closed', end: outcome, facts: { answered: true } })
  })

  test('a question is answered on the spot, a matter of others is shown its door', () => {
    expect(refusal(AT_ASSIGN, STAFF, taking('elsewhere'))).toBe('outcome-not-open')
    expect(stage(when(AT_ASSIGN, answered, asks(STAFF, taking('answered'))))).toBe('close')
    expect(when(AT_ASSIGN, answered, asks(STAFF, taking('elsewhere'))).matter).toMatchObject({ end: 'handed-on' })
  })

  test('an outcome of another stage is unknown here, and one that is taken by itself is no choice', () => {
    expect(refusal(AT_DO, STAFF, taking('solved'))).toBe('outcome-unknown')
    expect(refusal(AT_DO, STAFF, taking('done'))).toBe('outcome-not-open')
  })

  test('a note with the choice is kept as a remark', () => {
    const world = when(AT_CLOSE, asks(STAFF, { type: 'TakeOutcome', outcome: 'rule', note: '三回了' }))
    expect(told(world, AT_CLOSE)[0]).toMatchObject({ type: 'RemarkAdded', text: '三回了', byRaiser: false })
  })

  test('a rule is recorded before the matter ends with it', () => {
    expect(refusal(when(AT_CODIFY, answered), STAFF, taking('recorded'))).toBe('outcome-not-open')
    const world = when(AT_CODIFY, answered, asks(STAFF, { type: 'CodifyMatter', title: '路灯公约', text: '当天报' }))
    expect(when(world, asks(STAFF, taking('recorded'))).matter).toMatchObject({
      status: 'closed',
      facts: { conventions: [expect.stringMatching(/^cnv_/)] },
    })
  })
})

describe('linking', () => {
  const link = (to: `mat_${string}`, relation: 'similar' | 'duplicate'): MatterCommand => ({
    type: 'LinkMatter',
    to,
    relation,
  })

  test('a similar matter goes on, a duplicate ends here and takes back its orders', () => {
    expect(open(when(AT_WORK, asks(STAFF, link('mat_2', 'similar')))).course).toEqual(open(AT_WORK).course)
    const world = when(AT_JOINT_DO, accepted('police'), asks(STAFF, link('mat_2', 'duplicate')))
    expect(world.matter).toMatchObject({ status: 'closed', end: 'merged' })
    expect(Object.values(world.orders).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('a matter is not linked to itself', () => {
    expect(refusal(AT_DO, STAFF, link('mat_1', 'similar'))).toBe('link-to-itself')
  })
})

describe('what time every stage allows', () => {
  test('the clocks of a stage run from its beginning, or from the raising where the procedure says so', () => {
    expect(clocks(given(passes(HOUR), raised))).toEqual({ finish: '2026-11-19T16:00:00.000Z' })
    const late = when(AT_ASSIGN, passes(DAY), placed('property'))
    expect(clocks(late)).toEqual({
      respond: later(WEDNESDAY, DAY + 4 * HOUR),
      control: later(WEDNESDAY, DAY + 8 * HOUR),
      finish: '2026-11-22T16:00:00.000Z',
    })
  })
})

describe('the program alone', () => {
  test.each<MatterCommand>([
    { type: 'NoteOrder', order: 'ord_1', status: 'done', photos: 0, reason: '' },
    { type: 'NoteControl', order: 'ord_1' },
    { ...placing('police'), transferredFrom: 'ord_1' },
  ])('gives the command $type', (command) => {
    expect(refusal(AT_WORK, PROPERTY, command)).toBe('not-yours-to-do')
    expect(refusal(AT_WORK, CLOCK, command)).toBeNull()
  })

  test('nothing more happens to a closed matter by the clock', () => {
    expect(toldTypes(when(CLOSED, asks(CLOCK, { type: 'WakeMatter' })), CLOSED)).toEqual([])
    expect(refusal(CLOSED, STAFF, ANSWER)).toBe('not-in-this-state')
  })
})
