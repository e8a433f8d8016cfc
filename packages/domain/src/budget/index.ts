// Shared budgets (共享预算): the Method of Equal Shares in exact fractions, its completions, simple approval, and `.pb` files.
export {
  type Allocation,
  COMPLETIONS,
  type Completion,
  STOPS,
  type Stop,
  type Terms,
  type Winner,
  allocate,
  byVotesAlone,
  plainShare,
} from './allocation.ts'
export { type Candidate, type Election, type Support } from './election.ts'
export { type PublishedWinner, type Spending, firstShare, spendingOf } from './explanation.ts'
export { type PbDraft, type PbDraftRefusal, type PbLine, type PbVerdict, draftIn } from './pb-draft.ts'
export { type PbFile, type PbFileRefusal, type PbTable, readPb, writePb } from './pb-file.ts'
export { type PbRefusal, type VoteType, electionIn } from './pb-reading.ts'
export {
  type Rational,
  asDecimal,
  compare,
  decimal,
  fraction,
  rational,
  readFraction,
  shown,
} from '../rational/index.ts'
export {
  type BudgetBallot,
  type BudgetBallotCommand,
  type BudgetBallotEvent,
  type BudgetBallotRefusal,
  type StandingBudgetBallot,
  NO_BUDGET_BALLOT,
} from './round-ballot.ts'
export { budgetBallotRules, budgetStandsTwice } from './ballot-rulebook.ts'
export { BUDGET_CHANNELS, type BudgetChannel, NOTED_AT, type NotedAt, type Reading, type Readings } from './reading.ts'
export { budgetBallotEntry, roundEntry } from './round-entry.ts'
export { type PbHead, commandFor, pbOf, resultOf } from './round-result.ts'
export { roundRules } from './round-rulebook.ts'
export {
  type BudgetProject,
  type BudgetVoter,
  KEEPERS,
  LONGEST_NAME,
  LONGEST_PURPOSE,
  LONGEST_TITLE,
  METHOD,
  MOST_PROJECTS,
  MOST_VOTERS,
  type Method,
  NO_ROUND,
  type Plan,
  type Round,
  type RoundCommand,
  type RoundEvent,
  type RoundRefusal,
  type RoundResult,
  type RoundWinner,
  type StandingRound,
  TAKING_PART,
} from './round.ts'
export { TIE_RULES, type Tie, type TieRule, isTie } from './ties.ts'
