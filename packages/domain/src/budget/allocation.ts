// An allocation: what the shares buy, completed in a named way so that little of the amount is left over. RULES R7.22.
import { type Candidate, type Election, votesFor } from './election.ts'
import { type Prepared, type Run, equalShares, prepare } from './equal-shares.ts'
import { type Rational, ZERO, compare, fraction, minus, plus, rational, sum, times } from '../rational/index.ts'
import { type Tie, type TieRule, isTie, stillTied } from './ties.ts'

/** `add1` raises every share by one unit at a time; `add1u` then fills up by votes, as `utilitarian` does at once. */
export const COMPLETIONS = ['none', 'add1', 'add1u', 'utilitarian'] as const
export type Completion = (typeof COMPLETIONS)[number]

/** Whether raising also ends as soon as nothing more fits into the amount, or only before it would be exceeded. */
export const STOPS = ['exhaustive', 'first'] as const
export type Stop = (typeof STOPS)[number]

export type Terms = {
  readonly completion: Completion
  readonly stop: Stop
  readonly ties: readonly TieRule[]
  /** By how much a share is raised at a time; one unit of money where it is not given. */
  readonly increment?: Rational
}

/** `cap` is null for one that filled up what was left: nobody's share paid for it. */
export type Winner = { readonly project: Candidate; readonly cap: Rational | null }

export type Allocation = {
  readonly winners: readonly Winner[]
  readonly cost: Rational
  /** What every voter had to spend. */
  readonly share: Rational
}

type Stage = Run & { readonly share: Rational }

const costOf = (chosen: readonly Candidate[]): Rational => sum(chosen.map(({ cost }) => cost))

const isWanted = ({ supports }: Candidate) => supports.length > 0

/** Those that were asked for, not chosen, and still fit into the amount. */
const fitting = ({ budget, projects }: Election, chosen: readonly Candidate[]) => {
  const left = minus(budget, costOf(chosen))
  const taken = new Set(chosen)
  return projects.filter((project) => isWanted(project) && !taken.has(project) && compare(project.cost, left) <= 0)
}

const nearly = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator)

const runAt = (prepared: Prepared, share: Rational, increment?: Rational): Stage | Tie => {
  const run = equalShares(prepared, share, increment && nearly(increment))
  return isTie(run) ? run : { share, ...run }
}

/** How many steps it is to the first at which anything may change; null where nothing will. */
const stepsToChange = (leeway: number, increment: Rational): bigint | null =>
  leeway === Infinity ? null : BigInt(Math.max(1, Math.ceil(leeway / nearly(increment))))

const raisedBy = (share: Rational, increment: Rational, steps: bigint): Rational =>
  plus(share, times(increment, rational(steps)))

/** As if step by step, because the cost of what is bought does not always rise with the share; only steps that change nothing are passed over. */
const raised = (prepared: Prepared, { stop, increment = rational(1n) }: Terms): Stage | Tie => {
  const { election } = prepared
  const wanted = election.projects.filter(isWanted).length
  const exact = shareOf(election)
  let stage = runAt(prepared, rational(exact.numerator / exact.denominator), increment)
  for (;;) {
    if (isTie(stage) || stage.bought.length === wanted) return stage
    if (stop === 'exhaustive' && fitting(election, stage.bought).length === 0) return stage
    const steps = stepsToChange(stage.leeway, increment)
    if (steps === null) return stage
    const next = runAt(prepared, raisedBy(stage.share, increment, steps), increment)
    if (isTie(next)) return next
    if (compare(costOf(next.bought), election.budget) > 0)
      return steps === 1n ? stage : runAt(prepared, raisedBy(stage.share, increment, steps - 1n))
    stage = next
  }
}

const shareOf = ({ budget, voters }: Pick<Election, 'budget' | 'voters'>): Rational =>
  voters === 0 ? ZERO : rational(budget.numerator, budget.denominator * BigInt(voters))

/** The next to fill up with: of those with the most votes, the one that goes first. */
const mostVoted = (fits: readonly Candidate[], ties: readonly TieRule[]): readonly Candidate[] => {
  const most = fits.reduce((all, each) => (votesFor(each) > all ? votesFor(each) : all), 0n)
  return stillTied(
    fits.filter((each) => votesFor(each) === most),
    ties,
  )
}

/** Simple approval: by votes, whatever still fits. Equal projects are no tie where all of them fit together. */
export const filledUp = (
  election: Election,
  start: readonly Winner[],
  ties: readonly TieRule[],
): readonly Winner[] | Tie => {
  const winners = [...start]
  for (;;) {
    const projects = winners.map(({ project }) => project)
    const fits = fitting(election, projects)
    if (fits.length === 0) return winners
    const first = mostVoted(fits, ties)
    const together = plus(costOf(projects), costOf(first))
    if (first.length > 1 && compare(together, election.budget) > 0) return { tied: first.map(({ id }) => id) }
    winners.push(...first.map((project) => ({ project, cap: null })))
  }
}

/** The share as anybody would write it down: `302`, or amount and voters as they are, `1000000/6586`. */
export const plainShare = ({ budget, voters }: Election, share: Rational): string =>
  share.denominator !== 1n && budget.denominator === 1n && compare(share, shareOf({ budget, voters })) === 0
    ? `${budget.numerator}/${voters}`
    : fraction(share)

const allocated = (share: Rational, winners: readonly Winner[] | Tie): Allocation | Tie =>
  isTie(winners) ? winners : { winners, cost: costOf(winners.map(({ project }) => project)), share }

/** Expects at least one voter; with none, nothing is bought. */
export const allocate = (election: Election, terms: Terms): Allocation | Tie => {
  const { completion, ties } = terms
  const prepared = prepare(election, ties)
  const raises = completion === 'add1' || completion === 'add1u'
  const stage = raises && election.voters > 0 ? raised(prepared, terms) : runAt(prepared, shareOf(election))
  if (isTie(stage)) return stage
  const fills = completion === 'add1u' || completion === 'utilitarian'
  const caps = stage.caps()
  const bought = stage.bought.map((project, at) => ({ project, cap: caps[at]! }))
  return allocated(stage.share, fills ? filledUp(election, bought, ties) : bought)
}

/** Simple approval alone, for comparison: no shares, the most votes first. */
export const byVotesAlone = (election: Election, ties: readonly TieRule[]): Allocation | Tie =>
  allocated(ZERO, filledUp(election, [], ties))
