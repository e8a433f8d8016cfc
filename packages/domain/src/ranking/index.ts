// Ballots that say more than one mark: orders of preference, points and approvals, for questions that no law decides.
export type { Approved } from './approved.ts'
export { type ClaimRefusal, type RankedClaim, countRanked, rankedClaimSchema } from './claim.ts'
export type { Ranking, Standing } from './profile.ts'
export type { Scored } from './scored.ts'
export { type CountShown, type Fractions, type RoundShown, shownCount } from './shown.ts'
export { TIE_RULES, type TieBreak, type TieRule, type Tied } from './ties.ts'
export type { Elected, Round } from './transferable.ts'
