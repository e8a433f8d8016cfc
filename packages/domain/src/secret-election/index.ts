// Secret elections on paper: the roll, the register of ballots given out, boxes counted by two, and a result said on the spot.
export { electionWakesAt } from './clock.ts'
export { type BoxCount, boxCountSchema, validIn } from './counting.ts'
export {
  type Box,
  ELECTION_KEEPERS,
  ELECTION_TELLERS,
  type Election,
  type ElectionCandidate,
  type ElectionCommand,
  type ElectionEvent,
  type ElectionPlan,
  type ElectionRefusal,
  LONGEST_TITLE,
  LONGEST_WORDS,
  MOST_BOXES,
  MOST_CANDIDATES,
  MOST_ON_ROLL,
  MOST_SEATS,
  NO_ELECTION,
  type Registered,
  SMALLEST_BOX,
  type StandingElection,
  type Told,
  type VoterStanding,
} from './election.ts'
export { electionEntry } from './entry.ts'
export { type ElectionFile, electionFileSchema, recountElection } from './exported.ts'
export { ELECTION_LAWS, type ElectionLaw, electionLawByKey } from './law.ts'
export { type CandidateStanding, type SecretResult, resultOf } from './result.ts'
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
export { electionRules } from './rulebook.ts'
