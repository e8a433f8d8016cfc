// Which of equal projects goes first: by rules declared before anybody voted; what they leave equal is said, not guessed (R7.23).
import { type Candidate, votesFor } from './election.ts'
import { compare } from '../rational/index.ts'

/** `listed` follows the order of the list, drawn by lot beforehand, and so leaves no tie. */
export const TIE_RULES = ['cost', 'votes', 'listed'] as const
export type TieRule = (typeof TIE_RULES)[number]

/** The order that equalshares.net recommends: lowest cost, then most votes, then lot. */
export const RECOMMENDED_TIES: readonly TieRule[] = ['cost', 'votes', 'listed']

/** Projects between which nothing decides. */
export type Tie = { readonly tied: readonly string[] }

const byOrder =
  (of: (project: Candidate) => bigint) =>
  (a: Candidate, b: Candidate): number => {
    const [left, right] = [of(a), of(b)]
    return left < right ? -1 : left > right ? 1 : 0
  }

const ORDERS: Readonly<Record<Exclude<TieRule, 'listed'>, (a: Candidate, b: Candidate) => number>> = {
  cost: (a, b) => compare(a.cost, b.cost),
  votes: byOrder((project) => -votesFor(project)),
}

/** Those that go first by this rule. Expects them in the order of the list, and at least one. */
const firstBy = (rule: TieRule, projects: readonly Candidate[]): readonly Candidate[] => {
  if (rule === 'listed') return projects.slice(0, 1)
  const order = ORDERS[rule]
  const first = projects.reduce((best, each) => (order(each, best) < 0 ? each : best))
  return projects.filter((each) => order(each, first) === 0)
}

/** Those that remain equal when the rules have been asked one after the other. */
export const stillTied = (projects: readonly Candidate[], rules: readonly TieRule[]): readonly Candidate[] =>
  rules.reduce((left, rule) => (left.length > 1 ? firstBy(rule, left) : left), projects)

/** Where no voter supports two of them, buying one changes nothing for the others: then any order gives the same winners. */
export const areApart = (projects: readonly Candidate[]): boolean => {
  const voters = projects.flatMap(({ supports }) => supports.map(({ voter }) => voter))
  return new Set(voters).size === voters.length
}

export const isTie = <T extends object>(found: T | Tie): found is Tie => 'tied' in found
