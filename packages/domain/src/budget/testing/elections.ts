// Elections over common money, written as costs and as letters of what each ballot approves.
import { type Election, type Rational, type Terms, allocate, decimal, isTie, spendingOf } from '../index.ts'

export const EXACT: Terms = { completion: 'none', stop: 'exhaustive', ties: [] }
const whole = (value: number | string): Rational => decimal(String(value))!

type Asked = { readonly budget: number; readonly cost: Readonly<Record<string, number>> }
export const election = (
  { budget, cost }: Asked,
  ballots: readonly (readonly string[])[],
  worth: Election['worth'] = 'cost',
) => ({
  budget: whole(budget),
  voters: ballots.length,
  worth,
  projects: Object.entries(cost).map(([id, each]) => ({
    id,
    cost: whole(each),
    supports: ballots.flatMap((ballot, voter) => (ballot.includes(id) ? [{ voter, points: 1n }] : [])),
  })),
})
export const letters = (ballots: readonly string[]) => ballots.map((ballot) => ballot.split(''))
export const idsOf = (found: ReturnType<typeof allocate>) =>
  isTie(found) ? found : found.winners.map(({ project }) => project.id)

/** What is left in each purse when all have been bought, retold from what is published alone. */
export const leftOver = (
  { voters, projects }: Election,
  found: Exclude<ReturnType<typeof allocate>, { tied: unknown }>,
) =>
  Array.from({ length: voters }, (_, voter) => {
    const approved = projects.filter(({ supports }) => supports.some((each) => each.voter === voter))
    const published = found.winners.map(({ project, cap }) => ({ id: project.id, cap }))
    return spendingOf(
      found.share,
      published,
      approved.map(({ id }) => id),
    ).left
  })
