// Plausible shared budgets for the tests of their pages: open to a voter in every standing, decided, and taken back.
import type { BudgetPage } from '@yishi/contract/budget'
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
  step: 'look',
  choice: [],
  problem: null,
  receipt: null,
  key: 'k-12',
  asOf: AS_OF,
}
const voted: BudgetPage = { ...open, standing: 'has-voted', mine: { choice: ['2', '4'], spent: null } }
const decided: BudgetPage = {
  ...open,
  status: 'decided',
  standing: 'over',
  cast: BALLOTS.length,
  listed: 20,
  result: resultOf(plan, METHOD, BALLOTS) as NonNullable<BudgetPage['result']>,
}

export const budgets: Readonly<Record<string, BudgetPage>> = {
  open,
  confirm: { ...open, step: 'confirm', choice: ['2', '4'] },
  missing: { ...open, problem: 'missing' },
  changed: { ...open, choice: ['2'], problem: 'list-changed' },
  voted,
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
      spent: {
        paid: [
          { id: '2', amount: '12000' },
          { id: '4', amount: '9000.12' },
        ],
        left: '23444.32',
      },
    },
  },
  'decided-unspent': { ...decided, mine: { choice: ['5'], spent: { paid: [], left: '44444.44' } } },
  'decided-public': decided,
  'decided-empty': { ...decided, cast: 0, result: resultOf(plan, METHOD, []) as NonNullable<BudgetPage['result']> },
}
