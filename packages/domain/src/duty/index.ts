// Duty: who is on call for a community or a part of it, and by which number.
export {
  type DutyCommand,
  type DutyEvent,
  type DutyRefusal,
  REPEATING,
  type Repeating,
  type Roster,
  type Shift,
  type WallTime,
  dutyRules,
} from './duty.ts'
export { dutyEntry } from './entry.ts'
export { onCall } from './on-call.ts'
