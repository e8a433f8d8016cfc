// Polls: rules as data, exact tallies, and the life of a poll with its ballots.
export {
  type Ballot,
  type BallotCommand,
  type BallotEvent,
  type BallotRefusal,
  NO_BALLOT,
  ballotRules,
  standsTwice,
} from './ballot.ts'
export type { Beside } from './unit-voter.ts'
export { MOST_QUESTIONS, extensionOf, shareSheet } from './agenda.ts'
export { handsUnfit } from './asking.ts'
export {
  type Candidate,
  type CandidatesQuestion,
  LONGEST_PROFILE,
  MARKINGS,
  MOST_CANDIDATES,
  type Marking,
  type Tie,
  againstOf,
  candidatesSchema,
  openSeats,
} from './candidates.ts'
export { pollRulesInMarkdown } from './catalogue.ts'
export { type CountRefusal, type Counts, countsSchema, impossible } from './counts.ts'
export { type AssemblyPlan, type ListGaps, type Scope, assemblySchema, lawOf } from './assembly.ts'
export { COMPANY_NOTICE_DAYS, contractMayEnd, mayDismiss } from './company-notice.ts'
export { type Proof, type ListedBallot, countBallots, countListed } from './counting.ts'
export { type Electorate, type UnitOnList, type UnitOwner, type Voter, amountOfVoters } from './electorate.ts'
export { headsOf } from './heads.ts'
export {
  type Certificate,
  type CertificateChecks,
  type LeafRead,
  ballotsIn,
  certificateSchema,
  checkCertificate,
  isRecorded,
  readLeaf,
} from './certificate.ts'
export {
  type AgendaCertificate,
  type AgendaChecks,
  type CertifiedQuestion,
  agendaCertificateSchema,
  checkAgendaCertificate,
} from './agenda-certificate.ts'
export { ballotEntry, pollEntry } from './entry.ts'
export { type ExportedPoll, type Recount, exportedPollSchema, recountPoll } from './exported.ts'
export { type Placed, type SeatStanding, type SeatAllocation, electedIn } from './election.ts'
export { nextBallot } from './election-again.ts'
export { type Figures, type ZoneFigures, countsFor, figuresSchema, participantsOf } from './figures.ts'
export { type Inequality, sumPartsOf } from './inequality.ts'
export { LAW_CHECKS, type LawCheck, type LawFinding } from './law-finding.ts'
export { recountSeats, seatFileSchema } from './seat-file.ts'
export { type FullVerdict, type Outcome, outcomeOf, verdictOn } from './outcome.ts'
export {
  CHANNELS,
  type Channel,
  NOTED_IN,
  type NotedIn,
  PRECEDENCES,
  type Precedence,
  holdingOf,
} from './precedence.ts'
export { type Preparation, UNPREPARED } from './preparation.ts'
export { POLL_RULES, pollRuleByKey } from './library/index.ts'
export { type Amounts, MEASURES, type Measure, amountsSchema, percentOf } from './measure.ts'
export {
  type Assembly,
  type Count,
  NO_POLL,
  type Led,
  type Objections,
  PROOFS,
  type Poll,
  type PollBody,
  type PollCommand,
  type PollEvent,
  type PollRefusal,
  type ProofKind,
  type StandingPoll,
} from './poll.ts'
export { type Lots, drawLotsAt } from './lots.ts'
export { type FormProblem, type Marked, readMarks } from './marking-form.ts'
export { type MarkingRefusal, choicesOf, isChoice, marksOf, namesSeveral, scoresOf } from './marking.ts'
export { numberedMark } from './numbered.ts'
export { rankedClaimOf } from './preference.ts'
export {
  HIGHEST_SCORE,
  LONGEST_QUESTION,
  MOST_OPTIONS,
  type PreferenceQuestion,
  type Question,
  isPreference,
  questionDigest,
  questionSchema,
} from './question.ts'
export { type ByKind, byKind } from './question-kind.ts'
export { type Participation, type Rehearsal, rehearse } from './rehearsal.ts'
export { type Reconciliation, reconcile } from './reconciliation.ts'
export {
  ELECTORATES,
  type ElectorateKind,
  type PollRule,
  REGIMES,
  type Regime,
  WAYS,
  type Way,
  asksOwners,
  hasSheets,
  isInForce,
  pollRuleSchema,
} from './rule.ts'
export { pollRules } from './rulebook.ts'
export { SPOILS, type Spoil, orderOnSheet, spoilOf } from './spoiled.ts'
export { type Strict, type Verdict, tally } from './tally.ts'
export { CALLERS, type Caller, SCOPES, type ScopeKind, TOPICS, type Topic } from './topic.ts'
export type { ZoneVerdict } from './zones.ts'
