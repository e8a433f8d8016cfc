// A matter's story told to its reader: one short sentence for each kind of event, in both languages.
// Facts that are read, by name: party, until, score, level, clock, whistled, byRaiser, found, result, verdict, end, to, title, field.
import type { StoryItem } from '@yishi/contract/matter'
import type { HelpEvent } from '@yishi/domain/helping'
import type { MatterEvent } from '@yishi/domain/matter'
import type { OrderEvent } from '@yishi/domain/order'
import type { End } from '@yishi/domain/procedure'
import type { VoiceEvent } from '@yishi/domain/recording'
import { type Language, dictionary } from './dictionary.ts'
import { endWords } from './kinds.ts'
import { plainMoment } from './moments.ts'
import { drawTellers } from './story-draw.ts'
import { helpTellers, helperSentence } from './story-helping.ts'
import { joiningTellers } from './story-joining.ts'
import { meetingTellers } from './story-meeting.ts'
import { noticeTellers } from './story-notice.ts'
import { patrolTellers } from './story-patrol.ts'
import { pollTellers } from './story-poll.ts'
import { projectTellers } from './story-project.ts'
import { recordingTellers } from './story-recording.ts'
import { type Teller, fact } from './telling.ts'

/** Events that only keep other records in step; they are in the ledger, but nobody is told of them. */
type Untold = 'OrderNoted' | 'ProceedingNoted' | 'OrderPlaced' | 'OrderWithdrawn' | 'ClocksStopped'
type OwnType = Exclude<MatterEvent['type'] | OrderEvent['type'], Untold | HelpEvent['type'] | VoiceEvent['type']>

/** Told in passing, with a small dot: these do not move the matter on. */
const ASIDES: readonly string[] = [
  'NoticeProvedHung',
  'NoticeProvedTakenDown',
  'ObjectionTakenBack',
  'MeetingChanged',
  'ResolutionRecorded',
  'MinutesSigned',
  'RemarkAdded',
  'MatterNudged',
  'MatterCorrected',
  'MatterLinked',
  'ClocksPaused',
  'ClocksResumed',
  'ClocksRecounted',
  'ClockReminded',
  'RecordingTranscribed',
  'ConsentGiven',
  'ConsentWithdrawn',
  'MatterJoined',
]
export const isAside = (item: StoryItem): boolean => ASIDES.includes(item.type)

/** Who did it as one name: the party and the person, or whichever is known; «» when it was the clock. */
export const namesOf = ({ by }: StoryItem): string => {
  if (!by) return ''
  if (!by.party || by.party === by.name) return by.name
  return by.name ? `${by.party}${/[A-Za-z]$/.test(by.party) ? ' ' : ''}${by.name}` : by.party
}

const partyOf = (item: StoryItem): string => fact(item, 'party') || item.by?.party || item.by?.name || ''

type Tellers = Record<OwnType, Teller>

const ZH_FIELDS: Record<string, string> = { title: '标题', text: '说明', where: '位置' }
const ZH_SCORES = ['', '很不满意', '不满意', '一般', '满意', '非常满意']
const EN_SCORES = ['', 'very dissatisfied', 'dissatisfied', 'so-so', 'satisfied', 'very satisfied']
const EN_FIELDS: Record<string, string> = { title: 'title', text: 'description', where: 'place' }

const zh: Tellers = {
  MatterRaised: () => '您上报了这件事',
  MatterSorted: () => '社区已受理',
  StageEntered: ({ stage }) => (stage ? `进入“${stage.zh}”` : '进入下一步'),
  OrdersPlaced: (item) => (item.facts['whistled'] ? `已向街道吹哨，派给${partyOf(item)}` : `已派给${partyOf(item)}`),
  OrderAccepted: (item) => `${partyOf(item)}已接单`,
  OrderDeclined: (item) => `${partyOf(item)}说接不了，正在另找人`,
  OrderTransferred: (item) => `转给${partyOf(item)}接着办`,
  OrderCompleted: (item) => `${partyOf(item)}办完了`,
  OrderOverdue: (item) => `说好的日子过了，${partyOf(item)}还没办完`,
  ProgressReported: () => '有了新进展',
  ControlReported: () => '情况已经控制住',
  TalkRecorded: (item) =>
    ({ agreed: '大家议过，谈妥了', settled: '大家议过，定下来了' })[fact(item, 'result')] ?? '议过一次，还没谈拢',
  MatterSigned: (item) => (fact(item, 'verdict') === 'returned' ? '审核没通过，退回再办' : '审核通过'),
  ConditionMet: () => '审核时提的条件做到了一条',
  AnswerGiven: () => '给您的答复',
  MatterRated: (item) => `您的评价：${ZH_SCORES[Number(item.facts['score'])] ?? '已收到'}`,
  MatterRevisited: (item) =>
    fact(item, 'found') === 'not-solved' ? '回头看了，还没有真正解决' : '回头看了，确实解决了',
  ConventionRecorded: (item) => (fact(item, 'title') ? `定成一条公约：${fact(item, 'title')}` : '定成了一条公约'),
  RemarkAdded: (item) => (item.facts['byRaiser'] === true ? '您补充了说明' : '补充说明'),
  MatterNudged: () => '您催了一次',
  MatterCorrected: (item) => `更正了${ZH_FIELDS[fact(item, 'field')] ?? '内容'}`,
  MatterLinked: (item) => `和相似的事放在一起${fact(item, 'to') && `（${fact(item, 'to')}）`}`,
  ClosedByLink: () => '并入同一件事',
  ClocksPaused: (item) => (fact(item, 'until') ? `时限暂停到 ${plainMoment(fact(item, 'until'), 'zh')}` : '时限暂停'),
  ClocksResumed: () => '时限接着走',
  ClocksRecounted: () => '放假安排公布了，时限重新算过',
  ClockReminded: () => '快到期了，已提醒办理的人',
  ClockBreached: () => '超过了承诺的时间',
  MatterEscalated: (item) => (partyOf(item) ? `报到上一级，由${partyOf(item)}督促` : '报到上一级督促'),
  MatterListed: () => '列入挂牌督办',
  MatterUnlisted: () => '撤下挂牌督办',
  MatterClosed: (item) => `办结：${endWords.zh[fact(item, 'end') as End] ?? '已归档'}`,
  MatterReopened: () => '重新打开，接着办',
}

