// An order's own rules: who may say what about it, in which state, and what is refused.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Ids, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, PEOPLE, STAFF, type Who, worker } from '../matter/testing/community.ts'
import { ACCEPT, COMPLETE, DECLINE, handOn, report } from '../reactions/testing/story.ts'
import { NO_ORDER, type Order, type OrderCommand, type OrderEvent, orderEntry, orderRules } from './index.ts'

const BODY = {
  id: 'ord_1',
  community: COMMUNITY,
  matter: 'mat_1',
  path: PATH,
  party: 'pty_property',
  lead: true,
  task: '换灯',
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
}
const byProgram = (type: OrderCommand['type']) => type === 'PlaceOrder' || type === 'WithdrawOrder'
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
