// A duty roster as the kernel performs it.
import {
  type DutyCommand,
  type DutyEvent,
  type DutyRefusal,
  type Roster,
  dutyEntry,
  dutyRules,
} from '@yishi/domain/duty'
import type { Capability } from '../../kernel/capability.ts'
import { dutyStore } from './store.ts'

export const duty: Capability<Roster, DutyCommand, DutyEvent, DutyRefusal> = {
  name: 'duty',
  rulebook: dutyRules,
  store: dutyStore,
  toEntry: dutyEntry,
}
