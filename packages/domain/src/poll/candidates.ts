// The election of an owners' committee by name: who stands, how many seats there are, how a ballot is marked, and how a tie is broken. RULES R1.22, R1.42, R1.46, R1.64, R7.30.
import { z } from 'zod'
import { type PollId, type Refused, refuse } from '../kernel/index.ts'
import { asked, optionSchema } from './question-parts.ts'

export const MOST_CANDIDATES = 20
export const LONGEST_PROFILE = 300
/** More seats than any law that we know of gives a committee. */
const MOST_SEATS = 21

/** `each`: for, against or abstain beside every name. `limited`: a tick beside as many names as there are seats, or fewer; more spoil the ballot (R7.30). */
export const MARKINGS = ['each', 'limited'] as const
export type Marking = (typeof MARKINGS)[number]

/** Who goes first of two with as many heads: the one with more area (Hangzhou practice), or nobody before the owners have voted again (Shanghai press, 2015). R1.64. */
export const TIES = ['area', 'revote'] as const
export type Tie = (typeof TIES)[number]

const candidate = optionSchema.extend({
  /** Shown in public: who they are and why they stand. */
  profile: z.string().trim().min(1).max(LONGEST_PROFILE),
  /** They have agreed in writing to stand, and to this being shown (PIPL art. 25). */
  consented: z.literal(true),
})
export type Candidate = z.infer<typeof candidate>

export const candidatesSchema = z.strictObject({
  type: z.literal('candidates'),
  ...asked,
  options: z.array(candidate).min(1).max(MOST_CANDIDATES),
  /** Of how many the whole committee is: an odd number. */
  committee: z.int().min(1).max(MOST_SEATS),
  /** How many sit already: none in a general election. */
  sitting: z.int().min(0).max(MOST_SEATS),
  marking: z.enum(MARKINGS),
  tie: z.enum(TIES),
  /** The ballot whose open seats are voted on again; null for the first. */
  again: z.custom<PollId>((id) => typeof id === 'string' && /^pol_[\w-]{1,56}$/.test(id)).nullable(),
})
export type CandidatesQuestion = z.infer<typeof candidatesSchema>

/** How many are to be elected now. */
export const openSeats = ({ committee, sitting }: Pick<CandidatesQuestion, 'committee' | 'sitting'>): number =>
  committee - sitting

/** The mark against a candidate; the one for them is their own key. */
export const againstOf = (candidate: string): string => `${candidate}:against`
const candidateOf = (mark: string): string => mark.replace(/:against$/u, '')

export const candidateMarks = ({ options, marking }: CandidatesQuestion): readonly string[] =>
  options.flatMap(({ key }) => (marking === 'each' ? [key, againstOf(key)] : [key]))

/** Whether there are more ticks than seats: such a ballot is kept as it is, and counts as spoiled (R2.4, R7.30). */
export const isOverTicked = (question: CandidatesQuestion, choice: readonly string[]): boolean =>
  question.marking === 'limited' && choice.length > openSeats(question)

/** Known marks, and one at most beside each name; a name without a mark is abstained from. */
export const isMarked = (question: CandidatesQuestion, choice: readonly string[]): boolean => {
  const known = candidateMarks(question)
  const names = new Set(choice.map(candidateOf))
  return choice.length > 0 && names.size === choice.length && choice.every((mark) => known.includes(mark))
}

export type CandidatesRefusal = 'committee-even' | 'no-open-seat' | 'too-few-sit'

/** A by-election presupposes that more than half of the committee still sits (上海 32, R1.46). */
export const candidatesUnfit = ({
  committee,
  sitting,
  again,
}: Pick<CandidatesQuestion, 'committee' | 'sitting' | 'again'>): Refused<CandidatesRefusal> | null => {
  if (committee % 2 === 0) return refuse('committee-even', { committee })
  if (sitting >= committee) return refuse('no-open-seat')
  return again === null && sitting > 0 && 2 * sitting <= committee
    ? refuse('too-few-sit', { sitting, committee })
    : null
}
