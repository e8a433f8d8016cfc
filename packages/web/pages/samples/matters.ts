// Invented matters for the samples: one in hand, one to rate, one closed, and rows of a public list.
import type { ClockView, FollowView, PublicMatter, StoryItem } from '@yishi/contract/matter'
import { DOOR, STAIRS } from './pictures.ts'

export const AS_OF = '2026-11-21T06:22:00.000Z'

export const COMMUNITY = { id: 'com_sunshine', name: '阳光花园', streetOffice: '翠湖街道阳光社区' }

const finishClock: ClockView = {
  kind: 'finish',
  limit: 'PT48H',
  startedAt: '2026-11-19T11:42:00.000Z',
  due: '2026-11-21T11:42:00.000Z',
  light: 'warn',
  overdue: false,
  ms: 19_200_000,
  share: 0.89,
  paused: null,
  provisional: false,
  met: null,
}

const told = (at: string, type: string, more: Partial<StoryItem> = {}): StoryItem => ({
  at,
  type,
  by: null,
  text: null,
  stage: null,
  outcome: null,
  photos: [],
  figures: [],
  facts: {},
  ...more,
})

const GRID_WORKER = { name: '李敏', party: '网格员' }
const REPAIR = { name: '周师傅', party: '维修班' }

const begun = [
  told('2026-11-19T11:42:00.000Z', 'MatterRaised', { photos: [STAIRS, DOOR] }),
  told('2026-11-19T12:05:00.000Z', 'MatterSorted', { by: GRID_WORKER }),
  told('2026-11-20T01:10:00.000Z', 'MatterNudged'),
  told('2026-11-20T09:30:00.000Z', 'OrdersPlaced', { by: GRID_WORKER, facts: { party: '安居物业维修班' } }),
  told('2026-11-21T00:30:00.000Z', 'OrderAccepted', { by: REPAIR, text: '今天下午上门更换灯具。' }),
]

export const inHand: FollowView = {
  matter: 'mat_lamp',
  code: '20261018',
  title: '3 号楼二单元楼道灯不亮',
  text: '二单元从一楼到三楼的灯都不亮，晚上老人下楼看不见台阶。',
  community: COMMUNITY,
  place: '3 号楼二单元 2 层',
  phase: 'in-hand',
  stage: { zh: '办理', en: 'Doing' },
  act: 'do',
  responsible: { name: '李敏', party: '网格员', area: '1–6 号楼', phone: '021-5555 0136' },
  clock: finishClock,
  photos: [STAIRS, DOOR],
  story: begun,
  meetings: [],
  notices: [
    { notice: 'ntc_camphor', title: '3 号楼北侧香樟移栽方案', status: 'hanging', lastDay: '2026-11-25', daysLeft: 5 },
  ],
  ahead: [
    { act: 'rate', names: { zh: '办结，请您评价', en: 'Done; please rate it' } },
    { act: 'revisit', names: { zh: '30 天后回访', en: 'Revisit after 30 days' } },
  ],
  may: { rate: false, remark: true, nudge: true, reopen: false },
  end: null,
  voices: 1,
  asOf: AS_OF,
}

const done = told('2026-11-21T08:10:00.000Z', 'OrderCompleted', {
  by: REPAIR,
  text: '一到三楼换了 3 盏声控灯，试过都亮。',
  photos: [STAIRS],
})

export const received: FollowView = {
  ...inHand,
  phase: 'received',
  act: 'sort',
  stage: { zh: '分流', en: 'Sorting' },
  responsible: { name: '', party: '阳光社区居委会', area: null, phone: '021-5555 0100' },
  clock: { ...finishClock, kind: 'respond', limit: 'PT30M', light: 'ok', ms: 1_500_000, share: 0.16 },
  story: begun.slice(0, 1),
}

export const toRate: FollowView = {
  ...inHand,
  phase: 'to-rate',
  act: 'rate',
  story: [...begun, done],
  ahead: [{ act: 'revisit', names: { zh: '30 天后回访', en: 'Revisit after 30 days' } }],
  clock: {
    ...finishClock,
    kind: 'feed-back',
    limit: 'P5WD',
    due: '2026-11-27T16:00:00.000Z',
    light: 'ok',
    share: 0.1,
    ms: 466_000_000,
    provisional: true,
    met: null,
  },
  may: { rate: true, remark: true, nudge: false, reopen: false },
}

export const overdue: FollowView = {
  ...inHand,
  clock: { ...finishClock, light: 'bad', overdue: true, ms: 21_600_000, share: 1 },
  story: [
    ...begun,
    told('2026-11-21T05:00:00.000Z', 'ClockBreached', { facts: { clock: 'finish' } }),
    told('2026-11-21T05:00:00.000Z', 'MatterEscalated', { facts: { level: 1, party: '翠湖街道' } }),
    told('2026-11-21T05:30:00.000Z', 'ProgressReported', { by: REPAIR, text: '线路老化，要换一段线，明天上午来。' }),
  ],
}

export const closed: FollowView = {
  ...toRate,
  notices: [],
  phase: 'closed',
  act: 'close',
  clock: null,
  end: 'solved',
  story: [
    ...begun,
    done,
    told('2026-11-21T09:00:00.000Z', 'MatterRated', { facts: { score: 5 } }),
    told('2026-12-21T09:00:00.000Z', 'MatterRevisited', { by: GRID_WORKER, facts: { found: 'solved' } }),
    told('2026-12-21T09:10:00.000Z', 'MatterClosed', { facts: { end: 'solved' } }),
  ],
  ahead: [],
  may: { rate: false, remark: false, nudge: false, reopen: true },
  asOf: '2026-12-22T01:00:00.000Z',
}

const row = (code: string, title: string, place: string, more: Partial<PublicMatter> = {}): PublicMatter => ({
  code,
  title,
  place,
  phase: 'in-hand',
  kind: 'repair',
  raisedAt: '2026-11-20T01:20:00.000Z',
  clock: { ...finishClock, light: 'ok', ms: 64_800_000, share: 0.6 },
  end: null,
  voices: 1,
  ...more,
})

export const rows: readonly PublicMatter[] = [
  row('YL8K3M', '地下车库 B2 渗水', '5 号楼地库', {
    clock: { ...finishClock, light: 'bad', overdue: true, ms: 21_600_000, share: 1 },
  }),
  row('QR7T2P', '3 号楼二单元楼道灯不亮', '3 号楼二单元', { kind: 'lighting', clock: finishClock }),
  row('GN4W9C', '北门口垃圾桶满溢', '北门', { phase: 'received', kind: 'sanitation' }),
  row('HJ2D6X', '健身器材松动', '中心广场', { phase: 'to-rate', kind: 'facilities', clock: null }),
  row('BV5F8A', '快递柜屏幕黑屏', '南门', { phase: 'closed', kind: null, clock: null, end: 'solved' }),
]
