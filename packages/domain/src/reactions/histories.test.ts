// Whatever is asked, in whatever order, by whomever: the rules that always hold (PRODUCT.md section 3) hold.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, CLOCK, DAY, HOUR, MINUTE, type Refused, isRefused, later } from '../kernel/index.ts'
import {
  ABSENT,
  type Matter,
  type MatterEvent,
  type OpenMatter,
  matterEntry,
  matterRules,
  stageOfMatter,
  wakesAt,
} from '../matter/index.ts'
import { PEOPLE } from '../matter/testing/community.ts'
import { NO_ORDER, type Order, type OrderEvent, orderEntry, orderRules } from '../order/index.ts'
import { isUnfinished, standingOrders } from '../procedure/index.ts'
import { EVERYBODY_AT_ONCE, MATTER_VOCABULARY, ORDER_VOCABULARY, broughtHome } from './testing/histories.ts'
import * as places from './testing/places.ts'
import { EMPTY, type World, onMatter, onOrder, until } from './testing/world.ts'

type Step = (world: World) => World
const SPANS = [0, MINUTE, 5 * HOUR, DAY, 8 * DAY, 45 * DAY]
const WHERE: Readonly<Record<string, World>> = { EMPTY, ...places }
const WHO: Readonly<Record<string, Actor>> = { ...PEOPLE, everybody: EVERYBODY_AT_ONCE }

/** Mostly the one whom only the state of things can refuse; now and then anybody; never the program itself. */
const anyone = fc.oneof(
  { weight: 8, arbitrary: fc.constant('everybody') },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(PEOPLE).filter((who) => who !== 'clock')) },
)
const orSame = (world: World, answer: World | Refused): World => (isRefused(answer) ? world : answer)

/** A step that a counterexample can print. */
const told = (step: Step, ...words: readonly unknown[]): Step =>
  Object.assign(step, { [fc.toStringMethod]: () => words.map((word) => JSON.stringify(word)).join(' ') })

const asking = fc.tuple(fc.constantFrom(...MATTER_VOCABULARY), anyone).map(([command, who]) =>
  told((world) => orSame(world, onMatter(world, WHO[who]!, command(world))), who, {
    ...command(EMPTY),
    procedure: 0,
  }),
)
const ordering = fc.tuple(fc.constantFrom(...ORDER_VOCABULARY), anyone, fc.nat(3)).map(([command, who, index]) =>
  told(
    (world) => {
      const all = Object.values(world.orders).toReversed()
      const order = all[index % Math.max(1, all.length)]
      return order ? orSame(world, onOrder(world, WHO[who]!, order, command)) : world
    },
    who,
    command,
    `order ${index}`,
  ),
)
const waiting = fc
  .tuple(fc.constantFrom(...SPANS), fc.boolean())
  .map(([span, late]) => told((world) => until(world, later(world.now, span), late), span / HOUR, 'hours', { late }))
const anyStep = fc.oneof(
  { weight: 5, arbitrary: asking },
  { weight: 3, arbitrary: ordering },
  { weight: 1, arbitrary: waiting },
)
const anyHistory = fc.record({
  start: fc.constantFrom(...Object.keys(WHERE)),
  steps: fc.array(anyStep, { maxLength: 24 }),
})
type History = { readonly start: string; readonly steps: readonly Step[] }
const played = ({ start, steps }: History): World => steps.reduce((so, step) => step(so), WHERE[start]!)

const ofMatter = ({ story }: World): readonly MatterEvent[] =>
  story.flatMap(({ of, event }) => (of === 'mat_1' ? [event as MatterEvent] : []))
const standing = ({ orders }: World) =>
  Object.values(orders).flatMap((order) => (order.status === 'placed' || order.status === 'accepted' ? [order] : []))
const whenOpen =
  (holds: (matter: OpenMatter, world: World) => void) =>
  (world: World): void => {
    if (world.matter.status === 'open') holds(world.matter, world)
  }

type Holds = Readonly<Record<string, (world: World) => unknown>>

/** What holds after every step. */
const STANDING: Holds = {
  'an open matter has one stage, one responsible party, and a due time': whenOpen((matter) => {
    expect(stageOfMatter(matter).outcomes.length).toBeGreaterThan(0)
    expect(matter.course.responsible).toMatch(/^pty_/)
    expect(matter.course.clocks.filter(({ stoppedAt }) => stoppedAt === null)).not.toEqual([])
  }),

  'the work is led by one at most, who is responsible while it goes on; without one the committee is': whenOpen(
    (matter) => {
      const leads = standingOrders(matter.facts).filter(({ lead }) => lead)
      expect(leads.length).toBeLessThanOrEqual(1)
      if (stageOfMatter(matter).act !== 'do' || matter.facts.orders.length === 0) return
      expect(matter.course.responsible).toBe(leads[0]?.party ?? matter.seating.staff)
    },
  ),

  'every order that stands belongs to a matter that waits for it, and both know the same of it': (world) => {
    const { matter } = world
    if (matter.status !== 'open') return expect(standing(world)).toEqual([])
    const known = new Map(matter.facts.orders.map((fact) => [fact.order, fact]))
    for (const order of standing(world)) expect(known.get(order.id)?.status).toBe(order.status)
    for (const fact of matter.facts.orders.filter(isUnfinished))
      expect(world.orders[fact.order]?.status).toBe(fact.status)
    if (standing(world).length > 0) expect(['assign', 'do']).toContain(stageOfMatter(matter).act)
    return undefined
  },
}

