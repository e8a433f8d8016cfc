// Duty: who is on call for a community or a part of it, and by which number.
export {
  type DutyCommand,
  type DutyEvent,
  type DutyRefusal,
  type Roster,
  type Shift,
  WEEKDAYS,
  type WallTime,
  type Weekday,
  dutyRules,
} from './duty.ts'
export { dutyEntry } from './entry.ts'
export { onCall } from './on-call.ts'
