// Plausible pages that are somebody's own: what they raised and heard; their home, claimed, waiting, refused, confirmed, and asked about another owner.
import type { HomePage, HomeStanding } from '@yishi/contract/identity'
import type { OwnPages } from '@yishi/contract/own-pages'
import { AS_OF, COMMUNITY, rows } from './matters.ts'

const home: HomePage = {
  community: COMMUNITY,
  standing: 'may-claim',
  owned: [],
  waiting: null,
  refused: null,
  asked: [],
  stairs: ['1号楼 1单元', '1号楼 2单元', '2号楼 1单元', '3号楼 1单元', '3号楼 2单元'].map((name, index) => ({
    node: `nod_${index}`,
    name,
  })),
  draft: { node: '', door: '', name: '' },
  problems: {},
  problem: null,
  said: null,
  key: 'k-41',
  asOf: AS_OF,
}
const waiting: HomePage = {
  ...home,
  standing: 'waits',
  stairs: [],
  waiting: {
    claim: 'clm_1',
    place: '3号楼 2单元 502',
    name: '张桂英',
    lodgedAt: '2026-11-20T12:05:00.000Z',
    lapsesAt: '2026-12-20T12:05:00.000Z',
  },
}
const owner: HomePage = { ...home, standing: 'owner', stairs: [], owned: ['3号楼 2单元 502', '地下车库 A031'] }

export const ownHomes: Readonly<Record<string, HomePage>> = {
  new: home,
  mistakes: {
    ...home,
    draft: { node: 'nod_4', door: '', name: '' },
    problems: { door: 'missing', name: 'missing' },
  },
  waiting: { ...waiting, said: 'claimed' },
  refused: {
    ...home,
    refused: {
      place: '3号楼 2单元 520',
      reason: '您写的和花名册对不上，请带身份证和房产证到居委会核对。',
      at: '2026-11-19T02:00:00.000Z',
    },
  },
  owner,
  asked: {
    ...owner,
    asked: [
      {
        claim: 'clm_2',
        place: '3号楼 2单元 502',
        name: '李建国',
        phone: '138****5678',
        lodgedAt: '2026-11-21T01:10:00.000Z',
      },
    ],
  },
  'not-yours': { ...owner, problem: 'staff-needed' },
  'on-roster': { ...home, standing: 'on-roster', stairs: [] },
  'not-here': { ...home, standing: 'not-here', stairs: [] },
  'too-many': { ...home, standing: 'too-many', stairs: [] },
}

const TOKEN = 'v7Yx2mQe9hTzKp4wR8sNcA'
const homeStandings: readonly HomeStanding[] = [
  { community: COMMUNITY.id, name: COMMUNITY.name, standing: 'confirmed', owned: owner.owned },
  { community: 'com_lake', name: '湖畔居', standing: 'waits', owned: [] },
]

export const ownPages: Readonly<Record<string, OwnPages['me']>> = {
  usual: {
    name: '张桂英',
    phone: '138****5678',
    matters: rows.slice(1, 4).map((matter) => ({ ...matter, link: `/m/${TOKEN}` })),
    helped: rows.slice(3, 4).map((matter) => ({ ...matter, link: '/help/mat_bench' })),
    inbox: [
      {
        id: 'msg_2',
        at: '2026-11-21T00:30:00.000Z',
        title: '维修班已接单',
        text: '周师傅今天下午上门更换灯具。',
        link: `/m/${TOKEN}`,
        read: false,
      },
      {
        id: 'msg_1',
        at: '2026-11-19T12:05:00.000Z',
        title: '社区已受理',
        text: '网格员李敏正在安排人来办。',
        link: null,
        read: true,
      },
    ],
    homes: homeStandings,
    staff: true,
    communities: [COMMUNITY],
    asOf: AS_OF,
  },
  empty: {
    name: '张桂英',
    phone: '138****5678',
    matters: [],
    inbox: [],
    homes: [],
    staff: false,
    communities: [],
    asOf: AS_OF,
  },
}
