// Ballots that say more than one mark: orders of preference and points, for questions that no law decides.
export { type ClaimRefusal, type RankedClaim, countRanked, rankedClaimSchema } from './claim.ts'
export type { Ranking, Standing, Tied } from './profile.ts'
export type { Scored } from './scored.ts'
export type { Elected, Round } from './transferable.ts'
