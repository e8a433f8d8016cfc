// Plays matters and their orders together as the server does: breadth first, and all of a command's consequences or none.
import { type Actor, CLOCK, type Ids, type Instant, type Refused, isRefused, later } from '../../kernel/index.ts'
import {
  ABSENT,
  type Matter,
  type MatterCommand,
  type MatterEvent,
  type OpenMatter,
  matterRules,
  wakesAt,
} from '../../matter/index.ts'
import { NO_ORDER, type Order, type OrderCommand, type OrderEvent, orderRules } from '../../order/index.ts'
import { type MatterMove, type OrderMove, matterMovedBy, ordersMovedBy } from '../index.ts'

type Id = `mat_${string}` | `ord_${string}`
type Told = { readonly of: Id; readonly at: Instant; readonly event: MatterEvent | OrderEvent }

export type World = {
  readonly now: Instant
  readonly named: number
  readonly matter: Matter
  readonly orders: Readonly<Record<string, Order>>
  readonly story: readonly Told[]
}
type Move = MatterMove | OrderMove
type Given = Move & { readonly actor: Actor }

/** 2026-11-18 is a Wednesday, ten o'clock in Shanghai. */
export const WEDNESDAY: Instant = '2026-11-18T02:00:00.000Z'
export const EMPTY: World = { now: WEDNESDAY, named: 0, matter: ABSENT, orders: {}, story: [] }

const isForOrder = (move: Move): move is OrderMove => move.to.startsWith('ord_')

const telling = ({ now, story }: World, of: Id, events: readonly (MatterEvent | OrderEvent)[]): readonly Told[] => [
  ...story,
  ...events.map((event) => ({ of, at: now, event })),
]

type Stepped = { readonly world: World; readonly moves: readonly Move[] } | Refused

const stepMatter = (world: World, { to, command, actor }: MatterMove & { actor: Actor }): Stepped => {
  let { named } = world
  const ids: Ids = (prefix) => `${prefix}_${++named}`
  const decision = matterRules.decide(world.matter, command, { actor, now: world.now, ids })
  if (isRefused(decision)) return decision
  const matter = decision.state
  const moves = matter.status === 'absent' ? [] : decision.events.flatMap((event) => ordersMovedBy(matter, event))
  return { world: { ...world, named, matter, story: telling(world, to, decision.events) }, moves }
}

const stepOrder = (world: World, { to, command, actor }: OrderMove & { actor: Actor }): Stepped => {
  const ids: Ids = (prefix) => `${prefix}_unused`
  const decision = orderRules.decide(world.orders[to] ?? NO_ORDER, command, { actor, now: world.now, ids })
  if (isRefused(decision)) return decision
  const order = decision.state
  const moves = order.status === 'absent' ? [] : decision.events.flatMap((event) => matterMovedBy(order, event))
  const orders = { ...world.orders, [to]: order }
  return { world: { ...world, orders, story: telling(world, to, decision.events) }, moves }
}

const MOST_STEPS = 200

/** A refused consequence is a bug of the rules, and so an exception, as on the server. */
export const perform = (before: World, first: Given): World | Refused => {
  const queue: Given[] = [first]
  let world = before
  for (let steps = 0, step = queue.shift(); step; steps += 1, step = queue.shift()) {
    if (steps > MOST_STEPS) throw new Error(`the consequences of ${first.command.type} never end`)
    const stepped = isForOrder(step) ? stepOrder(world, step) : stepMatter(world, step)
    if (isRefused(stepped)) {
      if (step === first) return stepped
      throw new Error(`${step.command.type} was refused as a consequence of ${first.command.type}: ${stepped.refused}`)
    }
    world = stepped.world
    queue.push(...stepped.moves.map((move) => ({ ...move, actor: CLOCK })))
  }
  return world
}

export const onMatter = (world: World, actor: Actor, command: MatterCommand): World | Refused =>
  perform(world, { to: 'mat_1', command, actor })

export const onOrder = (world: World, actor: Actor, order: Order, command: OrderCommand): World | Refused => {
  if (order.status === 'absent') throw new Error('no such order')
  return perform(world, { to: order.id, command, actor })
}

export const open = ({ matter }: World): OpenMatter => {
  if (matter.status !== 'open') throw new Error(`the matter is ${matter.status}`)
  return matter
}

const nextWake = ({ matter }: World): Instant | null => (matter.status === 'open' ? wakesAt(matter) : null)

const MOST_WAKES = 100

/** Time passes; whatever falls due on the way happens at its moment, or all of it late when the program stood still. */
export const until = (before: World, moment: Instant, late = false): World => {
  let world = late ? { ...before, now: moment } : before
  for (let wakes = 0; ; wakes += 1) {
    const at = nextWake(world)
    if (at === null || at > moment) return { ...world, now: moment }
    if (wakes > MOST_WAKES) throw new Error('the clock of the matter never comes to rest')
    const woken = onMatter({ ...world, now: at > world.now ? at : world.now }, CLOCK, { type: 'WakeMatter' })
    if (isRefused(woken)) throw new Error(`the clock was refused: ${woken.refused}`)
    if (nextWake(woken) === at) throw new Error(`the clock of the matter stands still at ${at}`)
    world = woken
  }
}

export const after = (world: World, milliseconds: number): World => until(world, later(world.now, milliseconds))
