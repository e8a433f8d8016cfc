// What the law says about an owners' committee once it is elected, dated data for each place: how long it sits, and by when it is published, filed, and elected anew. RULES R1.22, R1.42, R1.44, R1.45.
import type { PollRule } from '../poll/index.ts'

/** What the desk notes as done, each with its day. `met` comes again and again. */
export const TERM_STEPS = [
  'list-published',
  'filed',
  'filing-done',
  'taken-over',
  'met',
  'reelection-reported',
  'reelection-group',
] as const
export type TermStep = (typeof TERM_STEPS)[number]

type Words = { readonly zh: string; readonly en: string }

/** Days and months as the article says them; null where it says nothing. Of the Guidelines nobody has checked whether they are in force. */
export type TermLaw = {
  readonly key: 'cn' | 'sh'
  /** The state of the texts that were read. */
  readonly asOf: string
  /** Whole years. */
  readonly years: { readonly least: number; readonly most: number }
  /** After the election. */
  readonly publishedDays: number
  readonly filedDays: number
  /** After it was filed. */
  readonly filingDoneDays: number | null
  /** After the filing is done: documents, accounts and seals of the committee before. */
  readonly takenOverDays: number
  /** From one session to the next. */
  readonly meetMonths: number | null
  /** Before the term ends. */
  readonly reportMonths: number
  /** After the report. */
  readonly groupDays: number | null
  readonly articles: Readonly<Record<TermStep | 'years' | 'vacancy', Words>>
}

/** Without a session for so long the committee is elected early (上海 32, R1.46). */
export const IDLE_MONTHS = 6

const model = (zh: string, en: string): Words => ({
  zh: `《业主大会和业主委员会指导规则》${zh}`,
  en: `Guidelines for owners’ assemblies, ${en}`,
})
const national = { zh: '《物业管理条例》第十六条', en: 'Property Management Regulations, art. 16' }
const shanghai = (zh: string, en: string): Words => ({
  zh: `《上海市住宅物业管理规定》${zh}`,
  en: `Shanghai property rules, ${en}`,
})

const CN: TermLaw = {
  key: 'cn',
  asOf: '2025-04-19',
  years: { least: 1, most: 5 },
  publishedDays: 3,
  filedDays: 30,
  filingDoneDays: null,
  takenOverDays: 10,
  meetMonths: null,
  reportMonths: 3,
  groupDays: null,
  articles: {
    years: model('（任期不超过五年）', 'a term of five years at most'),
    'list-published': model('（决定三日内公告）', 'decisions public within three days'),
    filed: national,
    'filing-done': national,
    'taken-over': model('（十日内移交）', 'hand-over within ten days'),
    met: model('（会议）', 'sessions'),
    'reelection-reported': model('（届满三个月前组织换届）', 're-election three months before the end'),
    'reelection-group': model('（换届）', 're-election'),
    vacancy: model('（委员不足半数的重新选举）', 'elected anew with fewer than half left'),
  },
}

const SH: TermLaw = {
  key: 'sh',
  asOf: '2025-04-19',
  years: { least: 3, most: 5 },
  publishedDays: 3,
  filedDays: 30,
  filingDoneDays: 20,
  takenOverDays: 10,
  meetMonths: 2,
  reportMonths: 5,
  groupDays: 60,
  articles: {
    years: shanghai('第二十条', 'art. 20'),
    'list-published': shanghai('第二十一条', 'art. 21'),
    filed: shanghai('第二十三条', 'art. 23'),
    'filing-done': shanghai('第三十四条', 'art. 34'),
    'taken-over': shanghai('第二十九条', 'art. 29'),
    met: shanghai('第二十六条', 'art. 26'),
    'reelection-reported': shanghai('第二十八条', 'art. 28'),
    'reelection-group': shanghai('第二十八条', 'art. 28'),
    vacancy: shanghai('第三十一、三十二条', 'arts. 31, 32'),
  },
}

export const TERM_LAWS = { cn: CN, sh: SH } as const
export type TermLawKey = keyof typeof TERM_LAWS

/** A rule of a place whose own numbers we do not know falls under the national ones. */
export const termLawFor = ({ jurisdiction }: Pick<PollRule, 'jurisdiction'>): TermLawKey =>
  jurisdiction === 'CN-31' ? 'sh' : 'cn'
