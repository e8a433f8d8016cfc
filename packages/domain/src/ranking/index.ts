// Ballots that say more than one mark: orders of preference and points, for questions that no law decides.
export { type RankedRefusal, type Ranking, type Standing, type Tied, rankingRefusal } from './profile.ts'
export { type ScoreRefusal, type Scored, type Scores, scoreRefusal, scored } from './scored.ts'
export { type Elected, type Round, droopQuota, instantRunoff, transferableVote } from './transferable.ts'
