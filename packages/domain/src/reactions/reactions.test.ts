// A matter and its orders move one another: given a world with orders, when a party or the desk acts, both have moved.
import { describe, expect, test } from 'vitest'
import { DAY, type Role } from '../kernel/index.ts'
import { STAFF, partyOf } from '../matter/testing/community.ts'
import { AT_ASSIGN, AT_DO, AT_JOINT_ASSIGN, AT_JOINT_DO, AT_RATE, AT_WORK } from './testing/places.ts'
import {
  accepted,
  answered,
  asks,
  completed,
  declined,
  handOn,
  orderOf,
  passes,
  placed,
  placing,
  rated,
  report,
  says,
  sorting,
  taking,
  told,
  toldTypes,
  when,
} from './testing/story.ts'
import { type World, open, perform } from './testing/world.ts'

const statuses = ({ orders }: World) =>
  Object.fromEntries(
    Object.values(orders).flatMap((each) => (each.status === 'absent' ? [] : [[each.party, each.status]])),
  )
const noted = (world: World) => open(world).facts.orders.map(({ party, status, lead }) => [party, status, lead])
const BOTH = when(AT_ASSIGN, placed('property', 'police'))
const running = (world: World): readonly string[] =>
  open(world)
    .course.clocks.filter(({ stoppedAt }) => stoppedAt === null)
    .map(({ kind }) => kind)

describe('orders of a matter', () => {
  test('are placed with its decision, each to its party', () => {
    expect(toldTypes(BOTH, AT_ASSIGN)).toEqual(['OrdersPlaced', 'StageEntered', 'OrderPlaced', 'OrderPlaced'])
    expect(orderOf(BOTH, 'pty_property')).toMatchObject({
      status: 'placed',
      matter: 'mat_1',
      path: 'east.b3',
      lead: true,
      task: '换灯',
    })
  })

  test('all done, the matter goes on to be rated', () => {
    const half = when(BOTH, accepted('property'), completed('property'), accepted('police'))
    expect(open(half).course.stage).toBe('do')
    expect(open(when(half, completed('police'))).course).toMatchObject({ stage: 'rate', responsible: 'pty_staff' })
  })

  test('everyone declining brings the matter back to be handed out, with the committee responsible', () => {
    const world = when(BOTH, declined('police'), declined('property'))
    expect(open(world)).toMatchObject({
      lead: null,
      course: { stage: 'assign', responsible: 'pty_staff' },
      facts: { orders: [] },
    })
    expect(open(when(world, placed('counsel')))).toMatchObject({
      lead: 'pty_counsel',
      course: { stage: 'do', responsible: 'pty_counsel' },
    })
  })

  test('an accepted order can still be given back', () => {
    expect(open(when(AT_WORK, declined('property'))).course.stage).toBe('assign')
  })

  test('the lead declining while others work leaves the committee responsible until another leads', () => {
    const world = when(BOTH, accepted('police'), declined('property'))
    expect(open(world)).toMatchObject({ lead: null, course: { stage: 'do', responsible: 'pty_staff' } })
    expect(open(when(world, placed('counsel')))).toMatchObject({
      lead: 'pty_counsel',
      course: { stage: 'do', responsible: 'pty_counsel' },
    })
  })

  test('another than the lead declining changes nobody’s responsibility', () => {
    expect(open(when(BOTH, declined('police')))).toMatchObject({
      lead: 'pty_property',
      course: { stage: 'do', responsible: 'pty_property' },
    })
  })

  test('the lead’s word and a photo are enough where the procedure says so; the others are taken back', () => {
    const world = when(AT_JOINT_DO, accepted('property'), completed('property'))
    expect(open(world).course.stage).toBe('inspect')
    expect(statuses(world)).toEqual({ pty_property: 'done', pty_police: 'withdrawn' })
    expect(noted(world)).toEqual([
      ['pty_property', 'done', true],
      ['pty_police', 'withdrawn', false],
    ])
  })

  test('done without the photo that the procedure wants, the matter stays', () => {
    const silent = says('property', { type: 'CompleteOrder', text: '好了', photos: [], figures: [] })
    expect(open(when(AT_JOINT_DO, accepted('property'), silent)).course.stage).toBe('do')
  })
})

