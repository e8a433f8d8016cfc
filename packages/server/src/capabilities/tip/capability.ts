// What the kernel has to know about tips.
import { type Tip, type TipCommand, type TipEvent, type TipRefusal, tipEntry, tipRules } from '@yishi/domain/tip'
import type { Capability } from '../../kernel/capability.ts'
import { tipStore } from './store.ts'

export const tip: Capability<Tip, TipCommand, TipEvent, TipRefusal> = {
  name: 'tip',
  rulebook: tipRules,
  store: tipStore,
  toEntry: tipEntry,
}
