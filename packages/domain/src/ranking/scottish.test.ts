// The transferable vote beside a count by piles, as rules 46–52 of the Scottish Local Government Elections Order 2007, schedule 1, describe it.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rational, compare, fraction, minus, rational, sum, times } from '../rational/index.ts'
import { type Ranking, one } from './profile.ts'
import { droopQuota, transferableVote } from './transferable.ts'

type Paper = { readonly ranking: Ranking; readonly value: Rational }

const OPTIONS = ['a', 'b', 'c', 'd', 'e', 'f']

/** Papers lie in piles and are moved by hand; whoever is deemed elected gets no more of them. Equal votes are settled by the order of the options. */
const byPiles = (ballots: readonly Ranking[], seats: number): readonly string[] => {
  const quota = droopQuota(rational(BigInt(ballots.length)), seats)
  let continuing = OPTIONS.filter((option) => ballots.some((ballot) => ballot.includes(option)))
  const piles = new Map<string, Paper[]>(OPTIONS.map((option) => [option, []]))
  const lay = ({ ranking, value }: Paper) => {
    const next = ranking.find((option) => continuing.includes(option))
    if (next) piles.get(next)!.push({ ranking, value })
  }
  const votes = (option: string) => sum(piles.get(option)!.map(({ value }) => value))
  const byVotes = (all: readonly string[]) => all.toSorted((a, b) => compare(votes(b), votes(a)))
  for (const ranking of ballots) lay({ ranking, value: rational(1n) })
  const elected: string[] = []
  const surpluses: string[] = []
  for (;;) {
    const deemed = byVotes(continuing.filter((option) => compare(votes(option), quota) >= 0))
    elected.push(...deemed)
    surpluses.push(...deemed)
    continuing = continuing.filter((option) => !deemed.includes(option))
    if (elected.length + continuing.length <= seats) return [...elected, ...continuing]
    if (elected.length === seats) return elected
    const [largest] = byVotes(surpluses.toSorted())
    const leaving = largest ?? byVotes(continuing).at(-1)!
    const papers = piles.get(leaving)!
    const share = largest
      ? times(minus(votes(largest), quota), rational(votes(largest).denominator, votes(largest).numerator))
      : rational(1n)
    piles.set(leaving, [])
    surpluses.splice(0, surpluses.length, ...surpluses.filter((option) => option !== leaving))
    continuing = continuing.filter((option) => option !== leaving)
    for (const { ranking, value } of papers) lay({ ranking, value: times(value, share) })
  }
}

const counted = (ballots: readonly Ranking[], seats: number) => {
  const found = transferableVote(ballots.map(one), { options: OPTIONS, seats, lots: OPTIONS })
  if ('tied' in found) throw new Error('lots leave no tie')
  return found
}

const ballots = fc.array(fc.shuffledSubarray(OPTIONS, { minLength: 1 }), { minLength: 1, maxLength: 40 })

test('it elects whom a count by piles elects', () => {
  fc.assert(
    fc.property(ballots, fc.integer({ min: 2, max: 4 }), (all, seats) => {
      expect(counted(all, seats).winners.toSorted()).toEqual(byPiles(all, seats).toSorted())
    }),
    { numRuns: 500 },
  )
})

test('a surplus goes past whoever has the quota too, also before their own is passed on', () => {
  const many = (count: number, ...ranking: string[]) => Array.from({ length: count }, () => ranking)
  // 30 ballots, two seats: the quota is 11. Both a and b have it at once; of what a does not need c gets all, though b stands before c.
  const { quota, rounds, winners } = counted([...many(14, 'a', 'b', 'c'), ...many(12, 'b'), ...many(4, 'd')], 2)
  expect(fraction(quota)).toBe('11')
  expect(winners).toEqual(['a', 'b'])
  expect(rounds[1]!.standings.map(({ option, votes }) => `${option} ${fraction(votes)}`).toSorted()).toEqual([
    'b 12',
    'c 3',
    'd 4',
  ])
})
