// Plausible polls that rank or score, for the tests of their pages: while they are filled in, with something wrong, and counted with transfers, lots and spoiled ballots.
import type { PollPage, PollSheet } from '@yishi/contract/poll-page'
import {
  type PreferenceQuestion,
  countBallots,
  drawLotsAt,
  outcomeOf,
  pollRuleByKey,
  questionDigest,
} from '@yishi/domain/poll'
import { open } from './polls.ts'

const optionsOf = (...texts: readonly string[]) => texts.map((text, index) => ({ key: `option-${index + 1}`, text }))
export const LIFT: PreferenceQuestion = {
  type: 'ranked',
  text: '松石苑 3 号楼电梯换哪个牌子？',
  explanation: '五家都来看过现场，报价和保修年限贴在大堂。选定后请这一家来签合同。',
  options: optionsOf('三菱', '日立', '通力', '奥的斯', '广日'),
  seats: 1,
}
const COURSES: PreferenceQuestion = {
  ...LIFT,
  text: '暑期托班开哪两门课？',
  explanation: '',
  options: optionsOf('书法', '篮球', '编程', '戏曲'),
  seats: 2,
}
export const GARDEN: PreferenceQuestion = {
  type: 'scored',
  text: '中心花园三个改造方案，您觉得怎么样？',
  explanation: '图纸在居委会门口。',
  options: optionsOf('方案一：多留草坪', '方案二：加健身步道', '方案三：加儿童沙坑'),
  seats: 1,
  highest: 5,
}
const STALLS: PreferenceQuestion = {
  type: 'approval',
  text: '便民市集请哪些摊位来？',
  explanation: '',
  options: optionsOf('磨刀修伞', '义务理发', '旧衣回收', '法律咨询'),
  seats: 2,
}
export const TEAM: PreferenceQuestion = { ...STALLS, type: 'limited', text: '请哪两个摊位长期驻点？', most: 2 }

const voting = (question: PreferenceQuestion): PollPage => ({
  ...open,
  poll: 'pol_lift',
  question,
  rule: pollRuleByKey(`residents-${question.type}`)!,
  turnout: { cast: 34, of: 120 },
  totals: { heads: 120 },
  lots: drawLotsAt(question, 'a3f1c09d'.repeat(8), '2026-11-20T02:00:00.000Z').order,
  asked: questionDigest(question),
})

type Ballots = readonly (readonly [count: number, ...marks: string[]])[]

export const resultOf = ({ question, rule, lots }: PollPage, ballots: Ballots): NonNullable<PollSheet['result']> => {
  const choices = ballots.flatMap(([count, ...marks]) => Array.from({ length: count }, () => marks))
  const slips = choices.map((choice, head) => ({ head, zone: '', proof: 'none' as const, choice, amounts: {} }))
  const figures = countBallots({ rule, question }, slips)
  const { passed, chosen, count } = outcomeOf({ rule, question, electorate: { heads: 120 }, lots }, figures)
  const shown = JSON.parse(JSON.stringify(count ?? null)) as NonNullable<PollSheet['result']>['count']
  return {
    passed,
    chosen: [...chosen],
    figures,
    verdicts: [],
    count: shown,
    allocation: null,
    regimes: [{ regime: 'strict', passed }],
  }
}

const decided = (question: PreferenceQuestion, ballots: Ballots): PollPage => {
  const page = voting(question)
  return {
    ...page,
    status: 'decided',
    standing: 'over',
    turnout: { cast: ballots.reduce((sum, [count]) => sum + count, 0), of: 120 },
    result: resultOf(page, ballots),
    decidedAt: '2026-11-27T01:20:00.000Z',
  }
}

const [a, b, c, d, e] = ['option-1', 'option-2', 'option-3', 'option-4', 'option-5'] as const
export const LIFT_BALLOTS: Ballots = [
  [14, a, b],
  [11, b, c, a],
  [9, c, b],
  [6, d, c],
  [3, d],
  [4, e, d, a],
  [2, 'abstain'],
  [1, 'invalid'],
]
const courses: Ballots = [
  [21, a, c],
  [9, a, b],
  [10, b],
  [8, c, d],
  [6, d, c],
]
const ofHouseholds = (page: PollPage, mine: boolean, by: string | null): PollPage => {
  const unit = { ballot: 'bal_302', name: '3号楼 1单元 302', area: '', choice: null, noted: false, owners: 2 }
  const standing = mine ? page.standing : ('co-owner' as const)
  return {
    ...page,
    rule: pollRuleByKey('households-ranked')!,
    totals: { households: 120 },
    standing,
    units: [{ ...unit, cast: by !== null, mine, by }],
  }
}
/** What they ranked is longer than a line. */
const withChoice = (page: PollPage, choice: string[]): PollPage => ({
  ...page,
  mine: { choice, noted: false },
  units: page.units.map((each) => ({ ...each, cast: true, choice })),
})
const places = { 'rank-option-1': '2', 'rank-option-2': '', 'rank-option-3': '1', 'rank-option-4': '2' }

export const preferences: Readonly<Record<string, PollPage>> = {
  ranked: voting(LIFT),
  'ranked-twice': {
    ...voting(LIFT),
    typed: places,
    problem: { code: 'rank-twice', rank: 2, options: [a, d] },
  },
  'ranked-gap': {
    ...voting(LIFT),
    typed: { 'rank-option-1': '1', 'rank-option-3': '3' },
    problem: { code: 'rank-gap', rank: 2 },
  },
  'ranked-confirm': { ...voting(LIFT), step: 'confirm', choice: [c, a, d] },
  'ranked-voted': { ...voting(LIFT), standing: 'has-voted', mine: { choice: [c, a, d], noted: false } },
  'ranked-changed': { ...voting(LIFT), problem: { code: 'question-changed' } },
  'ranked-result': decided(LIFT, LIFT_BALLOTS),
  'ranked-seats': decided(COURSES, courses),
  'households-ranked': ofHouseholds(voting(LIFT), true, null),
  'households-result': withChoice(ofHouseholds(decided(LIFT, LIFT_BALLOTS), true, '王小明'), [c, a, d]),
  'households-voted': ofHouseholds(voting(LIFT), false, '陈静怡'),
  scored: voting(GARDEN),
  'scored-confirm': { ...voting(GARDEN), step: 'confirm', choice: [`${a}:5`, `${c}:0`] },
  'scored-result': decided(GARDEN, [
    [12, `${a}:5`, `${b}:3`],
    [9, `${b}:5`, `${c}:1`],
    [4, `${c}:4`],
  ]),
  approval: { ...voting(STALLS), standing: 'has-voted', mine: { choice: [a, c], noted: true } },
  'approval-result': decided(STALLS, [
    [8, a, b],
    [5, b, c],
    [3, d, a],
  ]),
  limited: { ...voting(TEAM), choice: [a, b, c], problem: { code: 'too-many-marks', most: 2 } },
  'limited-result': decided(TEAM, [
    [8, a, b],
    [8, c, d],
    [2, a, b, c],
  ]),
  'nobody-voted': decided(TEAM, [[3, 'abstain']]),
}

export const preferenceSheets: Readonly<Record<string, PollSheet>> = {
  ranked: {
    ...decided(LIFT, LIFT_BALLOTS),
    digest: 'a3f1c09d'.repeat(8),
    url: 'https://yishi.example/polls/pol_lift',
  },
}
