// Terms (届) of owners' committees: what follows once one is elected, up to the next election.
export { type Deadline, deadlinesOf, termWakesAt } from './deadlines.ts'
export { termEntry } from './entry.ts'
export { IDLE_MONTHS, TERM_LAWS, TERM_STEPS, type TermLaw, type TermLawKey, type TermStep, termLawFor } from './law.ts'
export { termRules } from './rulebook.ts'
export { type TermStanding, type VacancyFinding, sittingIn, termStanding } from './standing.ts'
export {
  type DecidedBallot,
  HIGHEST_TERM,
  LONGEST_EVIDENCE,
  type Matched,
  type Member,
  NO_TERM,
  type StandingTerm,
  type Term,
  type TermCommand,
  type TermEnding,
  type TermEvent,
  type TermRefusal,
  VACANCY_REASONS,
  type VacancyReason,
  isByItself,
} from './term.ts'
