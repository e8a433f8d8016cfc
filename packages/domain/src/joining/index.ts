// Joining a matter: many voices, one matter.
export {
  type Joining,
  type JoiningCommand,
  type JoiningEvent,
  type JoiningRefusal,
  type NewJoining,
  type Voice,
  joiningEntry,
  joiningRules,
} from './joining.ts'