const en: Tellers = {
  MatterRaised: () => 'You raised this matter',
  MatterSorted: () => 'The community has taken it in',
  StageEntered: ({ stage }) => (stage ? `Now at “${stage.en}”` : 'On to the next step'),
  OrdersPlaced: (item) =>
    item.facts['whistled']
      ? `Whistled up to the street office, given to ${partyOf(item)}`
      : `Given to ${partyOf(item)}`,
  OrderAccepted: (item) => `${partyOf(item)} has accepted`,
  OrderDeclined: (item) => `${partyOf(item)} cannot take it; somebody else is being found`,
  OrderTransferred: (item) => `Handed to ${partyOf(item)}, who goes on with it`,
  OrderCompleted: (item) => `${partyOf(item)} has finished`,
  OrderOverdue: (item) => `The day that was named has passed; ${partyOf(item)} is not done yet`,
  ProgressReported: () => 'There is progress',
  ControlReported: () => 'It is under control',
  TalkRecorded: (item) =>
    ({ agreed: 'Talked over and agreed', settled: 'Talked over and settled' })[fact(item, 'result')] ??
    'Talked over once, not yet agreed',
  MatterSigned: (item) => (fact(item, 'verdict') === 'returned' ? 'Reviewed and returned' : 'Reviewed and approved'),
  ConditionMet: () => 'A condition of the review was met',
  AnswerGiven: () => 'The answer to you',
  MatterRated: (item) => `Your rating: ${EN_SCORES[Number(item.facts['score'])] ?? 'received'}`,
  MatterRevisited: (item) =>
    fact(item, 'found') === 'not-solved' ? 'Revisited: not really solved yet' : 'Revisited: it is solved',
  ConventionRecorded: (item) =>
    fact(item, 'title') ? `Made into a convention: ${fact(item, 'title')}` : 'Made into a convention',
  RemarkAdded: (item) => (item.facts['byRaiser'] === true ? 'You added a remark' : 'A remark was added'),
  MatterNudged: () => 'You nudged',
  MatterCorrected: (item) => `The ${EN_FIELDS[fact(item, 'field')] ?? 'text'} was corrected`,
  MatterLinked: (item) => `Put together with a similar matter${fact(item, 'to') && ` (${fact(item, 'to')})`}`,
  ClosedByLink: () => 'Merged with the same matter',
  ClocksPaused: (item) =>
    fact(item, 'until') ? `The clock is paused until ${plainMoment(fact(item, 'until'), 'en')}` : 'The clock is paused',
  ClocksResumed: () => 'The clock runs again',
  ClocksRecounted: () => 'The year’s holidays are published: the limit was counted anew',
  ClockReminded: () => 'Due soon; whoever handles it was reminded',
  ClockBreached: () => 'The promised time has passed',
  MatterEscalated: (item) =>
    partyOf(item) ? `Reported one level up; ${partyOf(item)} presses for it` : 'Reported one level up',
  MatterListed: () => 'Put under listed supervision',
  MatterUnlisted: () => 'Taken off listed supervision',
  MatterClosed: (item) => `Closed: ${(endWords.en[fact(item, 'end') as End] ?? 'filed').toLowerCase()}`,
  MatterReopened: () => 'Reopened; we go on with it',
}

const tellers = dictionary<Record<string, Teller>>(
  {
    ...zh,
    ...drawTellers.zh,
    ...helpTellers.zh,
    ...joiningTellers.zh,
    ...meetingTellers.zh,
    ...noticeTellers.zh,
    ...patrolTellers.zh,
    ...pollTellers.zh,
    ...projectTellers.zh,
    ...recordingTellers.zh,
  },
  {
    ...en,
    ...drawTellers.en,
    ...helpTellers.en,
    ...joiningTellers.en,
    ...meetingTellers.en,
    ...noticeTellers.en,
    ...patrolTellers.en,
    ...pollTellers.en,
    ...projectTellers.en,
    ...recordingTellers.en,
  },
)
export const STORY_TYPES: readonly string[] = Object.keys(tellers.zh)
const unknown = dictionary('有一条新记录', 'A new record')

export const storySentence = (item: StoryItem, lang: Language): string =>
  helperSentence(item, lang) ?? tellers[lang][item.type]?.(item) ?? unknown[lang]

/** Whoever did it, or else the party that it is about. */
export const doerOf = (item: StoryItem): string => namesOf(item) || partyOf(item)

/** What a person said with it: the text of the item, or else its reason. */
export const storyNote = (item: StoryItem): string | null => item.text || fact(item, 'reason') || null
