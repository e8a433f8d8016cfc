// A poll rule is data: who votes, what is counted, how many must take part, and what majority of what decides. PRODUCT.md section 5.
import { z } from 'zod'
import { type LocalDate, localDateSchema } from '../calendar/index.ts'
import { ROLES } from '../kernel/index.ts'
import { TIE_RULES } from '../ranking/index.ts'
import { TIES } from './candidates.ts'
import { MEASURES } from './measure.ts'
import { PRECEDENCES } from './precedence.ts'
import { PREFERENCE_TYPES } from './question.ts'
import { SCOPES, TOPICS } from './topic.ts'

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

export const QUESTION_TYPES = ['for-against', 'choose-one', 'choose-some', ...PREFERENCE_TYPES, 'candidates'] as const

/** `counted`: tellers enter figures (hands, paper). `ballots`: each voter's own ballot is kept. */
export const WAYS = ['counted', 'ballots'] as const
export type Way = (typeof WAYS)[number]

/** What becomes of ballots that were delivered and never came back (R1.32). */
export const REGIMES = ['strict', 'delivered-counts', 'follow-majority'] as const
export type Regime = (typeof REGIMES)[number]

export const PARTS = ['present', 'participants', 'for', 'against'] as const
export const WHOLES = ['electorate', 'present', 'participants'] as const

/** Nothing is more than the whole, and no part of it larger: such a rule could never be met. */
const isPossible = ({
  at,
  share: [part, whole],
}: {
  at: 'least' | 'more'
  share: readonly [number, number]
}): boolean => (at === 'more' ? part < whole : part <= whole)

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
  .refine(isPossible, 'a share is at most the whole, and nothing is more than it')
export type Threshold = z.infer<typeof thresholdSchema>

/** Consents of zones (片区): each is judged by itself under the same rule, and so many of them must agree; one may stop all (veto). */
export const zonesSchema = z
  .strictObject({
    at: z.enum(['least', 'more']),
    share: z.tuple([z.int().min(1).max(1000), z.int().min(1).max(1000)]),
    article: names,
    ref: z.string().max(20),
    /** A zone in which this holds, in every measure, stops the whole; null where no zone can. */
    veto: thresholdSchema.nullable(),
  })
  .refine(isPossible, 'a share is at most all zones, and nothing is more than them')

/** How much longer a poll may run when somebody says so before its end, and how often: declared before it opens. */
export const extensionSchema = z.strictObject({ days: z.int().min(1).max(60), times: z.int().min(1).max(5) })

/** What an election of a committee by name has to keep; absent where nobody is elected by name. */
const electionSchema = z.strictObject({
  /** The whole committee, an odd number between these (R1.22, R1.42). */
  committee: z.strictObject({ least: z.int().min(1).max(21), most: z.int().min(1).max(21) }),
  /** Fewer are enough where all exclusive areas together are no more than so many square metres; null where never. */
  small: z.strictObject({ least: z.int().min(1).max(21), area: z.string().regex(/^\d{1,9}\.\d\d$/) }).nullable(),
  /** Which tie rules may be declared (R1.64). */
  ties: z.array(z.enum(TIES)).min(1),
  /** Whole days for which the candidates are shown before the opening (R1.60). */
  shownDays: z.int().min(0).max(60),
})

/** Of all owners, how many have to ask for an extraordinary meeting, in each of these measures (R1.14). */
const proposalShareSchema = z
  .strictObject({
    share: z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]),
    measures: z.array(z.enum(['heads', 'area'])).min(1),
  })
  .refine(({ share: [part, whole] }) => part <= whole, 'a share is at most the whole')

