// Plausible secret elections for the tests of their pages: the roll open, voting, counted with a seat left open, and decided.
import type { ElectionPage } from '@yishi/contract/election-pages'
import {
  type Post,
  type RecallDemand,
  type SecretResult,
  demandLine,
  electedIn,
  electionLawByKey,
  postsOfRecall,
  recallBy,
  resultOf,
  withoutWrittenNames,
} from '@yishi/domain/secret-election'
import { AS_OF, COMMUNITY } from './matters.ts'

const law = electionLawByKey('sh-village-election')!
const WOMEN: ReadonlySet<string> = new Set(['钱桂芳', '李桂兰', '周敏'])
const stand = (from: number, ...names: readonly string[]) =>
  names.map((name, index) => ({
    key: `c${from + index}`,
    name,
    woman: WOMEN.has(name),
    profile: name === '赵国强' ? '本村支部委员，办过三年合作社。' : '',
  }))
const posts: readonly Post[] = [
  { key: 'p1', title: '主任', seats: 1, candidates: stand(1, '赵国强', '钱桂芳') },
  { key: 'p2', title: '副主任', seats: 1, candidates: stand(3, '钱桂芳', '孙建军') },
  { key: 'p3', title: '委员', seats: 3, candidates: stand(5, '孙建军', '李桂兰', '周敏', '吴秋生') },
]
const roll = { publishedOn: '2026-11-02', objectionsUntil: '2026-11-09T16:00:00.000Z', registered: 1180 }
const names = [
  { group: '一组', names: ['赵**', '钱**', '孙*', '欧阳**'] },
  { group: '二组', names: ['李**', '周*'] },
]
export const published: ElectionPage = {
  election: 'elc_village',
  community: COMMUNITY,
  title: '第十三届村民委员会换届选举',
  purpose: '选主任、副主任各一位，委员三位，任期五年。',
  law: { names: law.names, source: law.source, rulingDays: law.rulingDays },
  posts,
  writeIns: true,
  addsDown: false,
  furtherWithin: 15,
  recall: null,
  day: '2026-11-28',
  place: '村委会大院，8:00–16:00',
  nextVote: null,
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
type Figures = {
  readonly votes: readonly number[]
  readonly written?: readonly (readonly [name: string, votes: number])[]
  readonly spoiled?: number
  readonly blank?: number
}
const section = (post: Post, { votes, written = [], spoiled = 0, blank = 0 }: Figures, from = 1) => ({
  post: post.key,
  title: post.title,
  seats: post.seats,
  spoiled,
  blank,
  candidates: [
    ...post.candidates.map(({ key, name, woman }, index) => ({
      key,
      name,
      written: false,
      woman,
      votes: votes[index] ?? 0,
    })),
    ...written.map(([name, each], index) => ({
      key: `w${from + index}`,
      name,
      written: true,
      woman: null as boolean | null,
      votes: each,
    })),
  ],
})
const [head, deputy, members] = posts as [Post, Post, Post]
const turn = {
  law,
  round: 1,
  registered: roll.registered,
  given: 742,
  collected: 742,
  spoiled: 3,
  kept: [],
  addsDown: false,
  reserved: 'p3',
} as const
const DEPUTY = section(deputy, { votes: [331, 362], spoiled: 6, blank: 40 })
/** Everything but one seat of a member is filled. */
const first = resultOf({
  ...turn,
  sections: [
    section(head, { votes: [602, 104], written: [['郑大山', 12]], spoiled: 5, blank: 16 }),
    section(deputy, { votes: [281, 402], spoiled: 6, blank: 50 }),
    section(members, { votes: [228, 548, 440, 301], written: [['王彩云', 322]], spoiled: 9, blank: 4 }, 2),
  ],
})
const second = resultOf({
  ...turn,
  round: 2,
  reserved: null,
  given: 691,
  collected: 690,
  spoiled: 0,
  sections: [
    section(
      {
        ...members,
        seats: 1,
        candidates: [
          { key: 'w2', name: '王彩云', profile: '', woman: false },
          { key: 'c8', name: '吴秋生', profile: '', woman: false },
        ],
      },
      { votes: [388, 240], spoiled: 22, blank: 40 },
    ),
  ],
})
/** Nobody reaches more than half for deputy, and one who would be a member is head already. */
const twice = resultOf({
  ...turn,
  sections: [
    section(head, { votes: [602, 104], blank: 33 }),
    DEPUTY,
    section(members, { votes: [228, 548, 440, 301], written: [['赵国强', 390]], spoiled: 9, blank: 4 }),
  ],
})
/** Two men are elected, and no woman has enough: her seat is voted on again. */
const separate = resultOf({
  ...turn,
  sections: [
    section(head, { votes: [602, 104], blank: 33 }),
    DEPUTY,
    section(members, { votes: [548, 301, 288, 440], spoiled: 9, blank: 4 }),
  ],
})
/** Votes for head and deputy go on to those who stand for a lower post as well. */
const adding = resultOf({
  ...turn,
  addsDown: true,
  sections: [
    section(head, { votes: [402, 304], blank: 33 }),
    section(deputy, { votes: [101, 402], spoiled: 6, blank: 230 }),
    section(members, { votes: [120, 548, 440, 371], spoiled: 9, blank: 4 }),
  ],
})
/** A man by the list, and somebody written in of whom nobody has noted it yet. */
const unclear = resultOf({
  ...turn,
  sections: [
    section(head, { votes: [602, 104], blank: 33 }),
    DEPUTY,
    section(members, { votes: [548, 301, 288, 440], written: [['王彩云', 391]], spoiled: 9, blank: 4 }),
  ],
})
const after = (results: readonly SecretResult[], more: Partial<ElectionPage>): ElectionPage => ({
  ...published,
  mayObject: false,
  results: withoutWrittenNames(law, results),
  elected: electedIn(results),
  ...more,
})

const recallLaw = electionLawByKey('sh-village-recall')!
const demand: RecallDemand = {
  by: 'voters',
  signed: 261,
  of: 1180,
  on: '2026-11-01',
  members: [
    {
      office: '副主任',
      name: '孙建军',
      reasons: '水渠维修款三年没有公布，村民问了四次没有答复。',
      statement: '账在镇里审，审完就公布；没有及时告诉大家，是我不对。',
    },
    { office: '委员', name: '吴秋生', reasons: '去年七月起没有参加过村委会的会。', statement: '' },
  ],
}
export const recall: ElectionPage = {
  ...published,
  election: 'elc_recall',
  title: '罢免村民委员会成员投票',
  purpose: '',
  law: { names: recallLaw.names, source: recallLaw.source, rulingDays: recallLaw.rulingDays },
  posts: postsOfRecall(demand.members),
  writeIns: false,
  furtherWithin: null,
  proxies: [],
  recall: {
    ...demand,
    members: [...demand.members],
    line: demandLine(recallLaw, demand)!,
    until: recallBy({ law: recallLaw, recall: demand }),
  },
}
const recalled = resultOf({
  ...turn,
  law: recallLaw,
  reserved: null,
  sections: postsOfRecall(demand.members).map((post, index) =>
    section(post, { votes: index === 0 ? [402, 311] : [350, 366], spoiled: 9, blank: index === 0 ? 17 : 14 }),
  ),
})

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
  doubled: after([twice], { status: 'doubled' }),
  short: after([first], { status: 'short' }),
  fixed: after([first], { status: 'short', nextVote: { day: '2026-12-05', place: '村委会大院，8:00–12:00' } }),
  separate: after([separate], { status: 'short' }),
  adding: after([adding], { status: 'decided', addsDown: true }),
  unclear: after([unclear], { status: 'unclear' }),
  decided: after([first, second], { status: 'decided' }),
  void: after([resultOf({ ...turn, collected: 560, given: 560, sections: first.sections })], { status: 'short' }),
  recall,
  recalled: { ...recall, status: 'decided', mayObject: false, results: [recalled] },
  withdrawn: { ...published, status: 'withdrawn', roll: null, names: [], proxies: [], mayObject: false },
}
