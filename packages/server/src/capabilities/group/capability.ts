// What the kernel has to know about chat groups.
import {
  type Group,
  type GroupCommand,
  type GroupEvent,
  type GroupRefusal,
  groupEntry,
  groupRules,
} from '@yishi/domain/group'
import type { Capability } from '../../kernel/capability.ts'
import { groupStore } from './store.ts'

export const group: Capability<Group, GroupCommand, GroupEvent, GroupRefusal> = {
  name: 'group',
  rulebook: groupRules,
  store: groupStore,
  toEntry: groupEntry,
}
