// Matters: raised, handled along a procedure, closed with an answer.
import {
  type Matter,
  type MatterCommand,
  type MatterEvent,
  type MatterRefusal,
  matterEntry,
  matterRules,
  wakesAt,
} from '@yishi/domain/matter'
import type { Capability } from '../../kernel/capability.ts'
import { matterStore } from './store.ts'

export const matter: Capability<Matter, MatterCommand, MatterEvent, MatterRefusal> = {
  name: 'matter',
  rulebook: matterRules,
  store: matterStore,
  toEntry: matterEntry,
  wakes(state) {
    const at = state.status === 'open' ? wakesAt(state) : null
    return at ? { at, command: { type: 'WakeMatter' } } : null
  },
}
export { linkToken } from './code.ts'
export { readFollow } from './follow-query.ts'
export { linkKey } from './link-key.ts'
export { adoptLibrary, currentProcedure, currentProcedures } from './procedures.ts'
export { insertFigures, readMatter } from './store.ts'
