// The HTTP promise about polls: drafting, counting and noting in the console, and the props of the public pages.
import {
  NOTED_IN,
  type PollRule,
  type Question,
  WAYS,
  amountsSchema,
  figuresSchema,
  pollRuleSchema,
  questionSchema,
} from '@yishi/domain/poll'
import { namesSchema } from '@yishi/domain/procedure'
import { z } from 'zod'
import { questionDraftSchema } from './question.ts'

const instant = z.iso.datetime()
/** People of the roster by their id, others by their name alone; or totals of a list that is kept elsewhere. */
const electorateDraftSchema = z.union([
  z.object({
    voters: z
      .array(z.union([z.object({ person: z.string().max(60) }), z.object({ name: z.string().trim().min(1).max(40) })]))
      .max(500),
  }),
  z.object({ totals: amountsSchema }),
])
export type ElectorateDraft = z.infer<typeof electorateDraftSchema>

export const pollDraftSchema = z.object({
  rule: z.string().max(60),
  way: z.enum(WAYS),
  question: questionDraftSchema,
  electorate: electorateDraftSchema,
})
export type PollDraft = z.infer<typeof pollDraftSchema>

/** A draft may be drafted anew under its rule until it opens. */
export const pollRedraftSchema = pollDraftSchema.omit({ rule: true })
export type PollRedraft = z.infer<typeof pollRedraftSchema>

/** Where ballots are kept, the program counts them; where hands or paper are counted, the teller says what they came to. */
export const pollCountSchema = z.object({ figures: figuresSchema.optional() })
export const pollWithdrawalSchema = z.object({ reason: z.string().trim().min(1).max(500) })
export const notedBallotSchema = z.object({
  choice: z.array(z.string().max(20)).min(1).max(12),
  where: z.enum(NOTED_IN),
})

export const POLL_ACTS = ['redraft', 'open', 'count', 'withdraw', 'note'] as const
export type PollAct = (typeof POLL_ACTS)[number]

const line = z.object({
  zh: z.string(),
  en: z.string(),
  holds: z.boolean().nullable(),
  test: z.enum(['quorum', 'majority']),
})
export const pollResultSchema = z.object({
  passed: z.boolean(),
  chosen: z.array(z.string()),
  figures: figuresSchema,
  verdicts: z.array(z.object({ choice: z.string(), passed: z.boolean(), lines: z.array(line) })),
})
export type PollResult = z.infer<typeof pollResultSchema>

export const pollLineSchema = z.object({
  poll: z.string(),
  matter: z.string(),
  code: z.string(),
  question: z.string(),
  rule: namesSchema,
  status: z.enum(['draft', 'open', 'counting', 'decided', 'withdrawn']),
  passed: z.boolean().nullable(),
  draftedAt: instant,
})
export type PollLine = z.infer<typeof pollLineSchema>

/** Whether the reader may begin a poll for this matter now, and by which rule the stage decides. */
export const pollsOfMatterSchema = z.object({
  polls: z.array(pollLineSchema),
  may: z.boolean(),
  rule: z.string().nullable(),
})
export type PollsOfMatter = z.infer<typeof pollsOfMatterSchema>

export const pollFileSchema = z.object({
  poll: z.string(),
  community: z.object({ id: z.string(), name: z.string() }),
  matter: z.object({ matter: z.string(), code: z.string(), title: z.string() }),
  status: pollLineSchema.shape.status,
  rule: pollRuleSchema,
  way: z.enum(WAYS),
  question: questionSchema,
  electorate: z.object({ named: z.number().nullable(), totals: amountsSchema, digest: z.string() }),
  /** How many have voted, by stairway and party; never what. */
  turnout: z.object({
    cast: z.number(),
    of: z.number(),
    groups: z.array(z.object({ name: z.string(), cast: z.number(), of: z.number() })),
  }),
  /** Who has counted already; what they came to stays hidden until a second person agrees. */
  counting: z.object({ first: z.string().nullable(), recounts: z.number() }).nullable(),
  result: pollResultSchema.nullable(),
  draftedAt: instant,
  openedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  may: z.array(z.enum(POLL_ACTS)),
})
export type PollFile = z.infer<typeof pollFileSchema>

export const pollVoterSchema = z.object({
  voter: z.string(),
  /** Null for whom the roster does not know. */
  person: z.string().nullable(),
  name: z.string(),
  group: z.string(),
  cast: z.enum(['own', 'noted']).nullable(),
})
export type PollVoter = z.infer<typeof pollVoterSchema>

/** Who might stand on the list of a poll: people of the roster with a role in a node. */
export const candidateSchema = z.object({ person: z.string(), name: z.string(), group: z.string() })
export type Candidate = z.infer<typeof candidateSchema>
export const candidatesQuerySchema = z.object({
  community: z.string().max(60),
  role: z.string().max(40),
  node: z.string().max(40).optional(),
})

/** Why somebody can or cannot vote here and now. */
export type Standing = 'may-vote' | 'has-voted' | 'sign-in' | 'not-listed' | 'in-hall' | 'over'

type Shown = {
  readonly poll: string
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly matter: { readonly code: string; readonly title: string }
  readonly question: Question
  readonly rule: PollRule
  readonly status: 'open' | 'counting' | 'decided' | 'withdrawn'
  readonly turnout: { readonly cast: number; readonly of: number } | null
  readonly totals: Readonly<z.infer<typeof amountsSchema>>
  readonly result: PollResult | null
  readonly openedAt: string
  readonly decidedAt: string | null
  readonly asOf: string
}

/** `POST /polls/:poll` with `step` `confirm` (choice) or `cast` (choice, key). */
export type PollPage = Shown & {
  readonly standing: Standing
  /** What stands on the reader's own ballot. */
  readonly mine: { readonly choice: readonly string[]; readonly noted: boolean } | null
  readonly step: 'look' | 'confirm'
  readonly choice: readonly string[]
  readonly problem: 'missing' | 'choice-unfit' | null
  /** Signed promise of the ledger, shown once the ballot is cast. */
  readonly receipt: string | null
  readonly key: string
}
/** `GET /polls/:poll/sheet`: the result on A4 (R1.63). */
export type PollSheet = Shown & { readonly digest: string; readonly url: string }
