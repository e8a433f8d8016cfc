// The HTTP promise about shared budgets: drawing up rounds in the console, and the props of the page on which residents vote.
import { localDateSchema } from '@yishi/domain/calendar'
import {
  LONGEST_NAME,
  LONGEST_PURPOSE,
  LONGEST_TITLE,
  MOST_PROJECTS,
  type BudgetChannel,
  type Method,
} from '@yishi/domain/budget'
import { z } from 'zod'
import type { BudgetChannels } from './budget-desk.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const id = z.string().max(60)
const instant = z.iso.datetime()
/** Whether it is an amount is for the rule to say, which names the project. */
const amount = z.string().trim().max(20)

/** Projects in the order of the list, which settles what nothing else does. `node` null: everybody in the community. */
export const budgetPlanSchema = z.object({
  title: text(LONGEST_TITLE),
  purpose: z.string().trim().max(LONGEST_PURPOSE).default(''),
  node: id.nullable().default(null),
  amount,
  lastDay: localDateSchema,
  projects: z
    .array(
      z.object({
        name: text(LONGEST_NAME),
        cost: amount,
        place: z.string().trim().max(60).default(''),
        note: z.string().trim().max(300).default(''),
      }),
    )
    .max(MOST_PROJECTS),
})
export type BudgetPlan = z.output<typeof budgetPlanSchema>
export const newBudgetSchema = budgetPlanSchema.extend({ community: id.optional() })
export const budgetWithdrawalSchema = z.object({ reason: text(500) })

export const BUDGET_ACTS = ['redraft', 'open', 'withdraw'] as const
export type BudgetAct = (typeof BUDGET_ACTS)[number]

const status = z.enum(['draft', 'open', 'closed', 'decided', 'withdrawn'])
export const budgetLineSchema = z.object({
  budget: z.string(),
  title: z.string(),
  status,
  amount: z.string(),
  projects: z.number(),
  cast: z.number(),
  listed: z.number().nullable(),
  lastDay: z.string(),
})
export type BudgetLine = z.infer<typeof budgetLineSchema>

const resultSchema = z.object({
  winners: z.array(z.object({ id: z.string(), cap: z.string().nullable() })),
  cost: z.string(),
  share: z.string(),
  ballots: z.number(),
  votes: z.record(z.string(), z.number()),
  byVotes: z.array(z.string()),
})
const project = z.object({ id: z.string(), name: z.string(), cost: z.string(), place: z.string(), note: z.string() })

export const budgetFileSchema = z.object({
  budget: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  purpose: z.string(),
  status,
  /** The part of the community whose people take part; null for all of it. */
  part: z.object({ node: z.string(), name: z.string() }).nullable(),
  amount: z.string(),
  projects: z.array(project),
  lastDay: z.string(),
  closesAt: instant.nullable(),
  cast: z.number(),
  listed: z.number().nullable(),
  result: resultSchema.nullable(),
  may: z.array(z.enum(BUDGET_ACTS)),
})
export type BudgetFile = z.infer<typeof budgetFileSchema>
export type BudgetResult = z.infer<typeof resultSchema>
export type BudgetProjectView = z.infer<typeof project>

/** Why somebody can or cannot vote here and now. */
export type BudgetStanding = 'may-vote' | 'has-voted' | 'sign-in' | 'not-listed' | 'came-later' | 'over'

/** What one ballot's share paid for, in yuan as people read it. */
export type BudgetSpending = {
  readonly paid: readonly { readonly id: string; readonly amount: string }[]
  readonly left: string
}

/** `GET|POST /budgets/:budget`; `POST` with `step` `confirm` (choice, digest) or `cast` (choice, digest, key). */
export type BudgetPage = Pick<
  BudgetFile,
  'budget' | 'title' | 'purpose' | 'amount' | 'projects' | 'lastDay' | 'result'
> & {
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly part: string | null
  readonly status: 'open' | 'closed' | 'decided' | 'withdrawn'
  readonly openedAt: string
  readonly closesAt: string | null
  readonly cast: number
  readonly listed: number
  readonly method: Method
  readonly digest: string
  readonly standing: BudgetStanding
  /** The choice on the reader's own ballot, and once it is decided what its share paid for. */
  readonly mine: {
    readonly choice: readonly string[]
    /** How it came: from the phone, or noted at the desk. */
    readonly channel: BudgetChannel
    readonly spent: BudgetSpending | null
  } | null
  /** How many of the ballots that hold came which way, once it is decided; and how many were handed in that nobody read again. */
  readonly channels: (BudgetChannels & { readonly unread: number }) | null
  readonly step: 'look' | 'confirm'
  readonly choice: readonly string[]
  readonly problem: 'missing' | 'list-changed' | 'other-row-voted' | null
  /** Signed promise of the ledger, shown once the ballot is cast. */
  readonly receipt: string | null
  /** With which anybody computes the result from the file. */
  readonly command: string
  readonly key: string
  readonly asOf: string
}

/** Of what everybody on the list of a round is told; of a ballot that was noted its voter alone. */
export type BudgetOccasion =
  | { readonly told: 'opened'; readonly lastDay: string }
  | { readonly told: 'decided' | 'withdrawn' | 'noted' }
