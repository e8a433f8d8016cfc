// Procedures: data that says which way a matter takes, and the engine that takes it there.
export { type Act, TALK_FORMATS, type TalkFormat } from './acts.ts'
export { checkProcedure, isRunnable } from './checker.ts'
export { FINDINGS, FINDING_CODES, type Finding, type FindingCode } from './checks/finding.ts'
export { type DrawnStage, type DrawnWay, type Drawing, drawProcedure } from './drawing.ts'
export {
  type Course,
  type CourseEvent,
  type Position,
  type Seating,
  beginCourse,
  choices,
  enterStage,
  factsOnEntering,
  gatesOpen,
  nextOpening,
  settle,
  stageNow,
  take,
} from './engine.ts'
export {
  type Condition,
  type Facts,
  NO_VISIT_FACTS,
  ORDER_STATUSES,
  type OrderFact,
  type OrderStatus,
  REVISIT_RESULTS,
  type RevisitResult,
  VERDICTS,
  type Verdict,
  type VisitFacts,
  firstFacts,
  isUnfinished,
  standingOrders,
} from './facts.ts'
export { FINDING_WORDS, findingInWords } from './finding-words.ts'
export { type Gate, type GateName, isOpen } from './gates.ts'
export { type Path, type Step, simplePaths } from './paths.ts'
export {
  type Proceeding,
  type ProceedingId,
  type ProceedingKind,
  type ProceedingOf,
  TALK_RESULTS,
  type TalkResult,
  actsThatOpen,
  opensIn,
} from './proceeding.ts'
export {
  type End,
  type Names,
  type Outcome,
  type Procedure,
  type Seat,
  type Stage,
  firstStage,
  namesSchema,
  procedureSchema,
  seatOf,
  stageOfProcedure,
} from './schema.ts'
export { type Walked, walk } from './walk.ts'
export { inWords } from './words.ts'
