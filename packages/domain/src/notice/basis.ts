// What the law says on how long a notice hangs: each rule dated, with its source and its id in the collection of rules (R…).
import type { LocalDate } from '../calendar/index.ts'

export type Basis = {
  readonly rule: string
  readonly names: { readonly zh: string; readonly en: string }
  readonly source: string
  /** Whole calendar days at least. */
  readonly minDays: number
  /** `CN`, or the administrative division (GB/T 2260) that made the rule. */
  readonly area: string
  /**
   * The day of the text that was read: of national and Shanghai rules the day of its last amendment as its head names it, and it
   * may have come into force a little later; of local rules of other cities, the day on which they were read.
   */
  readonly from: LocalDate
  readonly to: LocalDate | null
  /** What nobody has checked of it, for whoever relies on it; null where its text was read. */
  readonly caution: { readonly zh: string; readonly en: string } | null
}

const PROPERTY_RULES = { area: 'CN', from: '2018-03-19', to: null, caution: null } as const
const SHANGHAI = { area: '310000', from: '2020-12-30', to: null, caution: null } as const
const READ_IN = { from: '2025-04-19', to: null, caution: null } as const

export const BASES = {
  'owners-meeting': {
    ...PROPERTY_RULES,
    rule: 'R1.15',
    names: { zh: '召开业主大会会议', en: 'Calling an owners’ meeting' },
    source: '《物业管理条例》第十四条',
    minDays: 15,
  },
  'committee-agenda': {
    area: 'CN',
    from: '2010-01-01',
    to: null,
    caution: {
      zh: '这份规则的原文、施行日期和是否仍然有效都没有核对过',
      en: 'the text of these rules, the day they began, and whether they still stand were not checked',
    },
    rule: 'R1.22',
    names: { zh: '业主委员会会议议题', en: 'Agenda of the owners’ committee' },
    source: '《业主大会和业主委员会指导规则》第三十九条',
    minDays: 7,
  },
  'first-assembly-drafts': {
    ...SHANGHAI,
    rule: 'R1.41',
    names: { zh: '首次业主大会会议草案和业主名册', en: 'Drafts and owners’ list for a first assembly' },
    source: '《上海市住宅物业管理规定》第十六条',
    minDays: 15,
  },
  'yearly-audit': {
    ...SHANGHAI,
    rule: 'R1.48',
    names: { zh: '年度和任期审计报告', en: 'Yearly and end-of-term audits' },
    source: '《上海市住宅物业管理规定》第六十七条',
    minDays: 30,
  },
  'undelivered-ballots': {
    ...READ_IN,
    area: '330900',
    rule: 'R1.16',
    names: { zh: '无法送达的表决票', en: 'Ballots that could not be delivered' },
    source: '舟山市物业管理地方规定',
    minDays: 7,
  },
  'committee-candidates': {
    ...READ_IN,
    area: '330100',
    rule: 'R1.60',
    names: { zh: '业主委员会委员候选人', en: 'Candidates for the owners’ committee' },
    source: '《杭州市物业管理条例》',
    minDays: 7,
  },
  'electronic-vote-result': {
    ...READ_IN,
    area: '441800',
    rule: 'R1.61',
    names: { zh: '电子表决结果', en: 'Result of an electronic vote' },
    source: '清远市物业管理地方规定第十七条',
    minDays: 15,
  },
  'villagers-roll': {
    area: 'CN',
    // Amended with effect from 2026-01-01; the new text has not been read.
    from: '2018-12-29',
    to: '2025-12-31',
    caution: null,
    rule: 'R2.4',
    names: { zh: '村民选举登记名单', en: 'Roll of voters in a village election' },
    source: '《村民委员会组织法》第十四条',
    minDays: 20,
  },
} as const satisfies Readonly<Record<string, Basis>>

export type BasisKey = keyof typeof BASES

export const BASIS_KEYS = Object.keys(BASES) as readonly BasisKey[]

export const isInForce = (key: BasisKey, day: LocalDate): boolean => {
  const { from, to }: Basis = BASES[key]
  return from <= day && (to === null || day <= to)
}
