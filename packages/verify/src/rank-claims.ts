// Counts ranked or scored ballots again: the single transferable vote, the instant runoff, points.
import { isRefused } from '@yishi/domain/kernel'
import type { Json } from '@yishi/domain/ledger'
import { type Elected, type Scored, type Standing, countRanked, rankedClaimSchema } from '@yishi/domain/ranking'
import { fraction } from '@yishi/domain/rational'
import { exactJson } from './exact-json.ts'
import { type Command, type Outcome, badInput } from './outcome.ts'

const USAGE = 'yishi rank FILE'

const votesIn = (standings: readonly Standing[]): Record<string, string> =>
  Object.fromEntries(standings.map(({ option, votes }) => [option, fraction(votes)]))

const elected = ({ winners, quota, rounds }: Elected): Outcome['answer'] => ({
  winners: [...winners],
  quota: fraction(quota),
  rounds: rounds.map(({ standings, exhausted, elected: now, out }) => ({
    votes: votesIn(standings),
    exhausted: fraction(exhausted),
    elected: [...now],
    out,
  })),
})

const pointed = ({ winner, sums, averages }: Scored): Outcome['answer'] => ({
  winners: [winner],
  points: votesIn(sums),
  averages: Object.fromEntries(
    averages.map(({ option, average }): [string, Json] => [option, average && fraction(average)]),
  ),
})

const run: Command['run'] = ([path, ...more], read) => {
  if (path === undefined || more.length > 0) return badInput('usage', USAGE)
  const text = read(path)
  if (text === null) return badInput('unreadable-file', path)
  const value = exactJson(text)
  if (value === undefined) return badInput('not-json', path)
  const claim = rankedClaimSchema.safeParse(value)
  if (!claim.success) return badInput('unreadable-claim', claim.error.issues[0]?.path.join('.') ?? '')
  const found = countRanked(claim.data)
  if (isRefused(found)) return { exit: 2, answer: { error: found.refused, detail: { ...found.detail } } }
  if ('tied' in found) {
    const detail = `the votes do not decide between ${found.tied.join(', ')}: say in "lots" which order was drawn`
    return { exit: 2, answer: { error: 'tie', tied: [...found.tied], detail } }
  }
  return { exit: 0, answer: 'winner' in found ? pointed(found) : elected(found) }
}

/** Ties are an error that names them. */
export const rankClaims: Command = { usage: USAGE, run }
