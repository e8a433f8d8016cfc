// Urgent notices: who may issue one, what it says, and how it goes on until it is lifted.
export {
  ADVICE_LONGEST,
  ALERT_KINDS,
  type Alert,
  type AlertCommand,
  type AlertContact,
  type AlertEvent,
  type AlertKind,
  type AlertRefusal,
  type Area,
  NO_ALERT,
  SEVERITIES,
  type Severity,
  TITLE_LONGEST,
  alertRules,
  mayIssue,
  mayTellAtDoor,
} from './alert.ts'
export { commonPath, partsWithin, touches } from './area.ts'
export { alertEntry } from './entry.ts'
