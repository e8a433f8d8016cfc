// Plausible paper of a poll for the tests of its pages: sheets of a stairway, with options too, and a reconciliation with something in every list.
import type { MyBallots, OwnRecord } from '@yishi/contract/my-ballots'
import type { Reconciliation } from '@yishi/contract/paper-ballot'
import type { PaperPrint, PollScreen, WalkPage, WalkUnit } from '@yishi/contract/paper-pages'
import { type Question, pollRuleByKey } from '@yishi/domain/poll'
import { COMMITTEE, TICKS } from './elections.ts'
import { AS_OF, COMMUNITY } from './matters.ts'
import { mixedPrintsOf } from './mixed-agendas.ts'
import { rankedPrintsOf } from './ranked-agendas.ts'
import { patternOf } from './pictures.ts'

const question = {
  type: 'for-against',
  text: '使用维修资金更换 3 号楼电梯曳引机',
  explanation: '预算 18.6 万元，由 3 号楼维修资金列支，方案见公示〔2026〕9 号。',
} as const

export const print: PaperPrint = {
  poll: 'pol_lift',
  community: COMMUNITY,
  questions: [{ number: 1, question, regime: 'follow-majority' }],
  pages: [[{ number: 1, names: null, continued: false }]],
  rule: pollRuleByKey('cn-civil-code-278-ordinary')!,
  closesAt: '2026-11-30T10:00:00.000Z',
  day: '2026-11-20',
  path: 'G1.B3.S2',
  stairways: [
    { path: 'G1.B3.S1', name: '3号楼 1单元', of: 24 },
    { path: 'G1.B3.S2', name: '3号楼 2单元', of: 2 },
  ],
  sheets: [
    { code: '0151-7K3M9-QX2TD', name: '3号楼 2单元 1201', area: '128.46', svg: patternOf('paper') },
    { code: '0152-N4B8W-0RZ6E', name: '3号楼 2单元 1202', area: '89.90', svg: patternOf('paper') },
  ],
  left: 0,
}

const ELECTION: Question = {
  type: 'choose-some',
  text: '选举第五届业主委员会委员（差额）',
  explanation: '',
  options: ['王建国', '李素琴', '陈志强', '周敏', '赵海燕', '孙立群', '何美玲'].map((text, index) => ({
    key: `option-${index + 1}`,
    text,
  })),
  most: 5,
}
const AGREE = (text: string): Question => ({ type: 'for-against', text, explanation: '' })

const mixedPrints = mixedPrintsOf(print)

export const paperBallots: Readonly<Record<string, PaperPrint>> = {
  stairway: print,
  options: {
    ...print,
    questions: [{ number: 1, question: ELECTION, regime: 'strict' }],
    sheets: print.sheets.slice(0, 1),
  },
  candidates: {
    ...print,
    questions: [{ number: 1, question: COMMITTEE, regime: 'strict' }],
    sheets: print.sheets.slice(0, 1),
  },
  ticks: { ...print, questions: [{ number: 1, question: TICKS, regime: 'strict' }], sheets: print.sheets.slice(0, 1) },
  agenda: {
    ...print,
    questions: [
      { number: 1, question: AGREE('续聘安居物业服务有限公司，合同期三年，物业费不变'), regime: 'follow-majority' },
      { number: 2, question: AGREE('使用维修资金更换 3 号楼电梯曳引机，预算 18.6 万元'), regime: 'follow-majority' },
      { number: 3, question: AGREE('利用公共收益在东门加装非机动车充电棚'), regime: 'strict' },
      {
        number: 4,
        question: {
          type: 'choose-one',
          text: '中心花园改造选哪个方案',
          explanation: '',
          options: ['健身步道', '儿童沙池', '保留草坪'].map((text, index) => ({ key: `option-${index + 1}`, text })),
        },
        regime: 'strict',
      },
    ],
    pages: [[1, 2, 3, 4].map((number) => ({ number, names: null, continued: false }))],
  },
  ...mixedPrints,
  ...rankedPrintsOf(print),
  'too-many': { ...print, path: '', left: 1184 },
  none: { ...print, sheets: [], stairways: [] },
}

export const report: Reconciliation = {
  poll: 'pol_lift',
  community: COMMUNITY,
  electorate: 'owners',
  question,
  status: 'closed',
  precedence: 'own-hand',
  asOf: AS_OF,
  units: 312,
  voted: 241,
  twice: [
    {
      number: 151,
      name: '3号楼 2单元 1201',
      ballots: [
        { number: 1, channel: 'paper', notedBy: '周敏', at: '2026-11-22T02:10:00.000Z', standing: 'replaced' },
        { number: 2, channel: 'online', notedBy: null, at: '2026-11-23T11:42:00.000Z', standing: 'holds' },
        { number: 3, channel: 'door', notedBy: '何美玲', at: '2026-11-24T12:30:00.000Z', standing: 'ranks-below' },
      ],
    },
  ],
  notRead: [{ number: 87, name: '2号楼 1单元 602', status: 'differing', returnedAt: '2026-11-25T01:05:00.000Z' }],
  decided: [{ number: 203, name: '4号楼 2单元 301', reason: '勾压在两格线上，主体在“同意”格内' }],
  invalid: [
    { number: 61, name: '2号楼 1单元 101', why: 'unsigned' },
    { number: 118, name: '3号楼 1单元 602', why: 'unclear' },
  ],
  notDelivered: [
    { number: 12, name: '1号楼 1单元 401', attempts: 3, last: 'absent', voted: false },
    { number: 44, name: '1号楼 2单元 902', attempts: 1, last: 'left', voted: true },
    { number: 310, name: '5号楼 1单元 101', attempts: 0, last: null, voted: false },
  ],
}
export const reconciliations: Readonly<Record<string, { readonly questions: readonly Reconciliation[] }>> = {
  full: { questions: [report] },
  even: { questions: [{ ...report, twice: [], notRead: [], decided: [], invalid: [], notDelivered: [], voted: 312 }] },
  agenda: {
    questions: [report, { ...report, poll: 'pol_shed', question: AGREE('东门加装充电棚'), voted: 239, decided: [] }],
  },
}

