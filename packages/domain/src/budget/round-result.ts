// From the ballots of a round to what it came to, and to the file from which anybody computes it again.
import { type Allocation, allocate, byVotesAlone, plainShare } from './allocation.ts'
import type { Election } from './election.ts'
import { type PbFile, type PbTable, writePb } from './pb-file.ts'
import { type Rational, asDecimal, decimal, fraction } from '../rational/index.ts'
import type { Method, Plan, RoundResult } from './round.ts'
import { type Tie, isTie } from './ties.ts'

type Ballots = readonly (readonly string[])[]

const known = (text: string): Rational => {
  const amount = decimal(text)
  if (!amount) throw new Error(`${text} is no amount`)
  return amount
}

const electionOf = ({ amount, projects }: Plan, ballots: Ballots): Election => ({
  budget: known(amount),
  voters: ballots.length,
  worth: 'cost',
  projects: projects.map(({ id, cost }) => ({
    id,
    cost: known(cost),
    supports: ballots.flatMap((ballot, voter) => (ballot.includes(id) ? [{ voter, points: 1n }] : [])),
  })),
})

/** The declared order ends with the list, which leaves no tie. */
const settled = (found: Allocation | Tie): Allocation => {
  if (isTie(found)) throw new Error(`the order leaves a tie between ${found.tied.join(', ')}`)
  return found
}

export const resultOf = (plan: Plan, method: Method, ballots: Ballots): RoundResult => {
  const election = electionOf(plan, ballots)
  const found = settled(allocate(election, method))
  return {
    winners: found.winners.map(({ project, cap }) => ({ id: project.id, cap: cap && fraction(cap) })),
    cost: asDecimal(found.cost)!,
    share: plainShare(election, found.share),
    ballots: ballots.length,
    votes: Object.fromEntries(election.projects.map(({ id, supports }) => [id, supports.length])),
    byVotes: settled(byVotesAlone(election, method.ties)).winners.map(({ project }) => project.id),
  }
}

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): PbTable => ({
  line: 0,
  columns,
  rows: rows.map((cells) => ({ line: 0, cells })),
})

export type PbHead = {
  readonly community: string
  readonly instance: string
  readonly begins: string
  readonly ends: string
}

const metaOf = (plan: Plan, ballots: Ballots, head: PbHead) => [
  ['description', plan.title],
  ['country', 'China'],
  ['unit', head.community],
  ['instance', head.instance],
  ['num_projects', String(plan.projects.length)],
  ['num_votes', String(ballots.length)],
  ['budget', plan.amount],
  ['vote_type', 'approval'],
  ['rule', 'equalshares'],
  ['date_begin', head.begins],
  ['date_end', head.ends],
  ['currency', 'CNY'],
]

/** Ballots stand in the order of what they say, so that nothing tells whose they are. */
export const pbOf = (plan: Plan, result: RoundResult | null, ballots: Ballots, head: PbHead): string => {
  const chosen = new Set(result?.winners.map(({ id }) => id))
  const projects = plan.projects.map(({ id, name, cost, place }) => [
    id,
    cost,
    String(ballots.filter((ballot) => ballot.includes(id)).length),
    name,
    place,
    chosen.has(id) ? '1' : '0',
  ])
  const votes = ballots
    .map((ballot) => plan.projects.flatMap(({ id }) => (ballot.includes(id) ? [id] : [])).join(','))
    .sort()
  const file: PbFile = {
    meta: table(['key', 'value'], metaOf(plan, ballots, head)),
    projects: table(['project_id', 'cost', 'votes', 'name', 'place', 'selected'], projects),
    votes: table(
      ['voter_id', 'vote'],
      votes.map((vote, at) => [String(at + 1), vote]),
    ),
  }
  return writePb(file)
}

/** The command with which anybody computes the result from the file. */
export const commandFor = (file: string, { completion, stop, ties }: Method): string =>
  `npx yishi allocate ${file} --completion ${completion} --stop ${stop} --ties ${ties.join(',')}`
