// Objections (异议) to a notice.
export { objectionEntry } from './entry.ts'
export {
  LONGEST_OBJECTION,
  NO_OBJECTION,
  type Objection,
  type ObjectionCommand,
  type ObjectionEvent,
  type ObjectionRefusal,
  objectionRules,
} from './objection.ts'
