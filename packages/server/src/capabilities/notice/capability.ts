// What the kernel has to know about notices and objections: the matter that waits for them is locked before either.
import type { MatterId } from '@yishi/domain/kernel'
import {
  type Notice,
  type NoticeCommand,
  type NoticeEvent,
  type NoticeRefusal,
  noticeEntry,
  noticeRules,
} from '@yishi/domain/notice'
import {
  type Objection,
  type ObjectionCommand,
  type ObjectionEvent,
  type ObjectionRefusal,
  objectionEntry,
  objectionRules,
} from '@yishi/domain/objection'
import type { Capability, Parent } from '../../kernel/capability.ts'
import type { Subject } from '../../kernel/store.ts'
import { matterOfObjection, objectionStore } from './objection-store.ts'
import { matterOfNotice, noticeStore } from './store.ts'

const asParent = ({ community }: Subject, id: MatterId | null): Parent | null =>
  id ? { capability: 'matter', community, id } : null

export const notice: Capability<Notice, NoticeCommand, NoticeEvent, NoticeRefusal> = {
  name: 'notice',
  rulebook: noticeRules,
  store: noticeStore,
  toEntry: noticeEntry,
  parent: async (trx, subject) => asParent(subject, await matterOfNotice(trx, subject)),
  wakes: (state) => (state.status === 'hanging' ? { at: state.endsAt, command: { type: 'ElapseNotice' } } : null),
}

export const objection: Capability<Objection, ObjectionCommand, ObjectionEvent, ObjectionRefusal> = {
  name: 'objection',
  rulebook: objectionRules,
  store: objectionStore,
  toEntry: objectionEntry,
  parent: async (trx, subject) => asParent(subject, await matterOfObjection(trx, subject)),
}