const documentSchema = z.strictObject({
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
  /** Empty only where questions rank or score: there most votes win, whatever share they are. */
  majority: z.array(thresholdSchema),
  abstaining: z.enum(['participates', 'absent']),
  invalid: z.enum(['participates', 'absent']),
  /** The regimes for silent ballots that a community may choose; `strict` is always one of them. */
  silent: z.array(z.enum(REGIMES)).min(1),
  /** Which ballot holds when somebody votes twice (R1.65); both are kept. */
  precedence: z.enum(PRECEDENCES),
  /** Whose ballot it is: a person's, or a unit's, whose owners then merge into heads (R1.7–R1.9). */
  ballotOf: z.enum(['person', 'unit']).default('person'),
  /** What one owner's ballots that contradict one another come to: all invalid, or areas as marked and the head abstaining (R1.9). */
  contradiction: z.enum(['reject', 'split']).default('reject'),
  /** What may be asked under it (R1.1, R1.3); empty: anything. */
  topics: z.array(z.enum(TOPICS)).default([]),
  /** Of which units an electorate may be (R1.47, R1.51); empty: of any. */
  scopes: z.array(z.enum(SCOPES)).default([]),
  /** Whole days between the day of the notice and the day of opening (R0.5, R1.15). */
  noticeDays: z.int().min(0).max(60).default(0),
  /** Whole days during which the preliminary result hangs for objections (R1.62). */
  objectionDays: z.int().min(0).max(60).default(0),
  extension: extensionSchema.nullable().default(null),
  zones: zonesSchema.nullable().default(null),
  election: electionSchema.optional(),
  /** Absent where no rule says on whose proposal owners have to be called together. */
  proposal: proposalShareSchema.optional(),
  /** How equal votes are settled where questions rank or score; null where the rule knows no such question. */
  ties: z.enum(TIE_RULES).nullable().default(null),
  openers: z.array(z.enum(ROLES)).min(1),
  tellers: z.array(z.enum(ROLES)).min(1),
  /** How many different persons must come to the same figures. */
  closers: z.union([z.literal(1), z.literal(2)]),
})
type Document = z.infer<typeof documentSchema>

const isPreferenceType = (type: Document['questions'][number]): boolean =>
  (PREFERENCE_TYPES as readonly string[]).includes(type)

/** Whom such a rule may ask, and how: people for themselves, households by their homes, or owners by units, each owner one head however many they have (R1.7). */
const countsOnce = ({ measures, ballotOf, electorate }: Document): boolean => {
  if (electorate === 'owners') return ballotOf === 'unit' && measures[0] === 'heads'
  if (ballotOf === 'unit') return electorate === 'households' && measures[0] === 'households'
  return measures[0] === 'heads' || measures[0] === 'households'
}

/** No law decides by ranking or scoring: such a rule counts everybody once, whatever their area, is for no matter of law, and asks for no share of votes. */
const ranksAlone = (rule: Document): boolean => {
  const { questions, ties, majority, measures, topics, zones, silent } = rule
  return (
    ties !== null &&
    questions.every(isPreferenceType) &&
    majority.length === 0 &&
    measures.length === 1 &&
    countsOnce(rule) &&
    topics.length === 0 &&
    zones === null &&
    silent.every((regime) => regime === 'strict')
  )
}

export const pollRuleSchema = documentSchema
  .refine(
    (rule) =>
      rule.ties !== null || rule.questions.some(isPreferenceType) ? ranksAlone(rule) : rule.majority.length > 0,
    'a rule that ranks or scores does nothing else, and any other needs a majority',
  )
  .refine(({ silent }) => silent.includes('strict'), 'the strict regime is always one of those that may be chosen')
  .refine(
    ({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom <= effectiveTo,
    'it ends after it begins',
  )
  .refine(
    ({ secrecy, ways }) => secrecy === 'open' || ways.includes('counted'),
    'a secret vote is counted, and kept by nobody',
  )
export type PollRule = z.infer<typeof pollRuleSchema>

/** Whether owners decide by units, with the notice, the paper and the dates of an assembly; households that only say what they like best do without. */
export const asksOwners = ({ ballotOf, electorate }: Pick<PollRule, 'ballotOf' | 'electorate'>): boolean =>
  ballotOf === 'unit' && electorate === 'owners'

/** Whether each ballot may come on a sheet of its own: where units are asked, or residents rank, score or tick; never where a vote is secret, because a sheet tells whose it is (R2.4). */
export const hasSheets = ({ ballotOf, secrecy, ties }: Pick<PollRule, 'ballotOf' | 'secrecy' | 'ties'>): boolean =>
  secrecy === 'open' && (ballotOf === 'unit' || ties !== null)

export const isInForce = ({ effectiveFrom, effectiveTo }: PollRule, day: LocalDate): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)
