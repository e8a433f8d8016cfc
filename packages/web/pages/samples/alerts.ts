// Invented urgent notices, and a public board with and without them, for the samples.
import type { AlertHere, AlertView } from '@yishi/contract/alert'
import type { Pages } from '@yishi/contract/pages'
import type { PublicBoard } from '@yishi/contract/public-board'
import { AS_OF, COMMUNITY, rows } from './matters.ts'
import { patternOf } from './pictures.ts'

const ID = 'alt_01kb3n4xq7v5c9t2m8r6e0h1zy'
const CALL = { name: '安居物业 周**', phone: '021-5555 0188' }

export const burst: AlertHere = {
  alert: ID,
  kind: 'burst-pipe',
  severity: 'serious',
  title: '3 号楼到 5 号楼水管爆裂，正在抢修',
  areas: ['3 号楼', '4 号楼', '5 号楼'],
  from: '2026-11-21T05:40:00.000Z',
  until: '2026-11-21T10:00:00.000Z',
  liftedAt: null,
  latest: { at: '2026-11-21T06:20:00.000Z', text: '抢修队到场，正在开挖。' },
  call: CALL,
  at: 'YG3F2D01',
  parts: [],
}
const storm: AlertHere = {
  ...burst,
  alert: 'alt_01kb3n4xq7v5c9t2m8r6e0h1zz',
  kind: 'storm',
  severity: 'dangerous',
  title: '台风今晚过境，请收好阳台花盆，关好门窗',
  areas: [],
  until: null,
  latest: null,
}

const view: AlertView = {
  ...burst,
  community: COMMUNITY,
  advice: '请先接好水，关好自家水龙头。\n6 楼以上的住户水压会低，电热水器请先断电。',
  entries: [
    { at: '2026-11-21T05:45:00.000Z', type: 'AlertIssued', text: '', until: burst.until, by: '阳光社区居委会' },
    {
      at: '2026-11-21T05:58:00.000Z',
      type: 'AlertProgressTold',
      text: '总阀已关，3 号楼地下室积水在抽。',
      until: null,
      by: '安居物业',
    },
    {
      at: '2026-11-21T06:10:00.000Z',
      type: 'AlertEndMoved',
      text: '要换一段管子，时间长一点。',
      until: burst.until,
      by: '安居物业',
    },
    {
      at: '2026-11-21T06:20:00.000Z',
      type: 'AlertProgressTold',
      text: '抢修队到场，正在开挖。',
      until: null,
      by: '安居物业',
    },
  ],
  asOf: AS_OF,
}
const lifted: AlertView = {
  ...view,
  liftedAt: '2026-11-21T06:21:00.000Z',
  entries: [
    ...view.entries,
    {
      at: '2026-11-21T06:21:00.000Z',
      type: 'AlertLifted',
      text: '水管换好了，已经通水。头几分钟水会浑，请放一放。',
      until: null,
      by: '安居物业',
    },
  ],
}

const url = `https://yishi.example/a/${ID}`
const alert: Pages['alert'] = { view, url, qr: patternOf(url), at: 'YG3F2D01', said: null, doors: false }

const RAISE = '/p/YG3F2D01'

