// The gates (门槛): what must hold before an outcome opens. Each is its parameters and a pure predicate on the matter's facts.
import { z } from 'zod'
import { SHIPPED_CALENDAR, dueAt, limitSchema } from '../calendar/index.ts'
import type { Instant } from '../kernel/index.ts'
import { COLOURS, LEVELS, SIZES } from '../matter/sorting.ts'
import { MOST_PHOTOS } from '../photo/index.ts'
import { type Facts, REVISIT_RESULTS, VERDICTS, standingOrders } from './facts.ts'
import { TALK_RESULTS, ofVisit } from './proceeding.ts'

const gate = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ gate: z.literal(name), ...shape })

export const gateSchema = z.discriminatedUnion('gate', [
  gate('sorted-as', {
    levels: z.array(z.enum(LEVELS)).optional(),
    colours: z.array(z.enum(COLOURS)).optional(),
    sizes: z.array(z.enum(SIZES)).optional(),
  }),
  gate('orders-placed', { min: z.int().min(1) }),
  gate('orders-done', { which: z.enum(['all', 'lead']) }),
  gate('all-declined', {}),
  gate('evidence-attached', { min: z.int().min(1).max(MOST_PHOTOS) }),
  gate('talk-ended', { as: z.enum(TALK_RESULTS) }),
  gate('quorum', {}),
  gate('signed-by', { seat: z.string(), verdict: z.enum(VERDICTS) }),
  gate('conditions-met', {}),
  gate('poll-passed', {}),
  gate('poll-failed', {}),
  gate('draw-settled', {}),
  gate('notice-elapsed', {}),
  gate('objections-answered', {}),
  gate('objection-upheld', {}),
  gate('milestones-accepted', {}),
  gate('answer-given', {}),
  gate('rated-at-least', { score: z.int().min(1).max(5) }),
  gate('rated-below', { score: z.int().min(2).max(5) }),
  gate('revisited', { found: z.enum(REVISIT_RESULTS) }),
  gate('convention-recorded', {}),
  gate('waited', { limit: limitSchema }),
])
export type Gate = z.infer<typeof gateSchema>
export type GateName = Gate['gate']
export type GateOf<Name extends GateName> = Extract<Gate, { gate: Name }>

const among = <T>(allowed: readonly T[] | undefined, value: T | undefined): boolean =>
  allowed === undefined || (value !== undefined && allowed.includes(value))

/** When a `waited` gate opens, counted from the moment the stage was entered. */
export const waitedUntil = (facts: Facts, limit: GateOf<'waited'>['limit']): Instant =>
  dueAt(facts.enteredAt, limit, SHIPPED_CALENDAR).due

const ended = <T extends { readonly status: string }>(all: readonly T[]): readonly T[] =>
  all.filter(({ status }) => status === 'ended')

const predicates: { readonly [Name in GateName]: (gate: GateOf<Name>, facts: Facts, now: Instant) => boolean } = {
  'sorted-as': ({ levels, colours, sizes }, { sorting }) =>
    sorting !== null && among(levels, sorting.level) && among(colours, sorting.colour) && among(sizes, sorting.size),
  'orders-placed': ({ min }, facts) => standingOrders(facts).length >= min,
  'orders-done': ({ which }, facts) => {
    const standing = standingOrders(facts).filter((order) => which === 'all' || order.lead)
    return standing.length > 0 && standing.every((order) => order.status === 'done')
  },
  'all-declined': (_, facts) => facts.orders.length > 0 && standingOrders(facts).length === 0,
  'evidence-attached': ({ min }, facts) =>
    standingOrders(facts).reduce((photos, order) => photos + order.photos, 0) >= min,
  'talk-ended': ({ as }, { thisVisit }) => thisVisit.talk === as,
  'signed-by': ({ seat, verdict }, { thisVisit }) =>
    thisVisit.signatures.some((signature) => signature.seat === seat && signature.verdict === verdict),
  quorum: (_, facts) => ended(ofVisit(facts, 'meeting')).some(({ quorate }) => quorate),
  'conditions-met': (_, { conditions }) => conditions.every(({ met }) => met),
  'poll-passed': (_, facts) => ended(ofVisit(facts, 'poll')).at(-1)?.passed === true,
  'poll-failed': (_, facts) => ended(ofVisit(facts, 'poll')).at(-1)?.passed === false,
  'draw-settled': (_, facts) => ended(ofVisit(facts, 'draw')).length > 0,
  'notice-elapsed': (_, facts) => ended(ofVisit(facts, 'notice')).length > 0,
  // What was found right is not passed over because it was answered: the notice is withdrawn and hung anew, or the matter goes back.
  'objections-answered': (_, facts) => {
    const notices = ofVisit(facts, 'notice').filter(({ status }) => status !== 'withdrawn')
    return notices.length > 0 && notices.every(({ unanswered, upheld }) => unanswered === 0 && upheld === 0)
  },
  'objection-upheld': (_, facts) => ofVisit(facts, 'notice').some(({ upheld }) => upheld > 0),
  'milestones-accepted': (_, { proceedings }) => ended(proceedings).some(({ kind }) => kind === 'project'),
  'answer-given': (_, facts) => facts.answered,
  'rated-at-least': ({ score }, { thisVisit }) => thisVisit.rating !== null && thisVisit.rating >= score,
  'rated-below': ({ score }, { thisVisit }) => thisVisit.rating !== null && thisVisit.rating < score,
  revisited: ({ found }, { thisVisit }) => thisVisit.revisit === found,
  'convention-recorded': (_, facts) => facts.conventions.length > 0,
  waited: ({ limit }, facts, now) => now >= waitedUntil(facts, limit),
}

export const isOpen = (gate: Gate, facts: Facts, now: Instant): boolean =>
  (predicates[gate.gate] as (gate: Gate, facts: Facts, now: Instant) => boolean)(gate, facts, now)
