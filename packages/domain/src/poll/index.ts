// Polls: rules as data, exact tallies, and the life of a poll with its ballots.
export {
  type Ballot,
  type BallotCommand,
  type BallotEvent,
  type BallotRefusal,
  NOTED_IN,
  NO_BALLOT,
  type NotedIn,
  ballotRules,
} from './ballot.ts'
export { pollRulesInMarkdown } from './catalogue.ts'
export { type CountRefusal, type Counts, countsSchema, impossible } from './counts.ts'
export { countBallots } from './counting.ts'
export { type Electorate, MOST_VOTERS, type Voter } from './electorate.ts'
export { ballotEntry, pollEntry } from './entry.ts'
export { type Figures, countsFor, figuresSchema, participantsOf } from './figures.ts'
export type { Inequality } from './inequality.ts'
export { type Outcome, outcomeOf } from './outcome.ts'
export { POLL_RULES, pollRuleByKey } from './library/index.ts'
export { type Amounts, MEASURES, type Measure, amountsSchema, percentOf } from './measure.ts'
export {
  type Count,
  NO_POLL,
  type Poll,
  type PollBody,
  type PollCommand,
  type PollEvent,
  type PollRefusal,
  type StandingPoll,
} from './poll.ts'
export { LONGEST_QUESTION, MOST_OPTIONS, type Question, choicesOf, marksOf, questionSchema } from './question.ts'
export {
  ELECTORATES,
  type ElectorateKind,
  type PollRule,
  REGIMES,
  type Regime,
  WAYS,
  type Way,
  isInForce,
  pollRuleSchema,
} from './rule.ts'
export { pollRules } from './rulebook.ts'
export { type Strict, type Verdict, tally } from './tally.ts'