export const board: PublicBoard = {
  community: { ...COMMUNITY, households: 312 },
  alerts: [],
  now: { what: 'due-today', matters: rows.slice(0, 2) },
  bulletins: [
    {
      what: 'alert-ahead',
      title: '2 号楼二次供水清洗',
      from: '2026-11-23T01:00:00.000Z',
      until: '2026-11-23T04:00:00.000Z',
      link: `/a/${ID}`,
    },
    {
      what: 'notice',
      title: '3 号楼电梯维修资金使用方案',
      from: '2026-11-20T01:00:00.000Z',
      until: '2026-11-27T16:00:00.000Z',
      link: '/n/ntc_lift',
    },
    {
      what: 'meeting',
      title: '电梯维修议事会',
      from: '2026-11-22T11:00:00.000Z',
      until: null,
      where: '居民活动室',
      link: '/meetings/HY7K2P',
    },
    {
      what: 'election',
      title: '第十三届村民委员会换届选举',
      from: '2026-11-27T16:00:00.000Z',
      until: null,
      where: '村委会大院',
      link: '/elections/elc_village',
    },
    {
      what: 'poll',
      title: '停车收费要不要调整？',
      from: '2026-11-18T01:00:00.000Z',
      until: null,
      link: '/polls/pol_parking',
    },
  ],
  lights: { ok: 31, warn: 2, bad: 2, received: 3 },
  matters: rows,
  total: 45,
  month: { raised: 41, closed: 38, inTime: 36, rated: 29, rating: 4.6 },
  onCall: [{ name: '阳光社区居委会 李*', phone: '021-5555 0100' }, CALL],
  asOf: AS_OF,
}
const quiet: PublicBoard = {
  ...board,
  now: { what: 'due-today', matters: [] },
  bulletins: [],
  lights: { ok: 0, warn: 0, bad: 0, received: 0 },
  matters: [],
  total: 0,
  month: { raised: 0, closed: 0, inTime: 0, rated: 0, rating: null },
  onCall: [],
}
const sitting: PublicBoard = {
  ...board,
  now: {
    what: 'meeting',
    meeting: {
      code: 'HY7K2P',
      title: '要不要给 5 号楼加装电梯',
      format: 'five-party',
      where: '议事厅',
      quorate: true,
      item: { text: '听三家的报价', since: AS_OF, ends: '2026-11-22T02:20:00.000Z' },
      options: [
        { number: 1, item: 1, title: '平层入户', pros: ['不爬楼'], cons: ['造价高'], cost: '42 万元', by: '业委会' },
        { number: 2, item: 1, title: '错层入户', pros: ['造价低'], cons: ['要爬半层'], cost: '35 万元', by: '业委会' },
      ],
    },
  },
}
const shown = (given: PublicBoard) => ({
  board: given,
  version: 'v-1',
  qr: patternOf('hall'),
  url: 'https://yishi.example/p/YG3F2D01',
})

export const alertSamples: Pick<
  { readonly [Key in keyof Pages]: Readonly<Record<string, Pages[Key]>> },
  'alert' | 'doors' | 'hall' | 'community'
> = {
  alert: {
    running: alert,
    known: { ...alert, said: 'known', doors: true },
    lifted: { ...alert, view: lifted },
    storm: { ...alert, view: { ...view, ...storm, entries: view.entries.slice(0, 1), call: null } },
  },
  doors: {
    usual: {
      alert: view,
      stairs: [
        {
          name: '3 号楼 1 单元',
          units: 12,
          open: ['101', '302', '601'].map((door) => ({ unit: `unt_${door}`, door })),
          told: [{ unit: 'unt_201', door: '201', way: 'door' }],
        },
        { name: '3 号楼 2 单元', units: 12, open: [], told: [] },
      ],
    },
    none: { alert: view, stairs: [] },
  },
  hall: {
    usual: shown(board),
    sitting: shown(sitting),
    alerts: shown({ ...board, alerts: [storm, burst] }),
    quiet: shown(quiet),
  },
  community: {
    usual: {
      ...shown({ ...board, alerts: [burst] }),
      raise: RAISE,
      matters: rows,
      paging: { page: 1, pages: 3, total: 45 },
    },
    second: { ...shown(board), raise: RAISE, matters: rows, paging: { page: 2, pages: 3, total: 45 } },
    empty: { ...shown(quiet), raise: RAISE, matters: [], paging: { page: 1, pages: 1, total: 0 } },
  },
}

export const alertPlaces = (place: Pages['place']) => ({
  alert: { ...place, beside: { alerts: [burst] } },
  'alert-below': {
    ...place,
    place: { ...place.place, kind: 'grid' as const, name: '第一网格' },
    draft: { ...place.draft, where: '' },
    beside: {
      alerts: [
        {
          ...burst,
          kind: 'water' as const,
          severity: 'notable' as const,
          title: '阀门漏水，正在换',
          areas: ['3 号楼二单元'],
          parts: ['3 号楼二单元'],
        },
      ],
    },
  },
})
