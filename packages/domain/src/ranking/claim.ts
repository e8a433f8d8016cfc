// Ranked or scored ballots in a file, and what they come to: for whoever counts them again.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { type RankedRefusal, type Tied, rankingRefusal } from './profile.ts'
import { type ScoreRefusal, type Scored, scoreRefusal, scored } from './scored.ts'
import { type Elected, transferableVote } from './transferable.ts'

const option = z.string().min(1).max(80)
const count = z.int().min(1).max(1_000_000).default(1)

const counted = {
  options: z.array(option).min(2).max(100),
  /** An order of all options drawn before anybody voted. */
  lots: z.array(option).nullable().default(null),
}

export const rankedClaimSchema = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('irv'),
    ...counted,
    ballots: z.array(z.strictObject({ ranking: z.array(option), count })),
  }),
  z.strictObject({
    method: z.literal('stv'),
    ...counted,
    seats: z.int().min(1).max(100),
    ballots: z.array(z.strictObject({ ranking: z.array(option), count })),
  }),
  z.strictObject({
    method: z.literal('score'),
    ...counted,
    highest: z.int().min(1).max(100),
    ballots: z.array(z.strictObject({ scores: z.record(option, z.number()), count })),
  }),
])
export type RankedClaim = z.infer<typeof rankedClaimSchema>

export type ClaimRefusal = RankedRefusal | ScoreRefusal | 'lots-incomplete' | 'no-ballots'

const repeated = <Ballot>(ballots: readonly (Ballot & { readonly count: number })[]): readonly Ballot[] =>
  ballots.flatMap((ballot) => Array.from({ length: ballot.count }, () => ballot))

const termsRefusal = ({ options, lots, ballots }: RankedClaim): ClaimRefusal | null => {
  if (new Set(options).size < options.length) return 'option-twice'
  if (ballots.length === 0) return 'no-ballots'
  const complete = lots === null || (lots.length === options.length && options.every((each) => lots.includes(each)))
  return complete ? null : 'lots-incomplete'
}

const ballotRefusal = (claim: RankedClaim): { readonly code: ClaimRefusal; readonly ballot: number } | null => {
  const { options } = claim
  const refusals =
    claim.method === 'score'
      ? claim.ballots.map(({ scores }) => scoreRefusal(scores, claim))
      : claim.ballots.map(({ ranking }) => rankingRefusal(ranking, options))
  const ballot = refusals.findIndex((code) => code !== null)
  return ballot < 0 ? null : { code: refusals[ballot]!, ballot }
}

/** What the ballots come to; the options between which they do not decide; or why the file says nothing (`ballot` counts from 0). */
export const countRanked = (claim: RankedClaim): Elected | Scored | Tied | Refused<ClaimRefusal> => {
  const unfit = termsRefusal(claim)
  if (unfit) return refuse(unfit)
  const bad = ballotRefusal(claim)
  if (bad) return refuse(bad.code, { ballot: bad.ballot })
  if (claim.method === 'score')
    return scored(
      repeated(claim.ballots).map(({ scores }) => scores),
      claim,
    )
  const seats = claim.method === 'stv' ? claim.seats : 1
  if (seats > claim.options.length) return refuse('option-unknown', { seats })
  return transferableVote(
    repeated(claim.ballots).map(({ ranking }) => ranking),
    { ...claim, seats },
  )
}
