// Short names of kinds of events, for the ledger, where nothing else of them is public.
import type { AlertEvent } from '@yishi/domain/alert'
import type { DutyEvent } from '@yishi/domain/duty'
import type { MatterEvent } from '@yishi/domain/matter'
import type { OrderEvent } from '@yishi/domain/order'
import { type Language, dictionary } from './dictionary.ts'

type EventType =
  | MatterEvent['type']
  | OrderEvent['type']
  | AlertEvent['type']
  | DutyEvent['type']
  | 'CommunityFounded'
  | 'RosterPreviewed'
  | 'RosterImported'
  | 'BoardExported'

export const eventWords = dictionary<Record<EventType, string>>(
  {
    MatterRaised: '上报',
    MatterSorted: '受理分流',
    StageEntered: '进入环节',
    OrdersPlaced: '派单',
    OrderAccepted: '接单',
    OrderDeclined: '退单',
    OrderTransferred: '转办',
    OrderCompleted: '办完',
    ProgressReported: '进展',
    ControlReported: '已控制',
    TalkRecorded: '议事记录',
    MatterSigned: '审核签字',
    AnswerGiven: '答复',
    MatterRated: '评价',
    MatterRevisited: '回访',
    ConventionRecorded: '成制',
    RemarkAdded: '补充说明',
    MatterNudged: '催办',
    MatterCorrected: '更正',
    MatterLinked: '关联',
    ClosedByLink: '并案',
    ClocksPaused: '时限暂停',
    ClocksResumed: '时限恢复',
    ClocksRecounted: '时限重算',
    ClockReminded: '到期提醒',
    ClockBreached: '超时',
    MatterEscalated: '升级',
    MatterListed: '挂牌督办',
    MatterUnlisted: '撤销督办',
    MatterClosed: '办结',
    MatterReopened: '重新打开',
    OrderPlaced: '开单',
    OrderNoted: '单况记入',
    OrderWithdrawn: '撤单',
    ClocksStopped: '时限停走',
    BoardExported: '导出台账',
    CommunityFounded: '建立居民区',
    RosterPreviewed: '名册预览',
    RosterImported: '名册导入',
    AlertIssued: '紧急通知',
    AlertProgressTold: '通知进展',
    AlertEndMoved: '通知改期',
    AlertCorrected: '通知更正',
    AlertLifted: '通知解除',
    DutySet: '值班表',
  },
  {
    MatterRaised: 'Raised',
    MatterSorted: 'Sorted',
    StageEntered: 'Stage entered',
    OrdersPlaced: 'Orders placed',
    OrderAccepted: 'Order accepted',
    OrderDeclined: 'Order declined',
    OrderTransferred: 'Order transferred',
    OrderCompleted: 'Order completed',
    ProgressReported: 'Progress',
    ControlReported: 'Under control',
    TalkRecorded: 'Talk recorded',
    MatterSigned: 'Signed',
    AnswerGiven: 'Answered',
    MatterRated: 'Rated',
    MatterRevisited: 'Revisited',
    ConventionRecorded: 'Convention',
    RemarkAdded: 'Remark',
    MatterNudged: 'Nudged',
    MatterCorrected: 'Corrected',
    MatterLinked: 'Linked',
    ClosedByLink: 'Merged',
    ClocksPaused: 'Clock paused',
    ClocksResumed: 'Clock resumed',
    ClocksRecounted: 'Clock recounted',
    ClockReminded: 'Reminded',
    ClockBreached: 'Overdue',
    MatterEscalated: 'Escalated',
    MatterListed: 'Listed',
    MatterUnlisted: 'Unlisted',
    MatterClosed: 'Closed',
    MatterReopened: 'Reopened',
    OrderPlaced: 'Order opened',
    OrderNoted: 'Order noted',
    OrderWithdrawn: 'Order withdrawn',
    ClocksStopped: 'Clock stopped',
    BoardExported: 'Board exported',
    CommunityFounded: 'Community founded',
    RosterPreviewed: 'Roster previewed',
    RosterImported: 'Roster imported',
    AlertIssued: 'Urgent notice',
    AlertProgressTold: 'Notice: progress',
    AlertEndMoved: 'Notice: end moved',
    AlertCorrected: 'Notice: corrected',
    AlertLifted: 'Notice: over',
    DutySet: 'Duty roster',
  },
)

const otherEvent = dictionary('其他记录', 'Other record')
export const eventName = (type: string, lang: Language): string =>
  (eventWords[lang] as Partial<Record<string, string>>)[type] ?? otherEvent[lang]
