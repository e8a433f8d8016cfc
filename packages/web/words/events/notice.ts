// Names of what happens in the life of what is told to everybody: notices, objections to them, and urgent notices.
import type { AlertEvent } from '@yishi/domain/alert'
import type { NoticeEvent } from '@yishi/domain/notice'
import type { ObjectionEvent } from '@yishi/domain/objection'
import { dictionary } from '../dictionary.ts'

export const noticeEvents = dictionary<
  Record<NoticeEvent['type'] | ObjectionEvent['type'] | AlertEvent['type'], string>
>(
  {
    NoticeHung: '公示挂出',
    NoticeProvedHung: '张贴核实',
    NoticeProvedTakenDown: '公示取下',
    NoticeElapsed: '公示期满',
    NoticeResultTold: '结果已公示',
    NoticeWithdrawn: '公示撤下',
    ObjectionLodged: '提出异议',
    ObjectionAnswered: '答复异议',
    ObjectionTakenBack: '收回异议',
    AlertIssued: '紧急通知',
    AlertProgressTold: '通知进展',
    AlertEndMoved: '通知改期',
    AlertCorrected: '通知更正',
    AlertLifted: '通知解除',
  },
  {
    NoticeHung: 'Notice hung',
    NoticeProvedHung: 'Seen hanging',
    NoticeProvedTakenDown: 'Taken down',
    NoticeElapsed: 'Notice elapsed',
    NoticeResultTold: 'Result told',
    NoticeWithdrawn: 'Notice withdrawn',
    ObjectionLodged: 'Objection',
    ObjectionAnswered: 'Objection answered',
    ObjectionTakenBack: 'Objection taken back',
    AlertIssued: 'Urgent notice',
    AlertProgressTold: 'Notice: progress',
    AlertEndMoved: 'Notice: end moved',
    AlertCorrected: 'Notice: corrected',
    AlertLifted: 'Notice: over',
  },
)
