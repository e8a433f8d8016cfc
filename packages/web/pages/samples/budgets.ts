// Plausible shared budgets for the tests of their pages: open to a voter in every standing, decided, and taken back.
import type { BudgetPage } from '@yishi/contract/budget'
import type { BudgetPrint, BudgetSlip } from '@yishi/contract/budget-desk'
import { METHOD, commandFor, resultOf } from '@yishi/domain/budget'
import { AS_OF, COMMUNITY } from './matters.ts'

const PROJECTS = [
  { id: '1', name: '非机动车充电棚', cost: '160000', place: '5 号楼西侧', note: '32 个充电口，带喷淋和断电保护' },
  { id: '2', name: '楼道扶手', cost: '48000', place: '全部 12 个楼道', note: '' },
  { id: '3', name: '儿童活动角', cost: '120000', place: '中心花园', note: '换软质地面，装秋千和滑梯' },
  { id: '4', name: '晾衣架', cost: '36000.50', place: '3 号楼南侧空地', note: '' },
  { id: '5', name: '垃圾厢房除臭', cost: '90000', place: '', note: '' },
]
const BALLOTS = [['1', '2'], ['1'], ['1', '3'], ['2', '4'], ['2', '4'], ['3'], ['3', '5'], ['4', '5'], ['1', '2', '4']]
const plan = {
  title: '2026 年品质提升，四十万怎么花',
  purpose: '',
  path: '',
  amount: '400000',
  lastDay: '2026-12-05',
  projects: PROJECTS,
} as const

const open: BudgetPage = {
  budget: 'bud_sample',
  community: COMMUNITY,
  title: plan.title,
  purpose: '区里给的品质提升资金，今年四十万元。项目由大家提、设计单位估了价，做哪几个由您来投。',
  part: null,
  status: 'open',
  amount: plan.amount,
  projects: PROJECTS,
  lastDay: plan.lastDay,
  openedAt: '2026-11-21T02:00:00.000Z',
  closesAt: '2026-12-05T16:00:00.000Z',
  cast: 312,
  listed: 2140,
  result: null,
  method: METHOD,
  digest: 'ab'.repeat(32),
  command: commandFor('bud_sample.pb', METHOD),
  standing: 'may-vote',
  mine: null,
  channels: null,
  step: 'look',
  choice: [],
  problem: null,
  receipt: null,
  key: 'k-12',
  asOf: AS_OF,
}
const voted: BudgetPage = {
  ...open,
  standing: 'has-voted',
  mine: { choice: ['2', '4'], channel: 'online', spent: null },
}
const decided: BudgetPage = {
  ...open,
  status: 'decided',
  standing: 'over',
  cast: BALLOTS.length,
  listed: 20,
  channels: { online: 6, desk: 2, paper: 1, unread: 1 },
  result: resultOf(plan, METHOD, BALLOTS) as NonNullable<BudgetPage['result']>,
}

export const budgets: Readonly<Record<string, BudgetPage>> = {
  open,
  confirm: { ...open, step: 'confirm', choice: ['2', '4'] },
  missing: { ...open, problem: 'missing' },
  changed: { ...open, choice: ['2'], problem: 'list-changed' },
  voted,
  noted: { ...voted, mine: { choice: ['2', '4'], channel: 'paper', spent: null } },
  receipt: { ...voted, receipt: 'YSR1.eyJvcmlnaW4iOiJ5aXNoaSJ9.c2ln' },
  visitor: { ...open, standing: 'sign-in', part: '1 号楼', purpose: '' },
  stranger: { ...open, standing: 'not-listed' },
  newcomer: { ...open, standing: 'came-later' },
  twice: { ...voted, problem: 'other-row-voted' },
  over: { ...open, status: 'closed', standing: 'over' },
  withdrawn: { ...open, status: 'withdrawn', standing: 'over' },
  decided: {
    ...decided,
    mine: {
      choice: ['2', '4'],
      channel: 'desk',
      spent: {
        paid: [
          { id: '2', amount: '12000' },
          { id: '4', amount: '9000.12' },
        ],
        left: '23444.32',
      },
    },
  },
  'decided-unspent': { ...decided, mine: { choice: ['5'], channel: 'online', spent: { paid: [], left: '44444.44' } } },
  'decided-public': decided,
  'decided-empty': {
    ...decided,
    cast: 0,
    channels: { online: 0, desk: 0, paper: 0, unread: 0 },
    result: resultOf(plan, METHOD, []) as NonNullable<BudgetPage['result']>,
  },
}

const sheet = (number: number, name: string) => ({
  code: `000${number}-7K3M9-QX2TD`,
  name,
  place: '3 号楼 1 单元',
  svg: '<svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg"><path d="M1 1h3v3H1zM6 1h3v3H6zM1 6h3v3H1zM6 6h1v1H6z"/></svg>',
})
const print: BudgetPrint = {
  budget: 'bud_sample',
  community: COMMUNITY,
  title: plan.title,
  amount: plan.amount,
  projects: PROJECTS,
  lastDay: plan.lastDay,
  day: '2026-11-28',
  path: '*',
  parts: [
    { path: 'b3.s1', name: '3 号楼 1 单元', of: 2 },
    { path: '', name: '', of: 12 },
  ],
  sheets: [sheet(1, '顾阿婆'), sheet(2, '陆伯伯')],
  left: 12,
}
const MANY = Array.from({ length: 24 }, (_, at) => ({ ...PROJECTS[at % 5]!, id: String(at + 1) }))
const slip: BudgetSlip = {
  budget: 'bud_sample',
  community: COMMUNITY,
  title: plan.title,
  amount: plan.amount,
  projects: PROJECTS,
  number: 27,
  name: '顾阿婆',
  place: '3 号楼 1 单元',
  where: 'desk',
  choice: ['2', '4'],
  noted: null,
  day: '2026-11-28',
}
const noted = {
  readers: ['周垚', '吴鑫'],
  at: '2026-11-28T02:00:00.000Z',
  holds: true,
  receipt: 'YSR1.eyJvcmlnaW4iOiJ5aXNoaSJ9.c2ln',
}

export const budgetPrints: Readonly<Record<string, BudgetPrint>> = {
  sheets: print,
  many: { ...print, projects: MANY, left: 0, sheets: [sheet(1, '顾阿婆')] },
  unchosen: { ...print, path: '', sheets: [], left: 0 },
  none: { ...print, sheets: [], left: 0, parts: [] },
}
export const budgetSlips: Readonly<Record<string, BudgetSlip>> = {
  waiting: slip,
  noted: { ...slip, noted },
  beside: { ...slip, where: 'paper', noted: { ...noted, holds: false } },
}
