// What a story tells of a notice and of the objections to it.
import type { NoticeEvent } from '@yishi/domain/notice'
import type { ObjectionEvent } from '@yishi/domain/objection'
import { dictionary } from './dictionary.ts'
import { type Teller, fact } from './telling.ts'

type Told = Exclude<NoticeEvent['type'] | ObjectionEvent['type'], 'NoticeResultTold'>

export const noticeTellers = dictionary<Record<Told, Teller>>(
  {
    NoticeHung: (item) => (fact(item, 'title') ? `挂出公示：${fact(item, 'title')}` : '挂出公示'),
    NoticeProvedHung: () => '有人到现场看过，公示挂着',
    NoticeProvedTakenDown: () => '公示从墙上取下了',
    NoticeElapsed: () => '公示期满',
    NoticeWithdrawn: () => '公示撤下了',
    ObjectionLodged: () => '收到一条对公示的意见',
    ObjectionAnswered: (item) => (item.facts['upheld'] === true ? '意见有道理，采纳了' : '意见答复了'),
    ObjectionTakenBack: () => '一条意见收回了',
  },
  {
    NoticeHung: (item) => (fact(item, 'title') ? `Notice hung: ${fact(item, 'title')}` : 'A notice was hung'),
    NoticeProvedHung: () => 'The notice was seen hanging',
    NoticeProvedTakenDown: () => 'The notice was taken down from the wall',
    NoticeElapsed: () => 'The notice has hung its time',
    NoticeWithdrawn: () => 'The notice was withdrawn',
    ObjectionLodged: () => 'An objection to the notice came in',
    ObjectionAnswered: (item) =>
      item.facts['upheld'] === true ? 'The objection was upheld' : 'The objection was answered',
    ObjectionTakenBack: () => 'An objection was taken back',
  },
)
