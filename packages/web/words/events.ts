// Short names of kinds of events, for the ledger, where nothing else of them is public.
import type { AlertEvent } from '@yishi/domain/alert'
import type { DutyEvent } from '@yishi/domain/duty'
import type { HotlineListEvent } from '@yishi/domain/hotline'
import type { MatterEvent } from '@yishi/domain/matter'
import type { OrderEvent } from '@yishi/domain/order'
import type { ProjectEvent } from '@yishi/domain/project'
import type { BallotEvent, PollEvent } from '@yishi/domain/poll'
import type { LookEvent, NoteEvent } from '@yishi/domain/patrol'
import { type Language, dictionary } from './dictionary.ts'

type EventType =
  | MatterEvent['type']
  | OrderEvent['type']
  | AlertEvent['type']
  | DutyEvent['type']
  | ProjectEvent['type']
  | PollEvent['type']
  | BallotEvent['type']
  | 'CommunityFounded'
  | 'RosterPreviewed'
  | 'RosterImported'
  | 'BoardExported'
  | LookEvent['type']
  | NoteEvent['type']
  | Exclude<HotlineListEvent['type'], 'TicketsPreviewed' | 'TicketPreviewDropped'>

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
    ConditionMet: '条件做到',
    ProceedingNoted: '议决公示项目近况',
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
    ProjectStarted: '项目开工',
    MilestoneReported: '节点进展',
    MilestoneClaimed: '节点报完成',
    MilestoneAccepted: '节点验收',
    MilestoneFaulted: '节点返工',
    MilestoneMoved: '节点改期',
    MilestoneOverdue: '节点逾期',
    ProjectEnded: '项目完工',
    ProjectStopped: '项目中止',
    OrderPlaced: '开单',
    OrderNoted: '单况记入',
    OrderWithdrawn: '撤单',
    ClocksStopped: '时限停走',
    PollDrafted: '拟定表决',
    PollRedrafted: '改拟表决',
    PollOpened: '表决开始',
    PollClosed: '表决截止',
    CountEntered: '填报计票',
    CountsDiffered: '计票不符',
    PollDecided: '表决结果',
    PollWithdrawn: '表决撤回',
    BallotCast: '投票',
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
    PatrolNoted: '巡查记录',
    StairwayLookedAt: '楼道看过',
    TicketsTaken: '热线工单导入',
    AnswersExported: '导出热线答复',
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
    ConditionMet: 'Condition met',
    ProceedingNoted: 'Proceeding noted',
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
    ProjectStarted: 'Project started',
    MilestoneReported: 'Milestone reported',
    MilestoneClaimed: 'Milestone claimed',
    MilestoneAccepted: 'Milestone accepted',
    MilestoneFaulted: 'Milestone faulted',
    MilestoneMoved: 'Milestone moved',
    MilestoneOverdue: 'Milestone overdue',
    ProjectEnded: 'Project ended',
    ProjectStopped: 'Project stopped',
    OrderPlaced: 'Order opened',
    OrderNoted: 'Order noted',
    OrderWithdrawn: 'Order withdrawn',
    ClocksStopped: 'Clock stopped',
    PollDrafted: 'Poll drafted',
    PollRedrafted: 'Poll redrafted',
    PollOpened: 'Poll opened',
    PollClosed: 'Poll closed',
    CountEntered: 'Count entered',
    CountsDiffered: 'Counts differed',
    PollDecided: 'Poll decided',
    PollWithdrawn: 'Poll withdrawn',
    BallotCast: 'Ballot cast',
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
    PatrolNoted: 'Noted on patrol',
    StairwayLookedAt: 'Stairway looked at',
    TicketsTaken: 'Hotline tickets taken in',
    AnswersExported: 'Hotline answers exported',
  },
)

const otherEvent = dictionary('其他记录', 'Other record')
export const eventName = (type: string, lang: Language): string =>
  (eventWords[lang] as Partial<Record<string, string>>)[type] ?? otherEvent[lang]
