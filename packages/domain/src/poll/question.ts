// The question of a poll, and its options.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { type CandidatesRefusal, candidatesSchema, candidatesUnfit } from './candidates.ts'
import { MOST_OPTIONS, asked, optionSchema } from './question-parts.ts'

export { LONGEST_QUESTION, MOST_OPTIONS } from './question-parts.ts'
/** More steps than this nobody tells apart, and they would not fit under a thumb. */
export const HIGHEST_SCORE = 10

const options = z.array(optionSchema).min(1).max(MOST_OPTIONS)
/** Of a question that ranks or scores: how many options win. */
const preferred = { ...asked, options: options.min(2), seats: z.int().min(1).max(MOST_OPTIONS) }

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('for-against'), ...asked }),
  z.strictObject({ type: z.literal('choose-one'), ...asked, options }),
  z.strictObject({ type: z.literal('choose-some'), ...asked, options, most: z.int().min(1).max(MOST_OPTIONS) }),
  /** Options in the order of preference: the instant runoff for one seat, the transferable vote for several. */
  z.strictObject({ type: z.literal('ranked'), ...preferred }),
  /** Points from 0 to `highest` for each option that the voter judges. */
  z.strictObject({ type: z.literal('scored'), ...preferred, highest: z.int().min(1).max(HIGHEST_SCORE) }),
  /** As many options as the voter agrees with. */
  z.strictObject({ type: z.literal('approval'), ...preferred }),
  /** At most `most` marks: a ballot with more is spoiled (R7.30). */
  z.strictObject({ type: z.literal('limited'), ...preferred, most: z.int().min(1).max(MOST_OPTIONS) }),
  candidatesSchema,
])
export type Question = z.infer<typeof questionSchema>

export const PREFERENCE_TYPES = ['ranked', 'scored', 'approval', 'limited'] as const
export type PreferenceQuestion = Extract<Question, { type: (typeof PREFERENCE_TYPES)[number] }>

/** A question whose winners are those with most votes or points, whatever share of all they are. */
export const isPreference = (question: Question): question is PreferenceQuestion =>
  (PREFERENCE_TYPES as readonly string[]).includes(question.type)

/** Which question a ballot was filled in for: its words, its options and what may be marked, in sixteen hex digits. */
export const questionDigest = (question: Question): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText(question)))).slice(0, 16)

export type QuestionRefusal = 'options-twice' | 'options-too-few' | CandidatesRefusal

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '')

/** How many of the options its own numbers need. */
const optionsNeeded = (question: Exclude<Question, { type: 'for-against' }>): number => {
  const most = 'most' in question ? question.most : 1
  return 'seats' in question ? Math.max(2, most, question.seats) : most
}

export const questionFits = (question: Question): Refused<QuestionRefusal> | null => {
  if (question.type === 'for-against') return null
  const named = question.options.flatMap(({ key, text }) => [key, plain(text)])
  if (new Set(named).size < named.length) return refuse('options-twice')
  if (question.type === 'candidates') return candidatesUnfit(question)
  return optionsNeeded(question) > question.options.length ? refuse('options-too-few') : null
}
