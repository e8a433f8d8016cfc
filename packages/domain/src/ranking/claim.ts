// Ranked, scored or approving ballots in a file, and what they come to: for whoever counts them again.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { type Approved, approved } from './approved.ts'
import { type RankedRefusal, rankingRefusal } from './profile.ts'
import { type ScoreRefusal, type Scored, scoreRefusal, scored } from './scored.ts'
import { TIE_RULES, type Tied } from './ties.ts'
import { type Elected, transferableVote } from './transferable.ts'

const option = z.string().min(1).max(80)
const count = z.int().min(1).max(1_000_000_000).default(1)
const seats = z.int().min(1).max(100)

const counted = {
  options: z.array(option).min(2).max(100),
  /** An order of all options drawn before anybody voted. */
  lots: z.array(option).nullable().default(null),
}
const ranked = {
  ...counted,
  ties: z.enum(TIE_RULES).default('lot'),
  ballots: z.array(z.strictObject({ ranking: z.array(option), count })),
}
const marked = { ...counted, ballots: z.array(z.strictObject({ marks: z.array(option), count })) }

export const rankedClaimSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('irv'), ...ranked }),
  z.strictObject({ method: z.literal('stv'), ...ranked, seats }),
  z.strictObject({
    method: z.literal('score'),
    ...counted,
    seats: seats.default(1),
    highest: z.int().min(1).max(100),
    ballots: z.array(z.strictObject({ scores: z.record(option, z.number()), count })),
  }),
  z.strictObject({ method: z.literal('approval'), ...marked, seats: seats.default(1) }),
  /** At most `most` marks; a ballot with more is spoiled. */
  z.strictObject({ method: z.literal('limited'), ...marked, seats: seats.default(1), most: seats }),
])
export type RankedClaim = z.infer<typeof rankedClaimSchema>

export type ClaimRefusal = RankedRefusal | ScoreRefusal | 'lots-incomplete' | 'no-ballots' | 'seats-too-many'

const seatsIn = (claim: RankedClaim): number => (claim.method === 'irv' ? 1 : claim.seats)

const termsRefusal = (claim: RankedClaim): ClaimRefusal | null => {
  const { options, lots, ballots } = claim
  if (new Set(options).size < options.length) return 'option-twice'
  if (ballots.length === 0) return 'no-ballots'
  if (seatsIn(claim) > options.length) return 'seats-too-many'
  const complete = lots === null || (lots.length === options.length && options.every((each) => lots.includes(each)))
  return complete ? null : 'lots-incomplete'
}

const refusalsIn = (claim: RankedClaim): readonly (ClaimRefusal | null)[] => {
  const { options } = claim
  if (claim.method === 'score') return claim.ballots.map(({ scores }) => scoreRefusal(scores, claim))
  if (claim.method === 'irv' || claim.method === 'stv')
    return claim.ballots.map(({ ranking }) => rankingRefusal(ranking, options))
  return claim.ballots.map(({ marks }) => rankingRefusal(marks, options))
}

const found = (claim: RankedClaim): Elected | Scored | Approved | Tied => {
  switch (claim.method) {
    case 'irv':
    case 'stv': {
      const piles = claim.ballots.map(({ ranking, count }) => ({ ballot: ranking, count }))
      return transferableVote(piles, { ...claim, seats: seatsIn(claim) })
    }
    case 'score': {
      const piles = claim.ballots.map(({ scores, count }) => ({ ballot: scores, count }))
      return scored(piles, claim)
    }
    case 'approval':
    case 'limited': {
      const most = claim.method === 'limited' ? claim.most : null
      const piles = claim.ballots.map(({ marks, count }) => ({ ballot: marks, count }))
      return approved(piles, { ...claim, most })
    }
  }
}

/** What the ballots come to; the options between which they do not decide; or why the file says nothing (`ballot` counts from 0). */
export const countRanked = (claim: RankedClaim): Elected | Scored | Approved | Tied | Refused<ClaimRefusal> => {
  const unfit = termsRefusal(claim)
  if (unfit) return refuse(unfit)
  const refusals = refusalsIn(claim)
  const ballot = refusals.findIndex((code) => code !== null)
  return ballot < 0 ? found(claim) : refuse(refusals[ballot]!, { ballot })
}
