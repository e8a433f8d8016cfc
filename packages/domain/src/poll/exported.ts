// An exported poll: every voter of the list without names, every ballot that came in, and the proofs of silent ones; whoever holds it counts again from the paper up. RULES R1.7–R1.9, R1.32, R1.65.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { type ListedBallot, countListed } from './counting.ts'
import { amountOfVoters } from './electorate.ts'
import type { Figures } from './figures.ts'
import { lotsHold, lotsSchema } from './lots.ts'
import { type MarkingRefusal, choiceRefusal } from './marking.ts'
import { type Amounts, amountsSchema } from './measure.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { CHANNELS, holdingOf } from './precedence.ts'
import { type Question, isPreference, questionSchema } from './question.ts'
import { type Reconciliation, reconcile } from './reconciliation.ts'
import { type PollRule, REGIMES, pollRuleSchema } from './rule.ts'

export const exportedPollSchema = z.strictObject({
  format: z.literal('yishi-poll/1'),
  poll: z.string().max(60),
  rule: pollRuleSchema,
  regime: z.enum(REGIMES),
  question: questionSchema,
  /** Of the list as it was frozen, with names, which the file leaves out. */
  digest: z.string().max(64),
  /** How equal votes are settled, where the question ranks or scores. */
  lots: lotsSchema.nullable().default(null),
  /** In the order of their ids, so that none stands there twice. */
  voters: z
    .array(
      z.strictObject({
        voter: z.string().min(1).max(60),
        head: z.int().min(0).max(10_000_000),
        zone: z.string().max(100),
        amounts: amountsSchema,
        /** Of this voter, in the order in which they came in. */
        ballots: z.array(
          z.strictObject({
            channel: z.enum(CHANNELS),
            choice: z.array(z.string().max(20)).min(1).max(20),
            at: z.string().max(40),
          }),
        ),
        /** Of a silent ballot what is on file: delivery alone, or all three proofs. */
        proof: z.enum(['none', 'delivered', 'proven']),
      }),
    )
    .min(1),
})
export type ExportedPoll = z.infer<typeof exportedPollSchema>

export type ExportRefusal = 'voters-out-of-order' | 'preference-unfit' | 'lots-unfit' | MarkingRefusal
type ExportedVoter = ExportedPoll['voters'][number]

/** The choice of the ballot that holds. */
const choiceOf = ({ ballots }: ExportedVoter, { precedence }: PollRule): readonly string[] | null => {
  if (ballots.length < 2) return ballots[0]?.choice ?? null
  const held = holdingOf(
    precedence,
    ballots.map(({ channel }) => channel),
  )
  return ballots[held]!.choice
}

/** What a question does not allow, found once for each set of marks. */
const refusing = (question: Question) => {
  const known = new Map<string, MarkingRefusal | null>()
  return ({ ballots }: ExportedVoter): MarkingRefusal | null => {
    for (const { choice } of ballots) {
      const written = choice.length === 1 ? choice[0]! : choice.join('|')
      const before = known.get(written)
      const refused = before === undefined ? choiceRefusal(question, choice, { invalid: true }) : before
      known.set(written, refused)
      if (refused) return refused
    }
    return null
  }
}

const laid = ({ voters, rule, question }: ExportedPoll): readonly ListedBallot[] | Refused<ExportRefusal> => {
  const refusal = refusing(question)
  const listed: ListedBallot[] = []
  let before = ''
  for (const each of voters) {
    const { voter, head, zone, amounts, proof } = each
    if (voter <= before) return refuse('voters-out-of-order', { voter })
    const unfit = refusal(each)
    if (unfit) return refuse(unfit, { voter })
    before = voter
    const choice = choiceOf(each, rule)
    listed.push({ head, zone, amounts, choice, proof: choice ? 'none' : proof })
  }
  return listed
}

export type Recount = {
  readonly reconciliation: Reconciliation
  readonly electorate: Amounts
  readonly figures: Figures
  readonly outcome: Outcome
}

/** Equal votes are settled by what was drawn, and by no order that somebody has written in afterwards. */
const lotsUnfit = ({ rule, question, lots }: ExportedPoll): Refused<ExportRefusal> | null => {
  if (isPreference(question) !== (rule.ties !== null)) return refuse('preference-unfit')
  if (rule.ties === null) return null
  return lots && lotsHold(question, lots) ? null : refuse('lots-unfit')
}

export const recountPoll = (poll: ExportedPoll): Recount | Refused<ExportRefusal> => {
  const listed = lotsUnfit(poll) ?? laid(poll)
  if ('refused' in listed) return listed
  const { rule, question, regime, lots } = poll
  const electorate = amountOfVoters(listed, rule)
  const count = countListed({ rule, question }, listed)
  const { figures } = count
  const outcome = outcomeOf({ rule, question, regime, electorate, lots: lots?.order ?? null }, figures)
  const ballots = poll.voters.reduce((sum, voter) => sum + voter.ballots.length, 0)
  return { reconciliation: reconcile(listed, { rule, count, ballots }), electorate, figures, outcome }
}
