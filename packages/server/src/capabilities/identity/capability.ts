// What the kernel has to know about claims.
import {
  type Claim,
  type ClaimCommand,
  type ClaimEvent,
  type ClaimRefusal,
  claimEntry,
  claimRules,
} from '@yishi/domain/identity'
import type { Capability } from '../../kernel/capability.ts'
import { claimStore } from './store.ts'

export const claim: Capability<Claim, ClaimCommand, ClaimEvent, ClaimRefusal> = {
  name: 'claim',
  rulebook: claimRules,
  store: claimStore,
  toEntry: claimEntry,
  wakes: (state) => (state.status === 'pending' ? { at: state.lapsesAt, command: { type: 'LapseClaim' } } : null),
}
