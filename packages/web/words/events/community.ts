// Names of what happens in the life of a community: its roster, who claims a home in it, duty, patrol and hotline.
import type { DutyEvent } from '@yishi/domain/duty'
import type { HotlineListEvent } from '@yishi/domain/hotline'
import type { ClaimEvent } from '@yishi/domain/identity'
import type { LookEvent, NoteEvent } from '@yishi/domain/patrol'
import { dictionary } from '../dictionary.ts'

export const communityEvents = dictionary<
  Record<
    | LookEvent['type']
    | NoteEvent['type']
    | ClaimEvent['type']
    | DutyEvent['type']
    | Exclude<HotlineListEvent['type'], 'TicketsPreviewed' | 'TicketPreviewDropped'>
    | 'CommunityFounded'
    | 'RosterPreviewed'
    | 'RosterImported'
    | 'BoardExported',
    string
  >
>(
  {
    BoardExported: '导出台账',
    CommunityFounded: '建立居民区',
    RosterPreviewed: '花名册预览',
    RosterImported: '花名册导入',
    ClaimLodged: '认领房子',
    ClaimDoubted: '认领有疑问',
    IdentityConfirmed: '业主身份确认',
    RosterNumberChanged: '花名册改手机号',
    ClaimRefused: '认领未确认',
    ClaimWithdrawn: '认领撤回',
    ClaimLapsed: '认领过期',
    DutySet: '值班表',
    PatrolNoted: '巡查记录',
    StairwayLookedAt: '楼道看过',
    TicketsTaken: '热线工单导入',
    AnswersExported: '导出热线答复',
  },
  {
    BoardExported: 'Board exported',
    CommunityFounded: 'Community founded',
    RosterPreviewed: 'Roster previewed',
    RosterImported: 'Roster imported',
    ClaimLodged: 'Home claimed',
    ClaimDoubted: 'Claim doubted',
    IdentityConfirmed: 'Owner confirmed',
    RosterNumberChanged: 'Number on the roster changed',
    ClaimRefused: 'Claim not confirmed',
    ClaimWithdrawn: 'Claim taken back',
    ClaimLapsed: 'Claim lapsed',
    DutySet: 'Duty roster',
    PatrolNoted: 'Noted on patrol',
    StairwayLookedAt: 'Stairway looked at',
    TicketsTaken: 'Hotline tickets taken in',
    AnswersExported: 'Hotline answers exported',
  },
)
