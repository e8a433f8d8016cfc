// Words of the matter file: its head, its clocks, its orders, its story as staff read it.
import type { OrderView, StoryItem } from '@yishi/contract/matter'
import type { GateName } from '@yishi/domain/procedure'
import { type Language, dictionary } from './dictionary.ts'
import { storySentence } from './story.ts'

const zh = {
  back: '返回台账',
  clocks: '时限',
  noClock: '现在没有时限在走',
  limitOf: (limit: string) => `限 ${limit}`,
  dueAt: (at: string) => `${at} 到期`,
  pausedUntil: (at: string, reason: string) => `暂停到 ${at}：${reason}`,
  provisional: '按周一至周五暂算，节假日安排公布后重算',
  responsible: '负责',
  nextStep: '下一步',
  nowAt: '当前环节',
  ahead: '后面还有',
  waysOut: '出口',
  itself: '条件满足后自动进入',
  waitsFor: '还差',
  take: '选这个出口',
  actions: '可以做的',
  nothingToDo: '这一步不需要您操作。',
  whatHappened: '居民怎么说',
  raisedBy: '反映人',
  anonymous: '没有留名',
  channel: '来源',
  publicity: '公开方式',
  place: '位置',
  sorting: '分流',
  notSorted: '还没有分流',
  procedure: '工作法',
  version: (n: number) => `第 ${n} 版`,
  suggestion: '系统建议',
  why: '依据',
  mentions: (word: string) => `写到“${word}”`,
  adopt: '采用建议',
  adoptNote: '只是建议，填入表单后由您确认。',
  orders: '派单',
  noOrders: '还没有派单',
  lead: '牵头',
  whistled: '吹哨',
  placedAt: (at: string) => `${at} 派出`,
  task: '任务',
  reason: '理由',
  story: '经过',
  links: '关联事项',
  relations: { similar: '相似', 'same-class': '同一类事', duplicate: '同一件事' } as Readonly<Record<string, string>>,
  listed: '挂牌督办',
  escalated: (n: number) => `已升级 ${n} 次`,
  clockItself: '系统计时',
  photo: (n: number) => `照片 ${n}`,
  saved: (what: string) => `已记下：${what}`,
}

const en: typeof zh = {
  back: 'Back to the board',
  clocks: 'Clocks',
  noClock: 'No clock is running now',
  limitOf: (limit) => `limit ${limit}`,
  dueAt: (at) => `due ${at}`,
  pausedUntil: (at, reason) => `paused until ${at}: ${reason}`,
  provisional: 'Counted Monday to Friday for now; counted again when the holidays are published',
  responsible: 'Responsible',
  nextStep: 'Next step',
  nowAt: 'Present stage',
  ahead: 'Still to come',
  waysOut: 'Outcomes',
  itself: 'Taken by itself once its gates open',
  waitsFor: 'Waits for',
  take: 'Take this outcome',
  actions: 'What you can do',
  nothingToDo: 'Nothing is asked of you at this step.',
  whatHappened: 'What was said',
  raisedBy: 'Raised by',
  anonymous: 'No name left',
  channel: 'Channel',
  publicity: 'May be public',
  place: 'Place',
  sorting: 'Sorting',
  notSorted: 'Not sorted yet',
  procedure: 'Procedure',
  version: (n) => `version ${n}`,
  suggestion: 'Suggestion',
  why: 'Because',
  mentions: (word) => `it says “${word}”`,
  adopt: 'Use the suggestion',
  adoptNote: 'Only a suggestion: it fills the form, and you decide.',
  orders: 'Orders',
  noOrders: 'No orders yet',
  lead: 'Lead',
  whistled: 'Whistled up',
  placedAt: (at) => `placed ${at}`,
  task: 'Task',
  reason: 'Reason',
  story: 'Story',
  links: 'Linked matters',
  relations: { similar: 'Similar', 'same-class': 'Same class', duplicate: 'Duplicate' },
  listed: 'Listed supervision',
  escalated: (n) => (n === 1 ? 'Escalated once' : `Escalated ${n} times`),
  clockItself: 'The clock',
  photo: (n) => `Photo ${n}`,
  saved: (what) => `Recorded: ${what}`,
}

export const matterWords = dictionary(zh, en)

export const orderStatusWords = dictionary<Record<OrderView['status'], string>>(
  { placed: '待接单', accepted: '已接单', declined: '已退单', done: '已办完', withdrawn: '已收回' },
  { placed: 'To be accepted', accepted: 'Accepted', declined: 'Declined', done: 'Done', withdrawn: 'Withdrawn' },
)

/** What an outcome waits for, by the name of its gate. */
export const gateWords = dictionary<Record<GateName, string>>(
  {
    'sorted-as': '分流结果相符',
    'orders-placed': '派出工单',
    'orders-done': '工单办完',
    'all-declined': '全部退单',
    'evidence-attached': '附上现场照片',
    'talk-ended': '议事有结果',
    'signed-by': '审核签字',
    'answer-given': '给出答复',
    'rated-at-least': '评价达标',
    'rated-below': '评价偏低',
    revisited: '完成回访',
    'convention-recorded': '形成公约',
    waited: '等满时间',
  },
  {
    'sorted-as': 'sorting fits',
    'orders-placed': 'orders placed',
    'orders-done': 'orders done',
    'all-declined': 'all orders declined',
    'evidence-attached': 'photos attached',
    'talk-ended': 'talk has a result',
    'signed-by': 'signed',
    'answer-given': 'answer given',
    'rated-at-least': 'rated well enough',
    'rated-below': 'rated below the line',
    revisited: 'revisited',
    'convention-recorded': 'convention recorded',
    waited: 'time has passed',
  },
)

type Teller = (item: StoryItem) => string

/** Where the shared sentence speaks to the resident as «您», staff read another one. */
const staffTellers = dictionary<Readonly<Record<string, Teller>>>(
  {
    MatterRaised: () => '上报了这件事',
    AnswerGiven: () => '答复居民',
    MatterRated: ({ facts }) => `居民评价：${String(facts['score'] ?? '')} 星`,
    RemarkAdded: ({ facts }) => (facts['byRaiser'] === true ? '反映人补充说明' : '补充说明'),
    MatterNudged: () => '反映人催办',
  },
  {
    MatterRaised: () => 'The matter was raised',
    AnswerGiven: () => 'Answer to the resident',
    MatterRated: ({ facts }) => `Rated ${String(facts['score'] ?? '')} of 5`,
    RemarkAdded: ({ facts }) => (facts['byRaiser'] === true ? 'The raiser added a remark' : 'A remark was added'),
    MatterNudged: () => 'The raiser nudged',
  },
)

export const staffSentence = (item: StoryItem, lang: Language): string =>
  staffTellers[lang][item.type]?.(item) ?? storySentence(item, lang)
