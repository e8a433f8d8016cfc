// What gates may look at: the facts of a matter that its story has gathered so far.
import type { ConditionId, ConventionId, Instant, OrderId, PartyId } from '../kernel/index.ts'
import type { Sorting } from '../matter/sorting.ts'
import type { Proceeding, TalkResult } from './proceeding.ts'

export const ORDER_STATUSES = ['placed', 'accepted', 'declined', 'done', 'withdrawn'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export type OrderFact = {
  readonly order: OrderId
  readonly party: PartyId
  readonly lead: boolean
  readonly status: OrderStatus
  /** Photos handed in with the work done. */
  readonly photos: number
  /** The visit of the stage in which it was placed. */
  readonly visit: number
}

export const VERDICTS = ['approved', 'returned'] as const
export type Verdict = (typeof VERDICTS)[number]

export const REVISIT_RESULTS = ['solved', 'not-solved'] as const
export type RevisitResult = (typeof REVISIT_RESULTS)[number]

/** What a reviewer asks for when agreeing (a red line), and whether it has been met. */
export type Condition = { readonly condition: ConditionId; readonly seat: string; readonly met: boolean }

/** Facts that belong to the present visit of a stage; a new visit begins with none. */
export type VisitFacts = {
  readonly signatures: readonly { readonly seat: string; readonly verdict: Verdict }[]
  readonly talk: TalkResult | null
  readonly rating: number | null
  readonly revisit: RevisitResult | null
  readonly answered: boolean
}

export type Facts = {
  readonly sorting: Sorting | null
  /** Since when it is open: raised, or last opened again. */
  readonly raisedAt: Instant
  readonly enteredAt: Instant
  readonly visit: number
  readonly orders: readonly OrderFact[]
  readonly proceedings: readonly Proceeding[]
  readonly conditions: readonly Condition[]
  readonly conventions: readonly ConventionId[]
  /** Has whoever raised the matter had an answer since then? */
  readonly answered: boolean
  readonly thisVisit: VisitFacts
}

export const NO_VISIT_FACTS: VisitFacts = { signatures: [], talk: null, rating: null, revisit: null, answered: false }

/** Of a course that begins now: nothing has happened yet. */
export const firstFacts = (now: Instant, visit: number): Facts => ({
  sorting: null,
  raisedAt: now,
  enteredAt: now,
  visit,
  orders: [],
  proceedings: [],
  conditions: [],
  conventions: [],
  answered: false,
  thisVisit: NO_VISIT_FACTS,
})

export const isUnfinished = ({ status }: OrderFact): boolean => status === 'placed' || status === 'accepted'

/** The orders that count: neither declined nor withdrawn. */
export const standingOrders = (facts: Facts): readonly OrderFact[] =>
  facts.orders.filter((order) => order.status !== 'declined' && order.status !== 'withdrawn')
