// What the kernel has to know about 12345 lists.
import {
  type HotlineList,
  type HotlineListCommand,
  type HotlineListEvent,
  type HotlineListRefusal,
  hotlineListEntry,
  hotlineLists,
} from '@yishi/domain/hotline'
import type { Capability } from '../../kernel/capability.ts'
import { hotlineListStore } from './store.ts'

export const hotlineList: Capability<HotlineList, HotlineListCommand, HotlineListEvent, HotlineListRefusal> = {
  name: 'hotline-list',
  rulebook: hotlineLists,
  store: hotlineListStore,
  toEntry: hotlineListEntry,
  wakes: (state) =>
    state.status === 'pending' ? { at: state.expiresAt, command: { type: 'DropTicketPreview' } } : null,
}
