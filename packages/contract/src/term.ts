// The HTTP promise about terms of owners' committees: what the desk begins, notes and reads, and the props of the public page.
import { localDateSchema } from '@yishi/domain/calendar'
import {
  HIGHEST_TERM,
  LONGEST_EVIDENCE,
  TERM_STEPS,
  type TermStep,
  VACANCY_REASONS,
  type VacancyReason,
} from '@yishi/domain/term'
import { z } from 'zod'

const id = z.string().min(1).max(60)
const evidence = z.string().trim().min(1).max(LONGEST_EVIDENCE)
const matched = z.object({ poll: id, choice: z.string().max(40), person: id.nullable() })
const members = z.array(matched).max(21)

export const newTermSchema = z.object({
  community: id.optional(),
  /** The election, or what was voted on again last. */
  poll: id,
  number: z.int().min(1).max(HIGHEST_TERM),
  from: localDateSchema,
  years: z.int().min(1).max(9),
  members,
})
export type NewTerm = z.infer<typeof newTermSchema>

/** Each by its own address, `POST /api/terms/:term/<name>`. */
export const termActSchemas = {
  seat: z.object({ poll: id, members }),
  match: z.object({ member: z.string().max(10), person: id }),
  vacate: z.object({
    member: z.string().max(10),
    on: localDateSchema,
    reason: z.enum(VACANCY_REASONS),
    evidence,
  }),
  step: z.object({ step: z.enum(TERM_STEPS), on: localDateSchema, evidence }),
} as const
export const TERM_ACTS = ['seat', 'match', 'vacate', 'step'] as const
export type TermAct = (typeof TERM_ACTS)[number]
export type TermBody<Act extends TermAct> = z.infer<(typeof termActSchemas)[Act]>

const words = z.object({ zh: z.string(), en: z.string() })

/** Somebody of the roster with the name of somebody elected. */
const matchSchema = z.object({
  person: z.string(),
  homes: z.string(),
  /** Can sign in. */
  account: z.boolean(),
  /** Has the role already. */
  wears: z.boolean(),
})
export type RosterMatch = z.infer<typeof matchSchema>

const waitingSchema = z.object({ poll: z.string(), title: z.string(), on: z.string() })

/** `GET /api/terms/offer?poll=`: what a result would begin, or fill. */
export const termOfferSchema = z.object({
  poll: z.string(),
  title: z.string(),
  place: z.string(),
  committee: z.int(),
  /** How many sit already. */
  sitting: z.int(),
  elected: z.array(matched.omit({ person: true }).extend({ name: z.string(), rows: z.array(matchSchema) })),
  /** The running term whose empty seats it fills; null where it begins one. */
  joins: z.string().nullable(),
  last: z.int(),
  years: z.object({ least: z.int(), most: z.int(), article: words }),
  electedOn: z.string(),
  today: z.string(),
})
export type TermOffer = z.infer<typeof termOfferSchema>

const standingSchema = z.object({
  sitting: z.int(),
  open: z.int(),
  vacancy: z.enum(['full', 'by-election', 'early-election']),
  idleSince: z.string().nullable(),
  powersRest: z.boolean(),
})

export const termLineSchema = z.object({
  term: z.string(),
  place: z.string(),
  number: z.int(),
  committee: z.int(),
  sitting: z.int(),
  from: z.string(),
  until: z.string(),
  status: z.enum(['running', 'over']),
  how: z.enum(['expired', 'succeeded']).nullable(),
  /** What is to be done next. */
  next: z.object({ step: z.enum(TERM_STEPS), due: z.string() }).nullable(),
})
export type TermLine = z.infer<typeof termLineSchema>
export const termListSchema = z.object({
  terms: z.array(termLineSchema),
  /** Results that nobody has taken over. */
  waiting: z.array(waitingSchema),
  asOf: z.string(),
})
export type TermList = z.infer<typeof termListSchema>

export const termFileSchema = termLineSchema.extend({
  community: z.string(),
  electedOn: z.string(),
  polls: z.array(z.string()),
  standing: standingSchema,
  articles: z.object({ vacancy: words }),
  members: z.array(
    z.object({
      member: z.string(),
      name: z.string(),
      since: z.string(),
      /** Whether somebody has said who it is on the roster. */
      known: z.boolean(),
      account: z.boolean(),
      /** Null where nobody knows who it is. */
      owns: z.boolean().nullable(),
      vacancy: z.object({ on: z.string(), reason: z.enum(VACANCY_REASONS), evidence: z.string() }).nullable(),
      /** Whom the roster would have it be. */
      rows: z.array(matchSchema),
    }),
  ),
  deadlines: z.array(
    z.object({
      step: z.enum(TERM_STEPS),
      article: words,
      due: z.string().nullable(),
      done: z.string().nullable(),
      evidence: z.string(),
      /** The last session, where the step comes again. */
      last: z.string().nullable(),
    }),
  ),
  /** Matters that stand where owners vote, so that a by-election can be asked there. */
  matters: z.array(z.object({ matter: z.string(), title: z.string() })),
  waiting: z.array(waitingSchema),
  asOf: z.string(),
})
export type TermFile = z.infer<typeof termFileSchema>

/** One committee as everybody sees it: names that were published with the result, days, and what is still to come. */
export type PublicTerm = {
  readonly place: string
  readonly number: number
  readonly committee: number
  readonly from: string
  readonly until: string
  readonly members: readonly string[]
  readonly open: number
  readonly vacancy: 'full' | 'by-election' | 'early-election'
  readonly powersRest: boolean
  readonly steps: readonly {
    readonly step: Extract<TermStep, 'list-published' | 'filed' | 'filing-done'>
    readonly due: string | null
    readonly done: string | null
  }[]
  readonly polls: readonly string[]
}

/** `GET /c/:community/committee`. */
export type CommitteePage = {
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly running: readonly PublicTerm[]
  readonly over: readonly {
    readonly place: string
    readonly number: number
    readonly from: string
    readonly until: string
  }[]
  readonly asOf: string
}

/** What people are told about a term. `number` is the term's. */
export type TermOccasion = { readonly place: string; readonly number: number } & (
  | { readonly told: 'seated'; readonly until: string }
  | { readonly told: 'vacated'; readonly on: string; readonly reason: VacancyReason }
  | { readonly told: 'over'; readonly how: 'expired' | 'succeeded' }
  | { readonly told: 'desk-over' }
  | { readonly told: 'rang'; readonly step: TermStep; readonly due: string; readonly late: boolean }
)
