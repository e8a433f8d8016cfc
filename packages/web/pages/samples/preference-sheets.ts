// Plausible sheets of homes and of people that rank, score or tick, what voided some of them, and how their voter reads it.
import type { MyBallots } from '@yishi/contract/my-ballots'
import type { Reconciliation } from '@yishi/contract/paper-ballot'
import type { PaperPrint } from '@yishi/contract/paper-pages'
import { type PreferenceQuestion, pollRuleByKey } from '@yishi/domain/poll'
import { AS_OF } from './matters.ts'
import { print, record, report } from './paper.ts'
import { GARDEN, LIFT, TEAM } from './preferences.ts'

/** Of homes, without areas; of people by their names. */
const asking = (question: PreferenceQuestion, whose: 'households' | 'residents'): PaperPrint => ({
  ...print,
  questions: [{ number: 1, question, regime: 'strict' }],
  rule: pollRuleByKey(`${whose}-${question.type}`)!,
  closesAt: null,
  sheets: print.sheets
    .slice(0, 1)
    .map((sheet) => ({ ...sheet, area: null, name: whose === 'residents' ? '张桂英' : sheet.name })),
})

/** As many as a question may have, each as long as on a real list. */
const LONG: PreferenceQuestion = {
  ...GARDEN,
  text: '十二件实事，您给每件打几分？',
  options: [
    '加装非机动车充电棚',
    '东门口换防滑地砖',
    '中心花园加健身步道',
    '楼道灯换成感应灯',
    '监控补齐三个死角',
    '儿童活动区铺软垫',
    '雨水井清淤加盖',
    '门禁系统换人脸识别',
    '老人助餐点加两张桌',
    '快递柜移到北门旁',
    '垃圾厢房加洗手池',
    '地下车库换照明灯',
  ].map((text, index) => ({ key: `option-${index + 1}`, text })),
}

export const rankingPrints: Readonly<Record<string, PaperPrint>> = {
  'households-ranked': asking(LIFT, 'households'),
  'households-scored': asking(GARDEN, 'households'),
  'households-twelve': asking(LONG, 'households'),
  'residents-limited': asking(TEAM, 'residents'),
}

export const rankingReports: Readonly<Record<string, { readonly questions: readonly Reconciliation[] }>> = {
  residents: {
    questions: [
      {
        ...report,
        electorate: 'residents',
        question: TEAM,
        status: 'open',
        units: 86,
        voted: 41,
        notRead: [],
        twice: report.twice.map((line) => ({ ...line, name: '张桂英' })),
        decided: [{ number: 7, name: '李素琴', reason: '“✓”压线，主体在“旧衣回收”格内' }],
        invalid: [{ number: 12, name: '陈志强', why: 'too-many-marks' }],
        notDelivered: [{ number: 44, name: '周敏', attempts: 1, last: 'absent', voted: false }],
      },
    ],
  },
  households: {
    questions: [
      {
        ...report,
        electorate: 'households',
        question: LIFT,
        status: 'open',
        notDelivered: [],
        invalid: [
          { number: 12, name: '1号楼 1单元 401', why: 'rank-twice' },
          { number: 44, name: '1号楼 2单元 902', why: 'rank-gap' },
        ],
      },
    ],
  },
}

export const voidBallots: Readonly<Record<string, MyBallots>> = {
  void: {
    records: [
      {
        ...record,
        poll: 'pol_brand',
        question: LIFT,
        status: 'open',
        passed: null,
        area: null,
        ballots: [
          { choice: ['option-1:1', 'option-3:1'], channel: 'paper', at: '2026-11-22T02:10:00.000Z', holds: true },
        ],
      },
    ],
    asOf: AS_OF,
  },
}
