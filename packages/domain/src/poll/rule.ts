// A poll rule is data: who votes, what is counted, how many must take part, and what majority of what decides. PRODUCT.md section 5.
import { z } from 'zod'
import { type LocalDate, localDateSchema } from '../calendar/index.ts'
import { ROLES } from '../kernel/index.ts'
import { MEASURES } from './measure.ts'

const names = z.strictObject({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(400) })

/** Who has a vote. The list itself is drawn up for each poll and frozen when it opens. */
export const ELECTORATES = [
  'present',
  'representatives',
  'party-members',
  'committee-members',
  'residents',
  'households',
  'owners',
] as const
export type ElectorateKind = (typeof ELECTORATES)[number]

export const QUESTION_TYPES = ['for-against', 'choose-one', 'choose-some'] as const

/** `counted`: tellers enter figures (hands, paper). `ballots`: each voter's own ballot is kept. */
export const WAYS = ['counted', 'ballots'] as const
export type Way = (typeof WAYS)[number]

/** What becomes of ballots that were delivered and never came back (R1.32). */
export const REGIMES = ['strict', 'delivered-counts', 'follow-majority'] as const
export type Regime = (typeof REGIMES)[number]

export const PARTS = ['present', 'participants', 'for'] as const
export const WHOLES = ['electorate', 'present', 'participants'] as const

/** `part ÷ whole` is at least (以上 includes the number, R0.1) or more than (过半数 does not, R0.2) the share. */
export const thresholdSchema = z
  .strictObject({
    part: z.enum(PARTS),
    whole: z.enum(WHOLES),
    at: z.enum(['least', 'more']),
    share: z.tuple([z.int().min(1).max(1000), z.int().min(1).max(1000)]),
    /** The article that it rests on, and its number in the collection of rules. */
    article: names,
    ref: z.string().max(20),
  })
  .refine(({ share: [part, whole] }) => part <= whole, 'a share is at most the whole')
export type Threshold = z.infer<typeof thresholdSchema>

export const pollRuleSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
  version: z.int().min(1),
  names,
  jurisdiction: z.string().min(2).max(20),
  source: names,
  effectiveFrom: localDateSchema,
  /** The last day on which it was in force; null while it is. */
  effectiveTo: localDateSchema.nullable(),
  /** What somebody should know before relying on it. */
  caution: names.nullable(),
  electorate: z.enum(ELECTORATES),
  measures: z.array(z.enum(MEASURES)).min(1),
  questions: z.array(z.enum(QUESTION_TYPES)).min(1),
  ways: z.array(z.enum(WAYS)).min(1),
  /** A secret vote is on paper only: it is counted, and no ballot is ever kept here (R2.4). */
  secrecy: z.enum(['open', 'secret']),
  quorum: z.array(thresholdSchema),
  majority: z.array(thresholdSchema).min(1),
  abstaining: z.enum(['participates', 'absent']),
  invalid: z.enum(['participates', 'absent']),
  /** The regimes for silent ballots that a community may choose; `strict` is always one of them. */
  silent: z.array(z.enum(REGIMES)).min(1),
  /** Which ballot holds when somebody votes twice (R1.65); both are kept. */
  precedence: z.enum(['latest', 'own-hand', 'first']),
  openers: z.array(z.enum(ROLES)).min(1),
  tellers: z.array(z.enum(ROLES)).min(1),
  /** How many different persons must come to the same figures. */
  closers: z.union([z.literal(1), z.literal(2)]),
})
export type PollRule = z.infer<typeof pollRuleSchema>

export const isInForce = ({ effectiveFrom, effectiveTo }: PollRule, day: LocalDate): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)
