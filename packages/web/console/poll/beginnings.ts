// What the fields of a new draft begin with: by the rule that is chosen, or by the seats that an election left open.
import type { PollFile } from '@yishi/contract/poll'
import { type PollRule, type Topic, asksOwners, nextBallot } from '@yishi/domain/poll'
import { questionValues } from './draft-body.ts'

type Chosen = { readonly topic?: Topic }
/** So a field is emptied. */
const EMPTIED = { topic: undefined } as object

/** What the fields of the matter begin with: a rule that ranks asks for a preference, and one that knows one matter is about that one; what was chosen for another rule does not stay. */
export const topicUnder = ({ ties, topics }: PollRule, chosen: Topic | undefined): Chosen => {
  if (ties) return { topic: 'preference' }
  if (topics.length === 1) return { topic: topics[0]! }
  return chosen === 'preference' ? EMPTIED : {}
}

/** Households are homes; homes and shops vote on everything that is the owners' own; parking only where their rules say so. */
export const forUnits = (rule: PollRule | undefined, topic?: Topic) => {
  if (rule?.ballotOf !== 'unit') return { from: 'people' } as const
  if (!asksOwners(rule)) return { from: 'units', uses: ['flat'] } as const
  const plan = { regime: 'strict', reelection: false, ...topicUnder(rule, topic) } as const
  return { from: 'units', uses: ['flat', 'shop'], plan } as const
}

/** A whole committee of five, until somebody says otherwise; where there is one tie rule only, it is that one. */
export const forElection = (rule: PollRule | undefined) =>
  rule?.election ? { committee: 5, sitting: 0, marking: 'each' as const, tie: rule.election.ties[0]!, again: null } : {}

export const beginning = (rules: readonly PollRule[], fixed: string | null) => {
  const first = rules.find((each) => each.key === (fixed ?? 'cn-residents-representatives'))
  const type = first?.questions[0] ?? 'for-against'
  const begin = { type, from: 'people', options: [{}, {}], most: 1, seats: 1, highest: 5 } as const
  return { ...begin, ...forUnits(first), ...forElection(first), rule: first?.key, way: first?.ways.at(-1) }
}

export type ByElection = { readonly text: string; readonly committee: number; readonly sitting: number }

/** Vacant seats of a committee whose others sit on; under the rule and for the owners that elected it. */
export const beginningByElection = (
  rules: readonly PollRule[],
  { rule, question, assembly }: PollFile,
  { text, committee, sitting }: ByElection,
) => {
  const { marking, tie } = question.type === 'candidates' ? question : forElection(rule)
  const seats = {
    type: 'candidates',
    text,
    explanation: '',
    options: [{}],
    committee,
    sitting,
    marking,
    tie,
    again: null,
  }
  const plan = { topic: assembly?.topic, caller: assembly?.caller, regime: 'strict', reelection: false }
  return { ...beginning(rules, rule.key), ...seats, plan, uses: assembly?.scope.uses }
}

/** The open seats of an election and whoever was left over, beneath a plan that somebody has yet to make. */
export const beginningAgain = (rules: readonly PollRule[], { poll, question, result, rule, assembly }: PollFile) => {
  const begun = beginning(rules, rule.key)
  const allocation = result?.allocation
  if (question.type !== 'candidates' || !allocation) return begun
  const next = nextBallot({ id: poll as `pol_${string}`, question, allocation })
  const plan = { topic: assembly?.topic, caller: assembly?.caller, regime: 'strict', reelection: assembly?.reelection }
  return { ...begun, ...(next && questionValues(next)), plan, uses: assembly?.scope.uses }
}
