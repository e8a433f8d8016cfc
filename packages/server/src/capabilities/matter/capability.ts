// What the kernel has to know about matters.
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
