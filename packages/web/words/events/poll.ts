// Names of what happens in the life of a poll, its ballots, and its paper.
import type { PaperEvent } from '@yishi/domain/paper-ballot'
import type { BallotEvent, PollEvent } from '@yishi/domain/poll'
import { dictionary } from '../dictionary.ts'

export const pollEvents = dictionary<
  Record<
    | PollEvent['type']
    | Exclude<BallotEvent['type'], 'RowCounts'>
    | PaperEvent['type']
    | 'CourtBundleMade'
    | 'CourtBundleTaken',
    string
  >
>(
  {
    PollDrafted: '拟定表决',
    PollRedrafted: '改拟表决',
    PollAnnounced: '表决公告',
    ElectorateRedrawn: '名册更正',
    PollExtended: '表决延长',
    ProofsRecorded: '送达证明',
    CountingBegun: '开始清点',
    ResultFound: '初步结果',
    ResultShown: '结果公示',
    RecountOrdered: '重新清点',
    VoterChosen: '推选投票人',
    PollOpened: '表决开始',
    PollClosed: '表决截止',
    CountEntered: '填报计票',
    CountsDiffered: '计票不符',
    PollDecided: '表决结果',
    PollWithdrawn: '表决撤回',
    BallotCast: '投票',
    BallotSetAside: '同一人投了两票，后一票不计',
    PaperDelivered: '纸票送达',
    PaperNotDelivered: '纸票未送到',
    PaperReturned: '纸票收回',
    PaperRead: '纸票录入',
    ReadingsDiffered: '两遍不一致',
    PaperSettled: '纸票录定',
    PaperReplaced: '纸票补领',
    PictureKept: '纸票照片',
    ProxyAppointed: '登记委托',
    ProxyRevoked: '撤销委托',
    CourtBundleMade: '制作表决卷宗',
    CourtBundleTaken: '取走表决卷宗',
  },
  {
    PollDrafted: 'Poll drafted',
    PollRedrafted: 'Poll redrafted',
    PollAnnounced: 'Vote announced',
    ElectorateRedrawn: 'List corrected',
    PollExtended: 'Vote extended',
    ProofsRecorded: 'Delivery proved',
    CountingBegun: 'Counting began',
    ResultFound: 'Preliminary result',
    ResultShown: 'Result shown',
    RecountOrdered: 'Recount ordered',
    VoterChosen: 'Voter chosen',
    PollOpened: 'Poll opened',
    PollClosed: 'Poll closed',
    CountEntered: 'Count entered',
    CountsDiffered: 'Counts differed',
    PollDecided: 'Poll decided',
    PollWithdrawn: 'Poll withdrawn',
    BallotCast: 'Ballot cast',
    BallotSetAside: 'Second ballot of one person set aside',
    PaperDelivered: 'Paper delivered',
    PaperNotDelivered: 'Paper not delivered',
    PaperReturned: 'Paper returned',
    PaperRead: 'Paper read',
    ReadingsDiffered: 'Readings differed',
    PaperSettled: 'Paper settled',
    PaperReplaced: 'Paper replaced',
    PictureKept: 'Picture of paper',
    ProxyAppointed: 'Proxy appointed',
    ProxyRevoked: 'Proxy revoked',
    CourtBundleMade: 'Court bundle made',
    CourtBundleTaken: 'Court bundle taken',
  },
)