const unit = (name: string, more: Partial<WalkUnit> = {}): WalkUnit => ({
  voter: `vtr_${name}`,
  name: `${name} 室`,
  status: 'out',
  delivered: false,
  voted: false,
  last: null,
  ...more,
})
const walk: WalkPage = {
  poll: 'pol_lift',
  community: COMMUNITY,
  questions: [question],
  pages: 1,
  regime: 'follow-majority',
  closesAt: '2026-11-30T10:00:00.000Z',
  owner: 'per_leader',
  stairways: [
    {
      path: 'G1.B3.S1',
      name: '3号楼 1单元',
      units: [
        unit('101', { voted: true }),
        unit('102', { delivered: true }),
        unit('201', { last: 'absent' }),
        unit('202', { last: 'refused', delivered: true }),
        unit('301'),
        unit('302', { status: 'returned' }),
      ],
    },
    { path: 'G1.B3.S2', name: '3号楼 2单元', units: [unit('2101', { voted: true }), unit('2102', { voted: true })] },
  ],
  path: '',
  others: [],
  calls: { of: 8, done: 4 },
  companion: '',
  problems: {},
  said: false,
  key: 'k-21',
}
export const walks: Readonly<Record<string, WalkPage>> = {
  fresh: walk,
  agenda: { ...walk, questions: [question, AGREE('东门加装充电棚')] },
  large: {
    ...walk,
    path: 'G1.B3.S1',
    stairways: walk.stairways.slice(0, 1),
    others: ['1单元', '2单元', '3单元'].map((name, index) => ({ path: `G1.B4.S${index}`, name: `4号楼 ${name}` })),
    calls: { of: 33_000, done: 12_840 },
  },
  mixed: {
    ...walk,
    questions: [question, COMMITTEE],
    pages: 2,
    problems: { whole: 'missing' },
  },
  noted: { ...walk, companion: '李素琴', said: true },
  mistakes: { ...walk, problems: { companion: 'missing', voter: 'missing', result: 'missing', to: 'missing' } },
}

const screen: PollScreen = {
  poll: 'pol_lift',
  community: COMMUNITY,
  question,
  others: [],
  status: 'open',
  turnout: { cast: 186, of: 312 },
  inHall: 74,
  quorum: [
    { measure: 'heads', have: '180', needed: '203', missing: '23', percent: '59.21' },
    { measure: 'area', have: '19240.50', needed: '18973.67', missing: '0.00', percent: '67.60' },
  ],
  groups: ['1号楼', '2号楼', '3号楼', '4号楼'].map((name, index) => ({ name, cast: 40 + index * 4, of: 78 })),
  passed: null,
  closesAt: '2026-11-30T10:00:00.000Z',
  asOf: AS_OF,
}
export const pollScreens: Readonly<Record<string, PollScreen>> = {
  open: screen,
  agenda: { ...screen, others: [{ poll: 'pol_shed', text: '东门加装充电棚', cast: 183, of: 312 }] },
  decided: { ...screen, status: 'decided', passed: true, closesAt: null },
  people: { ...screen, inHall: null, groups: [], quorum: screen.quorum.slice(0, 1), turnout: { cast: 31, of: 45 } },
}

export const record: OwnRecord = {
  poll: 'pol_lift',
  community: '阳光花园',
  question,
  status: 'decided',
  passed: true,
  unit: '3号楼 2单元 1201',
  area: '128.46',
  openedAt: '2026-11-20T16:00:00.000Z',
  decidedAt: '2026-12-09T02:00:00.000Z',
  ballots: [
    { choice: ['against'], channel: 'paper', at: '2026-11-22T02:10:00.000Z', holds: false },
    { choice: ['for'], channel: 'online', at: '2026-11-23T11:42:00.000Z', holds: true },
  ],
  receipt: 'YISHI1.eyJlbnRyeUlkIjoiMTAyNCJ9.7Hn2w0kq0VvJ8fQm5cX1c3ZsL9aYtR6uPdEoGbIiKjM',
}
export const myBallots: Readonly<Record<string, MyBallots>> = {
  some: {
    records: [
      record,
      {
        ...record,
        poll: 'pol_bench',
        unit: null,
        area: null,
        ballots: [],
        receipt: null,
        passed: null,
        status: 'open',
      },
    ],
    asOf: AS_OF,
  },
  none: { records: [], asOf: AS_OF },
}
