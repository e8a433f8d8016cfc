// The roster of a community as one workbook: its sheets, what can be wrong in them, and what an import would write.
export { type Comparison, compareRoster } from './compare.ts'
export type { Change, RowVerdict, Verdict } from './draft.ts'
export { type Column, EXAMPLE, FORMS, type Form, INSTRUCTIONS, SHEET_KEYS, type SheetKey } from './forms.ts'
export { PROBLEM_CODES, type Problem, type ProblemCode } from './problem.ts'
export { MOST_ROWS } from './reading.ts'
export {
  type MembershipRow,
  NO_ROWS,
  type NodeRow,
  type OwnershipRow,
  type PartyRow,
  type PersonRow,
  type PlaceRow,
  type RosterRows,
  type RosterSnapshot,
  type UnitRow,
} from './rows.ts'
export { cellWord, roleWords } from './values.ts'
export {
  type RosterImport,
  type RosterImportCommand,
  type RosterImportEvent,
  type RosterImportRefusal,
  mayImport,
  PREVIEW_HOLDS,
  rosterImportEntry,
  rosterImports,
} from './roster-import.ts'
