// Invented draws for the samples: announced, drawn in one round and in two, objected to, settled, and annulled late.
import type { DrawLine, DrawPage, DrawView, SourceView } from '@yishi/contract/draw'
import { type Announcement, type Outcome, drawLots, turnsOf } from '@yishi/domain/draw'
import { AS_OF, COMMUNITY } from './matters.ts'

const AT = '2026-11-21T01:30:00.000Z'
const LATER = '2026-11-24T13:15:00.000Z'
const KNOWN = '2026-11-21T02:00:00.000Z'
const HOUSEHOLDS = ['1 号 · 张**', '2 号 · 李**', '3 号 · 王**', '4 号 · 赵**', '5 号 · 欧阳**', '6 号 · 周**']
const PLOTS = ['东一', '东二', '东三', '西一', '西二', '西三']

const announcement: Announcement = {
  title: '晾衣区先后排位',
  text: '六户报了名，晾衣架分两批装，先后由抽签定。',
  rounds: [{ name: '', pool: HOUSEHOLDS, count: 6 }],
  sources: [
    { kind: 'lottery', name: '双色球 2026134 期红球', numbers: 6, least: 1, most: 33, at: AT },
    { kind: 'dice', name: '活动室当众掷骰', throws: 4, sides: 6, at: AT },
  ],
  objectionDays: 3,
}
const OUTCOMES: readonly Outcome[] = [
  [3, 8, 17, 21, 26, 33],
  [6, 2, 2, 5],
]

const lottery: SourceView = {
  kind: 'lottery',
  name: '双色球 2026134 期红球',
  numbers: 6,
  least: 1,
  most: 33,
  round: null,
  at: AT,
  entered: true,
  differed: 0,
  outcome: { numbers: [3, 8, 17, 21, 26, 33], signature: null, randomness: null, knownAt: KNOWN },
}
const dice: SourceView = {
  ...lottery,
  kind: 'dice',
  name: '活动室当众掷骰',
  numbers: 4,
  most: 6,
  differed: 1,
  outcome: { numbers: [6, 2, 2, 5], signature: null, randomness: null, knownAt: KNOWN },
}
const beacon: SourceView = {
  ...lottery,
  kind: 'drand',
  name: 'quicknet',
  numbers: 0,
  least: 0,
  most: 0,
  round: 34_236_105,
  outcome: {
    numbers: [],
    signature: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
    randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
    knownAt: KNOWN,
  },
}

const resultOf = (of: Announcement): NonNullable<DrawView['result']> => {
  const rounds = drawLots(of, OUTCOMES)
  return {
    rounds: rounds.map(({ key, steps, pool }) => ({
      key,
      steps: steps.map((step) => ({ ...step, lot: pool[step.position - 1]! })),
    })),
    turns: turnsOf(rounds).map((turn) => [...turn]),
    agrees: true,
  }
}

const announced: DrawView = {
  draw: 'drw_line',
  community: COMMUNITY,
  matter: { code: 'QR7T2P', title: '晾衣区怎么分' },
  status: 'announced',
  title: announcement.title,
  text: announcement.text,
  rounds: announcement.rounds.map(({ pool, ...round }) => ({ ...round, pool: [...pool] })),
  sources: [
    { ...lottery, at: LATER, entered: false, outcome: null },
    { ...dice, at: LATER, entered: false, outcome: null, differed: 0 },
  ],
  objectionDays: 3,
  announcedAt: '2026-11-20T02:00:00.000Z',
  drawnAt: null,
  objectableUntil: null,
  settledAt: null,
  annulled: null,
  result: null,
  objections: { waiting: 0, answered: 0 },
  answers: [],
  digest: '5f1c77aa0b7d2f3b55d7c0b5a1f7d1e08a9e4c6b2d3f4a5b6c7d8e9f0a1b2c3d',
  fingerprint: { leaf: '8f3a91c204be77d1', size: 1024, root: '0ac5186a91863e8e' },
  asOf: AS_OF,
}
const drawn: DrawView = {
  ...announced,
  status: 'drawn',
  sources: [lottery, dice],
  drawnAt: KNOWN,
  objectableUntil: '2026-11-24T16:00:00.000Z',
  result: resultOf(announcement),
}
const twoRounds: Announcement = {
  ...announcement,
  title: '第一批宅基地二次抓阄',
  rounds: [
    { name: '先后', pool: HOUSEHOLDS, count: 6 },
    { name: '地块', pool: PLOTS, count: 6 },
  ],
}
const plots: DrawView = {
  ...drawn,
  title: twoRounds.title,
  text: '先抽先后，再按先后抽地块。',
  rounds: twoRounds.rounds.map(({ pool, ...round }) => ({ ...round, pool: [...pool] })),
  result: resultOf(twoRounds),
}

const page = (draw: DrawView, more: Partial<DrawPage> = {}): DrawPage => ({
  draw,
  objecting: 'closed',
  grounds: '',
  problem: null,
  key: 'k-12',
  urls: { file: `/draws/${draw.draw}/draw.json`, proof: `/api/draws/${draw.draw}/proof` },
  ...more,
})

const answer = { answer: '录像里四次都落在桌面上，点数也和记的一样。', upheld: false, at: '2026-11-21T03:00:00.000Z' }

export const draws: Readonly<Record<string, DrawPage>> = {
  announced: page(announced),
  early: page({ ...announced, matter: null, fingerprint: { leaf: '8f3a91c204be77d1', size: null, root: null } }),
  half: page({
    ...announced,
    sources: [
      { ...lottery, outcome: null },
      { ...dice, outcome: null },
    ],
  }),
  drawn: page(drawn, { objecting: 'sign-in' }),
  objecting: page(drawn, { objecting: 'may' }),
  wrong: page(drawn, { objecting: 'may', problem: 'missing' }),
  plots: page(plots, { objecting: 'done' }),
  beacon: page({ ...drawn, sources: [beacon] }),
  objected: page({ ...drawn, status: 'objected', objections: { waiting: 1, answered: 1 }, answers: [answer] }),
  settled: page({ ...drawn, status: 'settled', settledAt: '2026-11-24T16:00:00.000Z' }),
  altered: page({ ...drawn, result: { ...drawn.result!, agrees: false } }),
  annulled: page({
    ...drawn,
    status: 'annulled',
    annulled: { reason: '第三次掷骰落到了地上，重新抽。', late: true, at: '2026-11-21T04:00:00.000Z' },
    objections: { waiting: 0, answered: 1 },
    answers: [{ ...answer, answer: '确实落地了。', upheld: true }],
  }),
}

const line = { rounds: 1, pool: 6, count: 6, announcedAt: announced.announcedAt, at: LATER } as const
/** As a matter's own page lists them. */
export const drawLines: readonly DrawLine[] = [
  { ...line, draw: 'drw_next', title: '第二批先后排位', status: 'announced', drawnAt: null, objectableUntil: null },
  {
    ...line,
    draw: drawn.draw,
    title: drawn.title,
    status: 'settled',
    drawnAt: drawn.drawnAt,
    objectableUntil: drawn.objectableUntil,
  },
]
