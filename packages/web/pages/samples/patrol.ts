// The page of patrol in its variants: a round in the middle of the day, one just begun, nobody's round, a mistake.
import type { Pages } from '@yishi/contract/pages'
import type { Round } from '@yishi/contract/patrol'
import { AS_OF, COMMUNITY } from './matters.ts'

const matter = (title: string, todo: 'order' | 'revisit' | 'received' | 'open', overdue = false) => ({
  matter: `mat_${todo}${title.length}`,
  title,
  place: '3 号楼 二单元',
  todo,
  due: overdue ? '2026-11-20T04:00:00.000Z' : '2026-11-23T04:00:00.000Z',
  overdue,
})

const round = (number: number, more: Partial<Round> = {}): Round => ({
  node: `nod_s${number}`,
  name: `${number} 号楼 一单元`,
  code: `YG3F2D0${number % 10}`,
  seenAt: null,
  days: null,
  matters: [],
  ...more,
})

const rounds = [
  round(3, {
    name: '3 号楼 二单元',
    matters: [matter('楼道灯不亮了', 'order', true), matter('防盗门关不严', 'revisit')],
  }),
  round(5, { days: 6, seenAt: '2026-11-15T02:00:00.000Z', matters: [matter('五楼堆了纸箱', 'received')] }),
  round(7, { days: 1, seenAt: '2026-11-20T02:00:00.000Z' }),
  round(1, { days: 0, seenAt: '2026-11-21T00:10:00.000Z' }),
]

const usual: Pages['patrol'] = {
  owner: 'per_limin',
  community: COMMUNITY,
  rounds,
  elsewhere: [matter('北门路灯一闪一闪', 'open')],
  today: [
    {
      code: '482913056',
      title: '楼道堆物：二楼拐角有旧沙发',
      seenAt: '2026-11-21T00:12:00.000Z',
      settled: true,
      handedOver: false,
      phase: 'received',
    },
  ],
  chosen: null,
  text: '',
  kept: [],
  problems: {},
  said: null,
  key: 'k-7',
  asOf: AS_OF,
}

export const patrol: Readonly<Record<string, Pages['patrol']>> = {
  usual,
  many: {
    ...usual,
    rounds: [...rounds, ...Array.from({ length: 20 }, (_, index) => round(index + 20, { days: 3 }))],
    chosen: 'nod_s5',
    said: 'looked',
  },
  'no-round': { ...usual, community: null, rounds: [], elsewhere: [], today: [], said: null },
  wrong: { ...usual, problems: { text: 'missing', node: 'missing' } },
  'handed-over': { ...usual, said: 'handed-over', elsewhere: [], today: [] },
}
