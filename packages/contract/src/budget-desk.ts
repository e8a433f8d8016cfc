// The HTTP promise about ballots of a shared budget that are noted at the desk: the desk, its voters, and one ballot in somebody's hand.
import { BUDGET_CHANNELS, MOST_PROJECTS, NOTED_AT } from '@yishi/domain/budget'
import { z } from 'zod'

const channel = z.enum(BUDGET_CHANNELS)
const where = z.enum(NOTED_AT)
/** Read by one; or by two who differ. */
const waiting = z.enum(['read-once', 'differing'])

export const budgetVoterSchema = z.object({
  voter: z.string(),
  /** On the list. */
  number: z.number(),
  name: z.string(),
  place: z.string(),
  /** How the ballot that holds came; null where there is none. */
  channel: channel.nullable(),
  waiting: waiting.nullable(),
})
export type BudgetVoterLine = z.infer<typeof budgetVoterSchema>

/** How many of the ballots that hold came which way. */
export const budgetChannelsSchema = z.object({ online: z.number(), desk: z.number(), paper: z.number() })
export type BudgetChannels = z.infer<typeof budgetChannelsSchema>

export const budgetDeskSchema = z.object({
  budget: z.string(),
  title: z.string(),
  listed: z.number(),
  closesAt: z.iso.datetime(),
  open: z.boolean(),
  channels: budgetChannelsSchema,
  waiting: z.array(budgetVoterSchema),
})
export type BudgetDesk = z.infer<typeof budgetDeskSchema>

export const BUDGET_DESK_ACTS = ['read', 'settle', 'drop'] as const

export const budgetHandedInSchema = budgetVoterSchema.extend({
  projects: z.array(z.object({ id: z.string(), name: z.string(), cost: z.string() })),
  /** How it was handed in, once somebody has read it. */
  where: where.nullable(),
  /** What the two read who differ: for the third alone. */
  readings: z.array(z.object({ by: z.string(), choice: z.array(z.string()) })),
  steps: z.array(
    z.object({
      step: z.enum(['read', 'noted', 'dropped']),
      where,
      by: z.string(),
      words: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** The reader has read it, and may print it for the voter to sign. */
  mayPrint: z.boolean(),
  may: z.array(z.enum(BUDGET_DESK_ACTS)),
})
export type BudgetHandedIn = z.infer<typeof budgetHandedInSchema>

const choice = z.array(z.string().max(10)).min(1).max(MOST_PROJECTS)
const reason = z.string().trim().min(1).max(500)

export const budgetVotersQuerySchema = z.object({ find: z.string().trim().max(40).default('') })
export const budgetReadingSchema = z.object({ where, choice })
export const budgetSettlingSchema = z.object({ choice, reason })
export const budgetDroppingSchema = z.object({ reason })
export const budgetCodeSchema = z.object({ code: z.string().max(300) })

type Home = { readonly id: string; readonly name: string; readonly streetOffice: string | null }
type Printed = {
  readonly budget: string
  readonly community: Home
  readonly title: string
  readonly amount: string
  readonly projects: readonly {
    readonly id: string
    readonly name: string
    readonly cost: string
    readonly place: string
    readonly note: string
  }[]
}

/** `GET /budgets/:budget/paper?path=`: the sheets of one part of the list, with `*` of all of it, for the printer; without, nobody's. */
export type BudgetPrint = Printed & {
  readonly lastDay: string
  readonly day: string
  readonly path: string
  /** Where the voters live. */
  readonly parts: readonly { readonly path: string; readonly name: string; readonly of: number }[]
  readonly sheets: readonly {
    readonly code: string
    readonly name: string
    readonly place: string
    readonly svg: string
  }[]
  /** More than are printed at once. */
  readonly left: number
}

/** `GET /budgets/:budget/voters/:voter/slip`: what was taken down for one voter, to be signed; for whoever has read it. */
export type BudgetSlip = Printed & {
  readonly number: number
  readonly name: string
  readonly place: string
  readonly where: 'desk' | 'paper'
  readonly choice: readonly string[]
  /** Once it is a ballot: who read it, whether it holds, and the ledger's signed promise. */
  readonly noted: {
    readonly readers: readonly string[]
    readonly at: string
    readonly holds: boolean
    readonly receipt: string | null
  } | null
  readonly day: string
}
