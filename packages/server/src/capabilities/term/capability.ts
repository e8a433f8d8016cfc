// What the kernel has to know about terms of owners' committees.
import {
  type Term,
  type TermCommand,
  type TermEvent,
  type TermRefusal,
  termEntry,
  termRules,
  termWakesAt,
} from '@yishi/domain/term'
import type { Capability } from '../../kernel/capability.ts'
import { termStore } from './store.ts'

export const term: Capability<Term, TermCommand, TermEvent, TermRefusal> = {
  name: 'term',
  rulebook: termRules,
  store: termStore,
  toEntry: termEntry,
  wakes: (state) => {
    const at = termWakesAt(state)
    return at && { at, command: { type: 'WakeTerm' } }
  },
}
