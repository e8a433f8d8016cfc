// An order's own rules: who may say what about it, in which state, and what is refused.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Ids, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, PEOPLE, STAFF, type Who, worker } from '../matter/testing/community.ts'
import { ACCEPT, COMPLETE, DECLINE, handOn, report } from '../reactions/testing/story.ts'
import {
  NO_ORDER,
  type Order,
  type OrderCommand,
  type OrderEvent,
  orderEntry,
  orderRules,
  orderWakesAt,
} from './index.ts'

const BODY = {
  id: 'ord_1',
  community: COMMUNITY,
  matter: 'mat_1',
  path: PATH,
  party: 'pty_property',
  lead: true,
  task: '换灯',
  by: '2026-11-17',
} as const
const IN: { readonly [Status in Order['status']]: Order } = {
  absent: NO_ORDER,
  placed: { status: 'placed', ...BODY },
  accepted: { status: 'accepted', ...BODY },
  declined: { status: 'declined', ...BODY },
  withdrawn: { status: 'withdrawn', ...BODY },
  done: { status: 'done', ...BODY },
}
const COMMANDS: { readonly [Type in OrderCommand['type']]: OrderCommand } = {
  PlaceOrder: { type: 'PlaceOrder', ...BODY },
  AcceptOrder: ACCEPT,
  DeclineOrder: DECLINE,
  ReportProgress: report(false),
  CompleteOrder: COMPLETE,
  TransferOrder: handOn('police'),
  WithdrawOrder: { type: 'WithdrawOrder', reason: '不用了' },
  RemindOrder: { type: 'RemindOrder' },
}
const ids: Ids = (prefix) => `${prefix}_new`
const decide = (order: Order, command: OrderCommand, who: Who) =>
  orderRules.decide(order, command, { actor: PEOPLE[who], now: '2026-11-18T02:00:00.000Z', ids })

/** Where a command leads from each status; what is not named here is refused. */
const LEADS: Record<OrderCommand['type'], Partial<Record<Order['status'], Order['status']>>> = {
  PlaceOrder: { absent: 'placed' },
  AcceptOrder: { placed: 'accepted' },
  DeclineOrder: { placed: 'declined', accepted: 'declined' },
  ReportProgress: { accepted: 'accepted' },
  CompleteOrder: { accepted: 'done' },
  TransferOrder: { placed: 'withdrawn', accepted: 'withdrawn' },
  WithdrawOrder: { placed: 'withdrawn', accepted: 'withdrawn' },
  RemindOrder: { placed: 'placed', accepted: 'accepted' },
}
const byProgram = (type: OrderCommand['type']) => ['PlaceOrder', 'WithdrawOrder', 'RemindOrder'].includes(type)
const cells = orderRules
  .statuses()
  .flatMap((status) => Object.values(COMMANDS).map((command) => [status as Order['status'], command] as const))

test.each(cells.map(([status, command]) => ({ status, command })))('$status × $command.type', ({ status, command }) => {
  const answer = decide(IN[status], command, byProgram(command.type) ? 'clock' : 'property')
  const leads = LEADS[command.type][status]
  if (leads) expect(answer).toMatchObject({ state: { ...BODY, status: leads } })
  else expect(answer).toEqual({ refused: 'not-in-this-state', detail: { state: status, command: command.type } })
})

test('the table of rules is the table of this test', () => {
  expect(orderRules.table()).toEqual(
    expect.arrayContaining(
      Object.entries(LEADS).flatMap(([command, from]) => Object.keys(from).map((status) => ({ status, command }))),
    ),
  )
  expect(orderRules.table()).toHaveLength(Object.values(LEADS).flatMap((from) => Object.keys(from)).length)
})

/** The party, and the desk that writes down what the party said. */
const PARTY: readonly Who[] = ['property', 'repair-worker', 'staff', 'branch']

describe.each(orderRules.table().map(({ status, command }) => ({ status, command })))('$command of $status', (cell) => {
  test.each(Object.keys(PEOPLE) as readonly Who[])('by %s', (who) => {
    const command = COMMANDS[cell.command as OrderCommand['type']]
    const answer = decide(IN[cell.status as Order['status']], command, who)
    const allowed = byProgram(command.type) ? who === 'clock' : PARTY.includes(who)
    expect(isRefused(answer) ? answer.refused : null).toBe(allowed ? null : 'not-your-order')
  })
})

test('an order is not handed on to the party that has it', () => {
  expect(decide(IN.accepted, handOn('property'), 'property')).toEqual({ refused: 'same-party' })
})

test('a desk of another part of the community has no say', () => {
  const meta = { actor: worker('staff', 'west'), now: '2026-11-18T02:00:00.000Z', ids } as const
  expect(orderRules.decide(IN.placed, ACCEPT, meta)).toEqual({ refused: 'not-your-order' })
  expect(orderRules.decide(IN.placed, ACCEPT, { ...meta, actor: STAFF })).toHaveProperty('events')
})

test('an event that the story cannot hold is a broken story', () => {
  expect(() => orderRules.evolve(IN.placed, { ...COMPLETE, type: 'OrderCompleted' } as OrderEvent)).toThrow(
    'expected accepted, found placed',
  )
})

test('the ledger keeps words sealed', () => {
  const events = cells.flatMap(([status, command]) => {
    const answer = orderRules.decide(IN[status], command, {
      actor: byProgram(command.type) ? CLOCK : STAFF,
      now: '2026-11-18T02:00:00.000Z',
      ids,
    })
    return isRefused(answer) ? [] : answer.events
  })
  expect(events).toHaveLength(orderRules.table().length)
  for (const event of events) {
    const draft = (orderEntry[event.type] as (event: OrderEvent) => { facts: object })(event)
    expect(JSON.stringify(draft.facts)).not.toMatch(/\p{Script=Han}/u)
  }
})

describe('the last day of an order', () => {
  const remind = (order: Order, now: `${string}Z`) => {
    const answer = orderRules.decide(order, { type: 'RemindOrder' }, { actor: CLOCK, now, ids })
    if (isRefused(answer)) throw new Error(answer.refused)
    return answer
  }

  test('ends at midnight in Shanghai, and is told once', () => {
    expect(orderWakesAt(IN.accepted)).toBe('2026-11-17T16:00:00.000Z')
    expect(remind(IN.accepted, '2026-11-17T15:59:59.999Z').events).toEqual([])
    const told = remind(IN.accepted, '2026-11-17T16:00:00.000Z')
    expect(told.events).toEqual([{ type: 'OrderOverdue', by: '2026-11-17' }])
    expect(orderWakesAt(told.state)).toBeNull()
    expect(remind(told.state, '2026-11-20T00:00:00.000Z').events).toEqual([])
  })

  test('matters only to an order that has one and is not finished', () => {
    const { by: _, ...noDay } = BODY
    expect(orderWakesAt({ status: 'placed', ...noDay })).toBeNull()
    for (const status of ['absent', 'declined', 'withdrawn', 'done'] as const)
      expect(orderWakesAt(IN[status])).toBeNull()
  })
})
