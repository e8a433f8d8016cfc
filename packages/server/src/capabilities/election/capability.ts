// What the kernel has to know about secret elections.
import {
  type Election,
  type ElectionCommand,
  type ElectionEvent,
  type ElectionRefusal,
  electionEntry,
  electionRules,
  electionWakesAt,
} from '@yishi/domain/secret-election'
import type { Capability } from '../../kernel/capability.ts'
import { electionStore } from './store.ts'

export const election: Capability<Election, ElectionCommand, ElectionEvent, ElectionRefusal> = {
  name: 'election',
  rulebook: electionRules,
  store: electionStore,
  toEntry: electionEntry,
  wakes: (state) => {
    const at = electionWakesAt(state)
    return at && { at, command: { type: 'WakeElection' } }
  },
}