/** What holds of the whole story. */
const STORY: Holds = {
  'a matter ends only with an answer given since it was last opened': (world) => {
    let owed = true
    for (const event of ofMatter(world)) {
      if (event.type === 'MatterRaised' || event.type === 'MatterReopened') owed = true
      if (event.type === 'AnswerGiven') owed = false
      if (event.type === 'MatterClosed') expect(owed).toBe(false)
    }
  },

  'a matter that was rated below the line owes a new answer': (world) => {
    let owed = false
    for (const event of ofMatter(world)) {
      if (event.type === 'StageEntered' && ['not-content', 'again'].includes(event.outcome)) owed = true
      if (event.type === 'AnswerGiven' || event.type === 'MatterReopened') owed = false
      if (event.type === 'MatterClosed') expect(owed).toBe(false)
    }
  },

  'telling the story again gives the same matter and the same orders': (world) => {
    expect(ofMatter(world).reduce<Matter>(matterRules.evolve, ABSENT)).toEqual(world.matter)
    for (const [id, order] of Object.entries(world.orders)) {
      const events = world.story.flatMap(({ of, event }) => (of === id ? [event as OrderEvent] : []))
      expect(events.reduce<Order>(orderRules.evolve, NO_ORDER)).toEqual(order)
    }
  },

  'a matter keeps its state through the text of a row': (world) => {
    expect(JSON.parse(JSON.stringify(world.matter))).toEqual(world.matter)
  },

  'a paused clock does not breach, and no clock acts before its time': (world) => {
    for (const { event, at } of world.story)
      if (event.type === 'ClockBreached') {
        expect(event.clock.paused).toBeNull()
        expect(at >= event.clock.due).toBe(true)
      }
  },

  'escalation rises, and supervision is listed and lifted in turn': (world) => {
    let level = 0
    let listed = false
    for (const event of ofMatter(world)) {
      if (event.type === 'MatterEscalated') {
        expect(event.level).toBeGreaterThan(level)
        level = event.level
      }
      if (event.type === 'MatterListed' || event.type === 'MatterUnlisted') {
        expect(event.type === 'MatterListed').toBe(!listed)
        listed = !listed
      }
    }
  },

  'the ledger keeps every event, and words and people only sealed': (world) => {
    for (const { event } of world.story) {
      const entryOf = { ...matterEntry, ...orderEntry }[event.type] as (event: unknown) => { facts: object }
      expect(JSON.stringify(entryOf(event).facts)).not.toMatch(/\p{Script=Han}|per_raiser|digest/u)
    }
  },
}

test('in every history the rules that always hold, hold', () => {
  fc.assert(
    fc.property(anyHistory, ({ start, steps }) => {
      let world = WHERE[start]!
      for (const step of steps) {
        world = step(world)
        for (const holds of Object.values(STANDING)) holds(world)
      }
      for (const holds of Object.values(STORY)) holds(world)
    }),
    { numRuns: 300 },
  )
})

test('nothing runs for ever: left alone, every matter comes to rest', () => {
  fc.assert(
    fc.property(anyHistory, fc.boolean(), (history, late) => {
      const world = played(history)
      const once = until(world, later(world.now, 2_000 * DAY), late)
      const rested = until(once, later(once.now, 2_000 * DAY))
      expect(rested.matter.status === 'open' ? wakesAt(rested.matter) : null).toBeNull()
    }),
    { numRuns: 100 },
  )
})

test('nothing is stuck: from wherever it stands, diligent people bring a matter to its end', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const world = played(history)
      fc.pre(world.matter.status !== 'absent')
      expect(broughtHome(world).matter).toMatchObject({ status: 'closed' })
    }),
    { numRuns: 100 },
  )
})

test('a clock wakes in one go whatever is due', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...SPANS), (history, span) => {
      const world = played(history)
      fc.pre(world.matter.status === 'open')
      const now = later(world.now, span)
      const woken = onMatter({ ...world, now }, CLOCK, { type: 'WakeMatter' })
      if (isRefused(woken)) throw new Error(woken.refused)
      const next = woken.matter.status === 'open' ? wakesAt(woken.matter) : null
      expect(next === null || next > now).toBe(true)
    }),
    { numRuns: 100 },
  )
})