describe('handing on', () => {
  const world = when(AT_WORK, says('property', handOn('police')))

  test('places the new order before the old one is let go; lead and responsibility move', () => {
    expect(toldTypes(world, AT_WORK)).toEqual(['OrderTransferred', 'OrdersPlaced', 'OrderNoted', 'OrderPlaced'])
    expect(statuses(world)).toEqual({ pty_property: 'withdrawn', pty_police: 'placed' })
    expect(open(world)).toMatchObject({ lead: 'pty_police', course: { stage: 'do', responsible: 'pty_police' } })
    expect(noted(world)).toEqual([
      ['pty_property', 'withdrawn', true],
      ['pty_police', 'placed', true],
    ])
  })

  test('says from which order it comes, with the same task', () => {
    expect(told(world, AT_WORK)[1]).toMatchObject({
      transferredFrom: orderOf(world, 'pty_property').id,
      orders: [{ party: 'pty_police', lead: true, task: '换灯' }],
    })
  })

  test('of another order than the lead’s moves no lead', () => {
    const moved = when(BOTH, says('police', handOn('counsel')))
    expect(open(moved).lead).toBe('pty_property')
    expect(orderOf(moved, 'pty_counsel').lead).toBe(false)
  })

  test('of the only unfinished order does not end the work', () => {
    const moved = when(BOTH, accepted('property'), completed('property'), says('police', handOn('counsel')))
    expect(open(moved).course.stage).toBe('do')
  })

  test('is possible where fewer than the stage asks are handed on at once', () => {
    const waiting = when(AT_JOINT_ASSIGN, placed('property', 'police'))
    expect(open(waiting).course.stage).toBe('assign')
    expect(statuses(when(waiting, says('police', handOn('counsel'))))).toMatchObject({ pty_counsel: 'placed' })
  })
})

describe('a matter that leaves the work behind takes its orders back once', () => {
  const cannot = when(AT_WORK, answered, asks(STAFF, taking('cannot')))

  test('when the work is given up, and not again when the matter ends', () => {
    expect(statuses(cannot)).toEqual({ pty_property: 'withdrawn' })
    expect(toldTypes(when(cannot, asks(STAFF, taking('unsolved'))), cannot)).toEqual(['MatterClosed'])
  })

  test('when the work starts over', () => {
    const over = when(AT_JOINT_DO, accepted('police'), asks(STAFF, taking('start-over')))
    expect(statuses(over)).toEqual({ pty_property: 'withdrawn', pty_police: 'withdrawn' })
    expect(open(over)).toMatchObject({ course: { stage: 'do' }, facts: { orders: [] } })
  })

  test('when it goes back to the talk', () => {
    const back = when(AT_JOINT_DO, asks(STAFF, taking('talk-again')))
    expect(statuses(back)).toEqual({ pty_property: 'withdrawn', pty_police: 'withdrawn' })
  })

  test('but not what is done', () => {
    expect(statuses(AT_RATE)).toEqual({ pty_property: 'done' })
    expect(open(AT_RATE).facts.orders).toMatchObject([{ status: 'done', photos: 1 }])
  })
})

describe('clocks of the work', () => {
  test('accepting is a response, a report that it is under control stops that clock too', () => {
    expect(running(AT_DO)).toEqual(['respond', 'control', 'finish'])
    expect(running(AT_WORK)).toEqual(['control', 'finish'])
    expect(running(when(AT_WORK, says('property', report(false))))).toEqual(['control', 'finish'])
    const controlled = when(AT_WORK, says('property', report(true)))
    expect(running(controlled)).toEqual(['finish'])
    expect(toldTypes(controlled, AT_WORK)).toEqual(['ProgressReported', 'ControlReported', 'ClocksStopped'])
  })

  test('declining is no response', () => {
    expect(running(when(BOTH, declined('police')))).toEqual(['respond', 'control', 'finish'])
  })

  test('a response after its time was missed', () => {
    const late = when(AT_DO, passes(DAY), accepted('property'))
    expect(open(late).course.clocks[0]).toMatchObject({ kind: 'respond', metInTime: false })
    expect(open(AT_WORK).course.clocks[0]).toMatchObject({ kind: 'respond', metInTime: true })
  })
})

test('a refused act leaves the whole world as it was', () => {
  const answer = perform(AT_WORK, { to: 'mat_1', command: sorting(), actor: STAFF })
  expect(answer).toEqual({ refused: 'not-at-this-stage', detail: { act: 'do' } })
  const order = orderOf(AT_WORK, 'pty_property').id
  const [command, actor] = [handOn('property'), STAFF]
  expect(perform(AT_WORK, { to: order, command, actor })).toEqual({ refused: 'same-party' })
})

test('a rating below the line hands the work out anew, and nobody holds an order of the earlier round', () => {
  const world = when(AT_RATE, rated(2))
  expect(open(world)).toMatchObject({ course: { stage: 'assign' }, facts: { orders: [], answered: false } })
  const roles: readonly Role[] = ['police', 'property']
  const again = when(world, asks(STAFF, placing(...roles)))
  expect(open(again).facts.orders.map(({ party }) => party)).toEqual(roles.map(partyOf))
})
