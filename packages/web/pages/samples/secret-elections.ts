// Plausible secret elections for the tests of their pages: the roll open, voting, counted with a seat left open, and decided.
import type {
  ElectionPage,
  ElectionPaper,
  ElectionRoll,
  ElectionsPage,
  PublicElectionLine,
} from '@yishi/contract/election-pages'
import { electionLawByKey, resultOf } from '@yishi/domain/secret-election'
import { AS_OF, COMMUNITY } from './matters.ts'

const law = electionLawByKey('sh-village-election')!
const candidates = ['赵国强', '钱桂芳', '孙建军', '李桂兰'].map((name, index) => ({
  key: `c${index + 1}`,
  name,
  profile: index === 0 ? '本村支部委员，办过三年合作社。' : '',
}))
const roll = { publishedOn: '2026-11-02', objectionsUntil: '2026-11-09T16:00:00.000Z', registered: 1180 }
const names = [
  { group: '一组', names: ['赵**', '钱**', '孙*', '欧阳**'] },
  { group: '二组', names: ['李**', '周*'] },
]
const published: ElectionPage = {
  election: 'elc_village',
  community: COMMUNITY,
  title: '第十三届村民委员会换届选举',
  purpose: '选主任、委员共三位，任期五年。',
  law: { names: law.names, source: law.source, rulingDays: law.rulingDays },
  seats: 3,
  candidates,
  day: '2026-11-28',
  place: '村委会大院，8:00–16:00',
  status: 'published',
  roll,
  names,
  proxies: [{ principal: '赵**', holder: '赵*', relation: '父子' }],
  given: null,
  mayObject: true,
  results: [],
  elected: [],
  problem: null,
  sent: false,
  written: { text: '', name: '' },
  asOf: AS_OF,
}
const counted = (
  votes: readonly number[],
  more: { collected?: number; given?: number; round?: 1 | 2; seats?: number } = {},
) => {
  const { collected = 742, given = 742, round = 1, seats = 3 } = more
  const standing = round === 1 ? candidates : candidates.slice(2)
  return resultOf({
    law,
    round,
    seats,
    candidates: standing,
    registered: roll.registered,
    given,
    totals: {
      collected,
      spoiled: 9,
      blank: 4,
      votes: Object.fromEntries(standing.map(({ key }, index) => [key, votes[index] ?? 0])),
    },
  })
}
const first = counted([612, 548, 340, 301])
const second = counted([388, 240], { collected: 690, given: 691, round: 2, seats: 1 })

export const secretElections: Readonly<Record<string, ElectionPage>> = {
  roll: published,
  sent: { ...published, sent: true },
  missing: { ...published, problem: 'missing', written: { text: '漏了我家老人', name: '' } },
  'too-late': {
    ...published,
    mayObject: false,
    problem: 'objection-too-late',
    written: { text: '漏了', name: '王五' },
  },
  voting: { ...published, status: 'voting', mayObject: false, given: 316 },
  counting: { ...published, status: 'counting', mayObject: false, given: 742 },
  short: { ...published, status: 'short', mayObject: false, given: 742, results: [first], elected: ['c1', 'c2'] },
  decided: {
    ...published,
    status: 'decided',
    mayObject: false,
    results: [first, second],
    elected: ['c1', 'c2', 'c3'],
  },
  void: {
    ...published,
    status: 'short',
    mayObject: false,
    results: [counted([300, 200, 90, 40], { collected: 560, given: 560 })],
  },
  withdrawn: { ...published, status: 'withdrawn', roll: null, names: [], proxies: [], mayObject: false },
}

export const secretBallots: Readonly<Record<string, ElectionPaper>> = {
  two: {
    election: 'elc_village',
    community: COMMUNITY,
    title: published.title,
    seats: 3,
    names: candidates.map(({ name }) => name),
    day: published.day,
    copies: 2,
  },
}

export const electionRolls: Readonly<Record<string, ElectionRoll>> = {
  roll: {
    community: COMMUNITY,
    title: published.title,
    publishedOn: roll.publishedOn,
    objectionsUntil: roll.objectionsUntil,
    rulingDays: law.rulingDays,
    day: published.day,
    place: published.place,
    groups: [
      { group: '一组', names: ['赵国强', '钱桂芳', '孙建', '欧阳文'] },
      { group: '二组', names: ['李桂兰', '周敏'] },
    ],
    registered: 6,
    digest: 'a3f1c09d'.repeat(8),
  },
}

const line = (more: Partial<PublicElectionLine>): PublicElectionLine => ({
  election: 'elc_village',
  title: published.title,
  phase: 'roll',
  status: 'published',
  day: published.day,
  place: published.place,
  seats: 3,
  roll,
  elected: [],
  ...more,
})
const list = (...elections: readonly PublicElectionLine[]): ElectionsPage => ({
  community: COMMUNITY,
  elections,
  paging: { page: 1, pages: 1, total: elections.length },
  asOf: AS_OF,
})

export const electionLists: Readonly<Record<string, ElectionsPage>> = {
  none: list(),
  all: list(
    line({ election: 'elc_1', phase: 'now', status: 'voting', title: '社区食堂监督小组选举' }),
    line({ election: 'elc_2' }),
    line({ election: 'elc_3', phase: 'ahead', title: '自管会换届选举', day: '2026-12-06' }),
    line({ election: 'elc_4', phase: 'held', status: 'short', elected: ['赵国强', '钱桂芳'], day: '2026-11-14' }),
    line({ election: 'elc_5', phase: 'held', status: 'decided', elected: ['李桂兰'], day: '2025-05-11', seats: 1 }),
    line({ election: 'elc_6', phase: 'withdrawn', status: 'withdrawn', title: '楼组长选举', roll: null }),
  ),
  further: { ...list(line({ phase: 'held', status: 'decided' })), paging: { page: 2, pages: 2, total: 21 } },
}
