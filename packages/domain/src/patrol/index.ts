// On patrol: stairways looked at, and notes that become matters, however late the phone gets through.
export { type LookCommand, type LookEvent, type LookRefusal, type Stairway, lookEntry, lookRules } from './look.ts'
export { type NoteCommand, type NoteEvent, type PatrolNote, noteEntry, noteRules } from './note.ts'
export { PATROLLERS, type PatrolRefusal, type Seen } from './patrol.ts'
