// Secret elections on paper: the roll, the register of ballots given out, boxes counted by two, and a result said on the spot.
export {
  type ElectionCommand,
  type ElectionEvent,
  type ElectionRefusal,
  type HeldProxy,
  type VoterStanding,
} from './acts.ts'
export { type Added, reached } from './adding.ts'
export { type CandidateCautions, candidateCautions } from './candidates.ts'
export { electionWakesAt } from './clock.ts'
export { type BoxCount, MOST_WRITTEN, boxCountSchema, candidateKeySchema, postKeySchema } from './counting.ts'
export { keyedTurn, takesNames } from './counting-rules.ts'
export { withoutWrittenNames } from './discreet.ts'
export {
  type Box,
  ELECTION_KEEPERS,
  ELECTION_TELLERS,
  type Election,
  MOST_ON_ROLL,
  NO_ELECTION,
  type NextVote,
  type Registered,
  SMALLEST_BOX,
  type StandingElection,
  type Told,
  type Turn,
} from './election.ts'
export { electionEntry } from './entry.ts'
export { type ElectionFile, electionFileSchema, recountElection } from './exported.ts'
export { ELECTION_LAWS, type ElectionLaw, electionLawByKey } from './law.ts'
export {
  type ElectionCandidate,
  type ElectionPlan,
  LONGEST_NAME,
  LONGEST_TITLE,
  LONGEST_WORDS,
  MOST_BOXES,
  MOST_CANDIDATES,
  MOST_FURTHER_DAYS,
  MOST_POSTS,
  MOST_SEATS,
  type Named,
  type Post,
  type RecallDemand,
  type RecalledMember,
  type Section,
  plainName,
  sectionsOf,
} from './plan.ts'
export {
  type CandidateStanding,
  type Elected,
  type SecretResult,
  type SectionResult,
  type WomanFinding,
  electedIn,
  isRecalled,
  reservedIn,
  resultAgain,
  resultOf,
} from './result.ts'
export {
  type ProposedVoter,
  ROLL_CAUTIONS,
  type RollCaution,
  type RosterResident,
  VOTING_AGE,
  lastBirthday,
  proposeRoll,
} from './roster-roll.ts'
export { firstDay } from './roll-rules.ts'
export { type Notable, writtenToNote } from './women.ts'
export { proxyDaysBefore, unsureProxies } from './proxies.ts'
export { MOST_RECALLED, demandLine, postsOfRecall, recallBy } from './recall.ts'
export { electionRules } from './rulebook.ts'
