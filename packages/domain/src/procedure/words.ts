// The parts of a procedure as people call them, in both languages: gates, limits, and the words of sorting.
import { type Limit, limitInWords, parseLimit } from '../calendar/index.ts'
import { type Language, isRefused } from '../kernel/index.ts'
import type { Colour, Size } from '../matter/sorting.ts'
import type { GateName } from './gates.ts'
import type { Stage } from './schema.ts'

type Word = Readonly<Record<Language, string>>

export const GATE_WORDS: Readonly<Record<GateName, Word>> = {
  'sorted-as': { zh: '已分类', en: 'sorted' },
  'orders-placed': { zh: '已派单', en: 'orders placed' },
  'orders-done': { zh: '单子办完', en: 'orders done' },
  'all-declined': { zh: '没人接单', en: 'all declined' },
  'evidence-attached': { zh: '附了照片', en: 'photos attached' },
  'talk-ended': { zh: '议出结果', en: 'talk ended' },
  quorum: { zh: '到会人数够了', en: 'quorum reached' },
  'signed-by': { zh: '已签字', en: 'signed' },
  'conditions-met': { zh: '附带条件都做到了', en: 'conditions met' },
  'poll-passed': { zh: '表决通过', en: 'poll passed' },
  'poll-failed': { zh: '表决没通过', en: 'poll failed' },
  'draw-settled': { zh: '抽签结果生效', en: 'draw settled' },
  'notice-elapsed': { zh: '公示期满', en: 'notice period over' },
  'objections-answered': { zh: '异议都答复了', en: 'objections answered' },
  'objection-upheld': { zh: '异议成立', en: 'objection upheld' },
  'milestones-accepted': { zh: '节点都验收了', en: 'milestones accepted' },
  'answer-given': { zh: '已答复', en: 'answer given' },
  'rated-at-least': { zh: '评分够了', en: 'rated high enough' },
  'rated-below': { zh: '评分偏低', en: 'rated low' },
  revisited: { zh: '已回访', en: 'revisited' },
  'convention-recorded': { zh: '规矩已写好', en: 'rule recorded' },
  waited: { zh: '等满时间', en: 'time waited' },
}

export const LIMIT_WORDS: Readonly<Record<keyof Stage['limits'], Word>> = {
  respond: { zh: '响应', en: 'respond' },
  control: { zh: '控制', en: 'control' },
  finish: { zh: '办结', en: 'finish' },
  'feed-back': { zh: '反馈', en: 'feed back' },
}

const SORTING_WORDS: Readonly<Record<Colour | Size, Word>> = {
  red: { zh: '红色', en: 'red' },
  yellow: { zh: '黄色', en: 'yellow' },
  green: { zh: '绿色', en: 'green' },
  big: { zh: '大事', en: 'big' },
  small: { zh: '小事', en: 'small' },
  private: { zh: '私事', en: 'private' },
}

const WORDS: Readonly<Record<string, Word>> = { ...GATE_WORDS, ...LIMIT_WORDS, ...SORTING_WORDS }

/** What people call a key or a limit; anything else stays as it is. */
export const inWords = (text: string, language: Language): string =>
  WORDS[text]?.[language] ?? (isRefused(parseLimit(text)) ? text : limitInWords(text as Limit, language))
