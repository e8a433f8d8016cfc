// Plausible polls for the tests of their pages: open to a voter in every standing, decided either way, with options, and by hands.
import type { PollPage, PollSheet } from '@yishi/contract/poll-page'
import {
  type Amounts,
  type Figures,
  type PollRule,
  type Question,
  type Regime,
  outcomeOf,
  pollRuleByKey,
} from '@yishi/domain/poll'
import { electionPages } from './elections.ts'
import { AS_OF, COMMUNITY } from './matters.ts'
import { assemblyPlan } from './assembly-plan.ts'

const BENCH: Question = {
  type: 'for-against',
  text: '三号楼前装两把长椅，好不好？',
  explanation: '两把防腐木长椅，靠墙放，留出 1.8 米通道。钱从社区公益金里出，居民不用另交。',
}
const COLOUR: Question = {
  type: 'choose-some',
  text: '楼道墙面刷成什么颜色？',
  explanation: '',
  options: ['米白', '浅绿', '淡蓝', '保持原样'].map((text, index) => ({ key: `option-${index + 1}`, text })),
  most: 2,
}
const rule = (key: string): PollRule => pollRuleByKey(key)!
const heads = (n: number): Amounts => ({ heads: n })

const resultOf = (
  of: { rule: PollRule; electorate: Amounts; question: Question; regime?: Regime },
  figures: Figures,
): PollSheet['result'] => {
  const { passed, chosen, verdicts, allocation } = outcomeOf(of, figures)
  return {
    passed,
    chosen: [...chosen],
    figures,
    verdicts: verdicts.map(({ choice, verdict }) => ({
      choice,
      passed: verdict.passed,
      lines: [...verdict.lines],
      strict: of.regime ? { passed: verdict.strict.passed, lines: [...verdict.strict.lines] } : null,
      zones: [],
    })),
    allocation: allocation ? { ...allocation, ranking: [...allocation.ranking], again: [...allocation.again] } : null,
    count: null,
    regimes: [{ regime: 'strict', passed }],
  }
}

const representatives = rule('cn-residents-representatives')
/** A poll of representatives that takes ballots, for others to be made from. */
export const open: PollPage = {
  poll: 'pol_bench',
  community: COMMUNITY,
  matter: { code: '20261018', title: '三号楼前没地方坐' },
  question: BENCH,
  rule: representatives,
  status: 'open',
  turnout: { cast: 12, of: 45 },
  totals: heads(45),
  assembly: null,
  result: null,
  agenda: null,
  lots: null,
  openedAt: '2026-11-20T02:00:00.000Z',
  decidedAt: null,
  asOf: AS_OF,
  standing: 'may-vote',
  mine: null,
  units: [],
  weight: null,
  step: 'look',
  choice: [],
  typed: {},
  problem: null,
  asked: '0f3a5b7c9d1e2f40',
  receipt: null,
  after: null,
  key: 'k-9',
}
/** As a poll lies in a community that opened it before rules knew how ties are settled. */
const { ties: _, ...rested } = representatives
const before: PollPage = { ...open, rule: rested as PollRule }
const voted: PollPage = { ...open, standing: 'has-voted', mine: { choice: ['for'], noted: false } }

const counted = (agreed: number, against: number): PollSheet['result'] =>
  resultOf(
    { rule: representatives, electorate: heads(45), question: BENCH },
    {
      present: heads(agreed + against + 2),
      votes: { for: heads(agreed), against: heads(against) },
      abstain: heads(2),
      invalid: heads(0),
    },
  )
const decided: PollPage = {
  ...voted,
  status: 'decided',
  turnout: { cast: 31, of: 45 },
  result: counted(22, 7),
  decidedAt: '2026-11-21T01:20:00.000Z',
}
const coloured: PollPage = {
  ...decided,
  standing: 'over',
  mine: null,
  question: COLOUR,
  result: resultOf(
    { rule: representatives, electorate: heads(45), question: COLOUR },
    {
      present: heads(36),
      votes: { 'option-1': heads(24), 'option-2': heads(20), 'option-3': heads(6), 'option-4': heads(3) },
      cast: heads(34),
      abstain: heads(1),
      invalid: heads(1),
    },
  ),
}

const assembly = rule('cn-civil-code-278-ordinary')
const OWNERS = { heads: 312, area: '28460.50' }
const LIFT: Question = {
  type: 'for-against',
  text: '使用维修资金更换 3 号楼电梯曳引机',
  explanation: '预算 18.6 万元，由 3 号楼维修资金列支。',
}
const owners: Omit<PollSheet, 'digest' | 'url'> = {
  ...decided,
  question: LIFT,
  rule: assembly,
  turnout: null,
  totals: OWNERS,
  result: resultOf(
    { rule: assembly, electorate: OWNERS, question: LIFT },
    {
      votes: { for: { heads: 171, area: '16020.30' }, against: { heads: 40, area: '3610.00' } },
      abstain: { heads: 6, area: '512.40' },
      invalid: { heads: 3, area: '260.10' },
    },
  ),
}

