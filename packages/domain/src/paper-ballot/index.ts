// Paper ballots of units: out, back, read twice, settled.
export { paperEntry } from './entry.ts'
export {
  DELIVERIES,
  type Delivery,
  FAILURES,
  type Failure,
  NO_PAPER,
  type PaperBallot,
  type PaperCommand,
  type PaperEvent,
  type PaperRefusal,
  RETURNS,
  type Reading,
  type Return,
  type StandingPaper,
} from './paper-ballot.ts'
export { proofsOf } from './proof.ts'
export { paperRules } from './rulebook.ts'
export { STANDINGS, type Standing, standingsOf } from './voted-twice.ts'
