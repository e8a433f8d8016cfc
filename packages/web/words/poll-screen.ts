// The words of the big screen while a poll runs.
import type { PollScreen } from '@yishi/contract/paper-pages'
import type { Measure } from '@yishi/domain/poll'
import { dictionary } from './dictionary.ts'

export const pollScreenWords = dictionary(
  {
    status: {
      open: '正在表决',
      closed: '已截止，正在核对',
      counting: '正在计票',
      preliminary: '初步结果，听取异议',
      decided: '已有结果',
    } satisfies Record<PollScreen['status'], string>,
    voted: '已投票',
    ballots: (cast: number, of: number) => `${cast} / ${of} 户`,
    people: (cast: number, of: number) => `${cast} / ${of} 人`,
    inHall: '会场签到',
    units: (n: number) => `${n} 户`,
    valid: '参加表决的够不够',
    measures: { heads: '人数', households: '户数', area: '面积', zones: '片区' } satisfies Record<Measure, string>,
    have: (have: string, needed: string, unit: string) => `${have}${unit}，要 ${needed}${unit}`,
    unit: { heads: ' 人', households: ' 户', area: ' 平方米', zones: ' 个' } satisfies Record<Measure, string>,
    enough: '够了',
    missing: (missing: string, unit: string) => `还差 ${missing}${unit}`,
    buildings: '各楼',
    passed: '通过',
    failed: '没有通过',
    never: '大屏只显示投没投，不显示投了什么。',
    asOf: (at: string) => `更新于 ${at}`,
    until: (at: string) => `${at} 截止`,
  },
  {
    status: {
      open: 'Voting is open',
      closed: 'Closed, being reconciled',
      counting: 'Being counted',
      preliminary: 'Preliminary result',
      decided: 'Decided',
    },
    voted: 'Have voted',
    ballots: (cast, of) => `${cast} / ${of} units`,
    people: (cast, of) => `${cast} / ${of}`,
    inHall: 'In the hall',
    units: (n) => `${n} units`,
    valid: 'Is it enough to be valid?',
    measures: { heads: 'Heads', households: 'Households', area: 'Area', zones: 'Zones' },
    have: (have, needed, unit) => `${have}${unit}, needed ${needed}${unit}`,
    unit: { heads: ' people', households: ' households', area: ' m²', zones: ' zones' },
    enough: 'Enough',
    missing: (missing, unit) => `${missing}${unit} missing`,
    buildings: 'By building',
    passed: 'Passed',
    failed: 'Not passed',
    never: 'The screen shows who has voted, never what.',
    asOf: (at) => `updated ${at}`,
    until: (at) => `ends ${at}`,
  },
)
