// What the kernel has to know about joinings.
import {
  type Joining,
  type JoiningCommand,
  type JoiningEvent,
  type JoiningRefusal,
  joiningEntry,
  joiningRules,
} from '@yishi/domain/joining'
import type { Capability } from '../../kernel/capability.ts'
import { joiningStore } from './store.ts'

export const joining: Capability<Joining, JoiningCommand, JoiningEvent, JoiningRefusal> = {
  name: 'joining',
  rulebook: joiningRules,
  store: joiningStore,
  toEntry: joiningEntry,
}