const COMPANY: Question = {
  type: 'for-against',
  text: '聘用明华物业为本小区服务，好不好？',
  explanation: '三家比过报价和服务清单，合同两年，物业费不变。',
}
const flat = {
  ballot: 'bal_1',
  name: '翠鑫苑 12号楼 2单元 302',
  area: '89.60',
  choice: null,
  cast: false,
  noted: false,
  mine: true,
  by: null,
  owners: 1,
} as const
const atHome: PollPage = {
  ...open,
  poll: 'pol_company',
  question: COMPANY,
  rule: assembly,
  turnout: { cast: 1204, of: 2310 },
  totals: { heads: 2189, area: '213460.72' },
  assembly: assemblyPlan,
  units: [flat, { ...flat, ballot: 'bal_2', name: '翠鑫苑 12号楼 2单元 1201', area: '112.35' }],
  weight: { heads: 1, area: '201.95' },
}
const silent = { heads: 584, area: '56210.00' }
const company = {
  present: { heads: 1560, area: '151200.00' },
  votes: { for: { heads: 1020, area: '98300.00' }, against: { heads: 500, area: '49100.00' } },
  abstain: { heads: 40, area: '3800.00' },
  invalid: { heads: 0, area: '0.00' },
  silent,
  proven: silent,
}

export const polls: Readonly<Record<string, PollPage>> = {
  'may-vote': open,
  'older-rule': before,
  missing: { ...open, problem: { code: 'missing' } },
  confirm: { ...open, step: 'confirm', choice: ['for'] },
  receipt: { ...voted, receipt: 'YISHI1.eyJlbnRyeUlkIjoiMTAyNCJ9.7Hn2w0kq0VvJ8fQm5cX1c3ZsL9aYtR6uPdEoGbIiKjM' },
  'has-voted': voted,
  noted: { ...voted, mine: { choice: ['abstain'], noted: true } },
  'choose-some': { ...open, question: COLOUR },
  'sign-in': { ...open, standing: 'sign-in' },
  'not-listed': { ...open, standing: 'not-listed' },
  newcomer: { ...open, standing: 'came-later' },
  'not-listed-owner': { ...atHome, standing: 'not-listed', units: [], weight: null },
  unconfirmed: { ...atHome, standing: 'unconfirmed', units: [], weight: null },
  'in-hall': { ...open, standing: 'in-hall', turnout: null },
  counting: { ...voted, status: 'counting' },
  withdrawn: { ...open, standing: 'over', status: 'withdrawn' },
  passed: decided,
  failed: { ...decided, result: counted(14, 17) },
  options: coloured,
  'units-soon': { ...atHome, status: 'announced', standing: 'soon', turnout: null },
  units: atHome,
  'units-confirm': { ...atHome, step: 'confirm', choice: ['for'] },
  'units-shared': { ...atHome, units: [{ ...flat, owners: 2 }], weight: { heads: 1, area: '89.60' } },
  'units-co-owner': {
    ...atHome,
    standing: 'co-owner',
    units: [{ ...flat, owners: 2, mine: false, cast: true, by: '王小明' }],
    weight: { heads: 1, area: '89.60' },
  },
  ...electionPages(atHome, resultOf),
  'units-preliminary': {
    ...atHome,
    status: 'preliminary',
    standing: 'has-voted',
    mine: { choice: ['for'], noted: false },
    units: atHome.units.map((unit) => ({ ...unit, cast: true, choice: ['for'] })),
    assembly: { ...assemblyPlan, regime: 'follow-majority', basis: '议事规则第十条', resultNotice: 'ntc_result' },
    result: resultOf(
      { rule: assembly, electorate: atHome.totals, question: COMPANY, regime: 'follow-majority' },
      company,
    ),
  },
  'units-decided': {
    ...atHome,
    status: 'decided',
    standing: 'over',
    decidedAt: '2026-12-15T02:00:00.000Z',
    asOf: '2026-12-16T02:00:00.000Z',
    result: resultOf(
      { rule: assembly, electorate: atHome.totals, question: COMPANY, regime: 'follow-majority' },
      company,
    ),
  },
}

const paper = { digest: 'a3f1c09d'.repeat(8), url: 'https://yishi.example/polls/pol_bench' }
export const pollSheets: Readonly<Record<string, PollSheet>> = {
  representatives: { ...decided, ...paper },
  owners: { ...owners, ...paper },
  pending: { ...open, ...paper },
  election: { ...polls['elected']!, ...paper },
  assembly: { ...polls['units-preliminary']!, ...paper, status: 'decided', decidedAt: '2026-12-15T02:00:00.000Z' },
}
