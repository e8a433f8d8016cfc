// Several posts on one ballot and names that are written in: a section for each, who is elected to what or twice, and the count against ballots emptied on a table. RULES R2.4, R7.30.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, DAY, type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import { COMMUNITY, STAFF, worker } from '../matter/testing/community.ts'
import {
  type BoxCount,
  type Election,
  type ElectionCommand,
  type ElectionFile,
  type Post,
  type SecretResult,
  type VoterStanding,
  NO_ELECTION,
  electionEntry,
  electionFileSchema,
  electionLawByKey,
  electionRules,
  electionWakesAt,
  keyedTurn,
  recountElection,
  resultOf,
  sectionsOf,
  withoutWrittenNames,
} from './index.ts'

const NOW: Instant = '2026-03-02T02:00:00.000Z'
const POLLING: Instant = later(NOW, 28 * DAY)
const ids: Ids = (prefix) => `${prefix}_new`
const law = electionLawByKey('cn-village-election')!
const BRANCH = worker('branch')
const VOLUNTEER = worker('volunteer')

const stand = (from: number, ...names: readonly string[]) =>
  names.map((name, index) => ({ key: `c${from + index}`, name, profile: '' }))
/** 王芳 stands for head and for member. */
const POSTS: readonly Post[] = [
  { key: 'p1', title: '主任', seats: 1, candidates: stand(1, '王芳', '李强') },
  { key: 'p2', title: '委员', seats: 2, candidates: stand(3, '王芳', '赵六', '孙七') },
]
const SECTIONS = sectionsOf(POSTS)
const draft = (posts: readonly Post[] = POSTS): ElectionCommand => ({
  type: 'DraftElection',
  id: 'elc_1',
  community: COMMUNITY,
  law,
  plan: { title: '村委会换届选举', purpose: '', posts, day: '2026-03-30', place: '大院', boxes: ['一号箱'] },
})
const VOTERS = Array.from({ length: 60 }, (_, index) => ({
  voter: `vtr_${index}` as const,
  person: null,
  name: `村民${index}`,
  group: '',
}))
const standing = (n: number): VoterStanding => ({
  voter: `vtr_${n}`,
  struck: false,
  taken: false,
  proxy: null,
  holds: 0,
})

type Asked = readonly [ElectionCommand, Actor?, Instant?]
const decide = (state: Election, [command, actor = STAFF, now = POLLING]: Asked) =>
  electionRules.decide(state, command, { actor, now, ids })
const after = (state: Election, ...asked: readonly Asked[]): Election =>
  asked.reduce((known: Election, each) => {
    const found = decide(known, each)
    if (isRefused(found)) throw new Error(`${each[0].type}: ${found.refused}`)
    return found.state
  }, state)
const voting = () =>
  after(
    NO_ELECTION,
    [draft(), STAFF, NOW],
    [{ type: 'PublishRoll', voters: VOTERS, strangers: 0 }, STAFF, NOW],
    [{ type: 'OpenVoting', unruled: 0 }],
  )
const counting = (given: number, state = voting()) =>
  after(
    state,
    ...Array.from({ length: given }, (_, n): Asked => [{ type: 'GiveBallot', voter: standing(n), to: 'self' }]),
    [{ type: 'CloseVoting' }],
  )

type Marks = {
  readonly votes: readonly number[]
  readonly written?: readonly (readonly [string, number])[]
  readonly spoiled?: number
  readonly blank?: number
}
const section = (from: number, { votes, written = [], spoiled = 0, blank = 0 }: Marks) => ({
  spoiled,
  blank,
  votes: Object.fromEntries(votes.map((each, index) => [`c${from + index}`, each])),
  written: written.map(([name, each]) => ({ name, votes: each })),
})
const box = (collected: number, head: Marks, members: Marks, spoiled = 0): BoxCount => ({
  collected,
  spoiled,
  posts: { p1: section(1, head), p2: section(3, members) },
})
const enter = (count: BoxCount): ElectionCommand => ({ type: 'EnterBox', box: 0, count })
const settled = (given: number, count: BoxCount, state?: Election): Election =>
  after(counting(given, state), [enter(count)], [enter(count), BRANCH])
const lastOf = (state: Election): SecretResult => {
  if (!('results' in state)) throw new Error(state.status)
  return state.results.at(-1)!
}

describe('a plan of several posts', () => {
  const posts = (...more: readonly Partial<Post>[]) => more.map((each, n) => ({ ...POSTS[n]!, ...each }))
  test.each([
    ['two posts of one name', posts({ title: '委员' }, { title: ' 委员' }), 'posts-twice'],
    ['a post without a name beside another', posts({ title: '' }, {}), 'posts-twice'],
    ['somebody twice in one post', posts({}, { candidates: stand(3, '王芳', '王 芳') }), 'candidates-twice'],
    ['somebody in two posts', POSTS, null],
    ['one list without a name', posts({ title: '' }), null],
  ])('%s', (_, given, refused) => {
    const found = decide(NO_ELECTION, [draft(given), STAFF, NOW])
    if (refused) expect(found).toMatchObject({ refused })
    else expect(found).toHaveProperty('events')
  })
})

describe('a box with sections', () => {
  const HEAD = { votes: [20, 15], written: [['钱八', 3]] as const, blank: 2 }
  const MEMBERS = { votes: [18, 25, 12], spoiled: 4, blank: 1 }
  const FULL = box(40, HEAD, MEMBERS)
  test.each([
    ['as it is', FULL, null],
    ['a whole ballot void is void in each section', box(40, { ...HEAD, blank: 1 }, { ...MEMBERS, blank: 0 }, 1), null],
    ['void ballots that leave too few for a section', box(40, HEAD, MEMBERS, 1), 'box-impossible'],
    ['two names for one seat', box(40, { ...HEAD, votes: [21, 15] }, MEMBERS), 'box-impossible'],
    ['written names count as marks', box(40, { ...HEAD, written: [['钱八', 4]] }, MEMBERS), 'box-impossible'],
    ['a section is missing', { ...FULL, posts: { p1: FULL.posts['p1']! } }, 'box-incomplete'],
    ['a candidate of another post', box(40, { votes: [20, 15, 3], blank: 2 }, MEMBERS), 'box-incomplete'],
    [
      'one name in two spellings of spaces',
      box(
        40,
        {
          ...HEAD,
          written: [
            ['钱八', 2],
            ['钱 八', 1],
          ],
        },
        MEMBERS,
      ),
      'written-twice',
    ],
    ['somebody on the ballot written in', box(40, { ...HEAD, written: [['李 强', 3]] }, MEMBERS), 'written-listed'],
    ['somebody of another post written in', box(40, { ...HEAD, written: [['赵六', 3]] }, MEMBERS), null],
  ])('%s', (_, count, refused) => {
    const found = decide(counting(40), [enter(count)])
    if (refused) expect(found).toMatchObject({ refused })
    else expect(found).toHaveProperty('events')
  })
  test('two agree on every name, in whatever order and however spaced; a third settles where they do not', () => {
    const of = (...written: readonly (readonly [string, number])[]) =>
      box(40, { votes: [20, 14], written, blank: 3 }, MEMBERS)
    const one = of(['钱八', 2], ['周九', 1])
    expect(after(counting(40), [enter(one)], [enter(of(['周九', 1], ['钱 八', 2])), BRANCH]).status).not.toBe(
      'counting',
    )
    const differ = after(counting(40), [enter(one)], [enter(of(['钱八', 2], ['周玖', 1])), BRANCH])
    expect(differ).toMatchObject({ status: 'counting', counted: [{ settled: null }] })
    expect(after(differ, [enter(one), VOLUNTEER]).status).not.toBe('counting')
  })
  test('where the rules know no written names, none is entered', () => {
    const { law: known, ...state } = counting(40) as Extract<Election, { status: 'counting' }>
    expect(decide({ ...state, law: { ...known, writeIns: null } }, [enter(FULL)])).toMatchObject({
      refused: 'written-not-allowed',
    })
  })
  test('the ledger keeps figures in the open and written names sealed', () => {
    const { facts, sealed } = electionEntry.BoxSettled({ type: 'BoxSettled', box: 0, count: FULL })
    expect(facts).toEqual({
      box: 0,
      collected: 40,
      spoiled: 0,
      'spoiled-p1': 0,
      'blank-p1': 2,
      'votes-c1': 20,
      'votes-c2': 15,
      'written-p1': [3],
      'spoiled-p2': 4,
      'blank-p2': 1,
      'votes-c3': 18,
      'votes-c4': 25,
      'votes-c5': 12,
    })
    expect(sealed).toEqual({ p1: ['钱八'] })
  })
})

describe('the result of several posts', () => {
  test('each post by itself; a section void by too many names leaves the other valid', () => {
    const done = settled(40, box(40, { votes: [21, 10], spoiled: 9 }, { votes: [5, 30, 22] }))
    expect(done).toMatchObject({
      status: 'decided',
      elected: [
        { post: 'p1', name: '王芳' },
        { post: 'p2', name: '赵六' },
        { post: 'p2', name: '孙七' },
      ],
    })
  })
  test('whoever was written in is elected with more than half, as anybody else', () => {
    const done = settled(40, box(40, { votes: [10, 5], written: [['钱八', 21]], blank: 4 }, { votes: [5, 30, 22] }))
    expect(done).toMatchObject({ status: 'decided', elected: [{ post: 'p1', key: 'w1', name: '钱八' }, {}, {}] })
    expect(lastOf(done).sections[0]!.candidates[0]!.line.zh).toBe(
      '钱八 得票 21 ÷ 收回的票 40 > 1/2？ 2×21=42 > 40 ✓（《村民委员会组织法》第十五条）',
    )
  })
  test('the second round is held only for posts with open seats, also among written names, and not with whoever sits', () => {
    const short = settled(40, box(40, { votes: [21, 5], blank: 14 }, { votes: [20, 30, 2], written: [['钱八', 15]] }))
    expect(short).toMatchObject({ status: 'short', elected: [{ name: '王芳' }, { name: '赵六' }] })
    const again = after(short, [{ type: 'FixNextVote', day: '2026-03-30', place: '大院' }], [{ type: 'OpenNextTurn' }])
    expect(again).toMatchObject({
      turn: {
        round: 2,
        number: 2,
        sections: [
          {
            post: 'p2',
            title: '委员',
            seats: 1,
            standing: [
              { key: 'c5', name: '孙七' },
              { key: 'w1', name: '钱八' },
            ],
          },
        ],
      },
    })
    const count = (written: readonly { name: string; votes: number }[]): BoxCount => ({
      collected: 30,
      spoiled: 0,
      posts: { p2: { spoiled: 0, blank: 0, votes: { w1: 18, c5: 12 - written.length }, written } },
    })
    expect(decide(counting(30, again), [enter(count([{ name: '郑十', votes: 1 }]))])).toMatchObject({
      refused: 'written-not-allowed',
    })
    expect(settled(30, count([]), again)).toMatchObject({
      status: 'decided',
      elected: [{ name: '王芳' }, { name: '赵六' }, { post: 'p2', key: 'w1', name: '钱八' }],
    })
  })
})

test('a void vote is held again on the same ballot, with lines to write on as before', () => {
  const none = settled(20, box(20, { votes: [2, 5], written: [['钱八', 13]] }, { votes: [5, 10, 9] }))
  expect(none).toMatchObject({ status: 'short', elected: [], results: [{ void: 'too-few-voted', open: 3 }] })
  const again = after(none, [{ type: 'FixNextVote', day: '2026-03-30', place: '大院' }], [{ type: 'OpenNextTurn' }])
  expect(again).toMatchObject({ turn: { round: 1, number: 2, sections: SECTIONS } })
  const count = box(40, { votes: [10, 5], written: [['钱八', 25]] }, { votes: [5, 30, 22] })
  expect(settled(40, count, again)).toMatchObject({ elected: [{ key: 'w1', name: '钱八' }, {}, {}] })
})

describe('somebody elected to two posts', () => {
  const TWICE = box(40, { votes: [25, 15] }, { votes: [30, 22, 21] })
  const doubled = () => settled(40, TWICE)
  const settle = (post: string, name = '王芳'): ElectionCommand => ({
    type: 'SettleDouble',
    name,
    post,
    reason: '选举办法第九条',
  })

  test('is seen by those who run it, and nothing goes on before they have noted which is kept', () => {
    expect(doubled()).toMatchObject({ status: 'doubled' })
    expect(lastOf(doubled()).doubles).toEqual([{ name: '王芳', posts: ['p1', 'p2'] }])
    expect(decide(doubled(), [{ type: 'OpenNextTurn' }])).toMatchObject({ refused: 'not-in-this-state' })
    expect(decide(doubled(), [settle('p3')])).toMatchObject({ refused: 'double-unknown' })
    expect(decide(doubled(), [settle('p1', '李强')])).toMatchObject({ refused: 'double-unknown' })
    expect(decide(doubled(), [settle('p1'), VOLUNTEER])).toMatchObject({ refused: 'not-your-election' })
  })
  test('keeps one; the other seat goes on to whoever has more than half and most votes', () => {
    const done = after(doubled(), [settle('p1')])
    expect(done).toMatchObject({
      status: 'decided',
      elected: [
        { post: 'p1', name: '王芳' },
        { post: 'p2', name: '赵六' },
        { post: 'p2', name: '孙七' },
      ],
    })
    expect(lastOf(done).sections[1]!.candidates.map(({ name, standing: at }) => [name, at])).toEqual([
      ['王芳', 'elsewhere'],
      ['赵六', 'elected'],
      ['孙七', 'elected'],
    ])
  })
  test('a seat given up that nobody reaches is voted on again', () => {
    expect(after(doubled(), [settle('p2')])).toMatchObject({
      status: 'short',
      elected: [{ name: '王芳', post: 'p2' }, { name: '赵六' }],
      results: [{ open: 1, sections: [{ next: ['c2'] }, { next: [] }] }],
    })
  })
  test('is one whatever spaces stand in the name, also when written in', () => {
    const done = settled(40, box(40, { votes: [5, 5], written: [['赵 六', 30]] }, { votes: [5, 30, 22] }))
    expect(lastOf(done).doubles).toEqual([{ name: '赵 六', posts: ['p1', 'p2'] }])
  })
  test('who sits in one post and ties for the last seat of another is asked as well', () => {
    const done = settled(40, box(40, { votes: [25, 15] }, { votes: [22, 30, 22] }))
    expect(lastOf(done).doubles).toEqual([{ name: '王芳', posts: ['p1', 'p2'] }])
    expect(after(done, [settle('p1')])).toMatchObject({
      status: 'decided',
      elected: [{}, { name: '赵六' }, { name: '孙七' }],
    })
  })
  test('the ledger says which post is kept, and seals who and why', () => {
    const found = decide(doubled(), [settle('p1')])
    if (isRefused(found)) throw new Error(found.refused)
    const { facts, sealed } = electionEntry.DoubleSettled(found.events[0] as never)
    expect(facts).toMatchObject({ post: 'p1', elected: ['c1', 'c4', 'c5'], open: 0, doubles: 0 })
    expect(sealed).toEqual({ name: '王芳', reason: '选举办法第九条' })
  })
})

describe('the day of a further vote', () => {
  const short = () => settled(40, box(40, { votes: [20, 20] }, { votes: [5, 30, 22] }))
  const fix = (day: `${number}-${number}-${number}`): ElectionCommand => ({ type: 'FixNextVote', day, place: '祠堂' })
  const EVE: Instant = '2026-04-03T01:00:00.000Z'

  test('is fixed by those who run it, today or later; before it nobody votes, and without it neither', () => {
    expect(decide(short(), [{ type: 'OpenNextTurn' }])).toMatchObject({ refused: 'next-vote-unfixed' })
    expect(decide(short(), [fix('2026-03-29')])).toMatchObject({ refused: 'next-vote-past' })
    expect(decide(short(), [fix('2026-04-04'), VOLUNTEER])).toMatchObject({ refused: 'not-your-election' })
    const fixed = after(short(), [fix('2026-04-04')])
    expect(decide(fixed, [{ type: 'OpenNextTurn' }, STAFF, '2026-04-03T15:59:59.999Z'])).toMatchObject({
      refused: 'election-too-early',
    })
    expect(after(fixed, [{ type: 'OpenNextTurn' }, STAFF, '2026-04-03T16:00:00.000Z'])).toMatchObject({
      status: 'voting',
      day: '2026-03-30',
      turn: { day: '2026-04-04', place: '祠堂', number: 2 },
    })
  })
  test('everybody is reminded once, on the morning before; not where it is today or tomorrow already', () => {
    const fixed = after(short(), [fix('2026-04-04')])
    expect(electionWakesAt(fixed)).toBe(EVE)
    const wake = (now: Instant, state = fixed) => decide(state, [{ type: 'WakeElection' }, CLOCK, now])
    expect(wake(later(EVE, -1))).toMatchObject({ events: [] })
    const rung = wake(EVE)
    expect(rung).toMatchObject({ events: [{ type: 'VotingNear' }] })
    if (isRefused(rung)) throw new Error(rung.refused)
    expect(electionWakesAt(rung.state)).toBeNull()
    expect(wake(EVE, rung.state)).toMatchObject({ events: [] })
    expect(electionWakesAt(after(fixed, [fix('2026-03-31')]))).toBeNull()
    expect(decide(fixed, [{ type: 'WakeElection' }, STAFF, EVE])).toMatchObject({ refused: 'not-your-election' })
  })
  test('may be changed; where nobody is left to stand there is none', () => {
    expect(after(short(), [fix('2026-04-04')], [fix('2026-04-11')])).toMatchObject({ nextVote: { day: '2026-04-11' } })
    const alone = [
      { ...POSTS[0]!, candidates: stand(1, '王芳') },
      { ...POSTS[1]!, seats: 1, candidates: stand(3, '王芳') },
    ]
    const state = after(
      NO_ELECTION,
      [draft(alone), STAFF, NOW],
      [{ type: 'PublishRoll', voters: VOTERS, strangers: 0 }, STAFF, NOW],
      [{ type: 'OpenVoting', unruled: 0 }],
    )
    const left = after(settled(40, box(40, { votes: [40] }, { votes: [40] }), state), [
      { type: 'SettleDouble', name: '王芳', post: 'p1', reason: '按章程' },
    ])
    expect(left).toMatchObject({ status: 'short', results: [{ open: 1 }] })
    expect(decide(left, [fix('2026-04-04')])).toMatchObject({ refused: 'nobody-stands' })
    expect(decide(left, [{ type: 'EndShort', reason: '另行补选' }])).toHaveProperty('events')
  })
})

describe('what everybody reads', () => {
  test('names that voters wrote in are told only of who sits or stands again; votes and sums stay', () => {
    const written = [
      ['钱八', 6],
      ['欧阳九', 2],
      ['郑十', 1],
    ] as const
    const done = settled(40, box(40, { votes: [25, 6], written, spoiled: 0 }, { votes: [5, 30, 22] }))
    const [open] = withoutWrittenNames(law, [lastOf(done)])
    expect(open!.sections[0]!.candidates.map(({ name, votes }) => [name, votes])).toEqual([
      ['王芳', 25],
      ['李强', 6],
      ['钱*', 6],
      ['欧阳*', 2],
      ['郑*', 1],
    ])
    expect(JSON.stringify(open)).not.toMatch(/钱八|欧阳九|郑十/u)
    const short = settled(40, box(40, { votes: [20, 6], written: [['钱八', 14]] }, { votes: [5, 30, 22] }))
    const told = withoutWrittenNames(law, [lastOf(short)])
    expect(told[0]!.sections[0]).toMatchObject({ next: ['c1', 'w1'], candidates: [{}, { name: '钱八' }, {}] })
  })
})

test('a file of the time of one list is read and counted as it was', () => {
  const { writeIns: _, ...then } = law
  const file = electionFileSchema.parse({
    format: 'yishi-secret-election/1',
    election: 'elc_1',
    law: then,
    round: 1,
    seats: 1,
    candidates: [
      { key: 'c1', name: '甲' },
      { key: 'c2', name: '乙' },
    ],
    registered: 100,
    given: 60,
    boxes: [{ name: '东片', count: { collected: 60, spoiled: 2, blank: 1, votes: { c1: 40, c2: 17 } } }],
  })
  expect(recountElection(file)).toMatchObject({
    collected: 60,
    spoiled: 0,
    sections: [{ post: 'p1', spoiled: 2, blank: 1, elected: ['c1'], open: 0 }],
  })
})

/** A section as a voter filled it in: keys of the ballot, and names. */
type Filled = readonly string[]
type Ballot = { readonly whole: boolean; readonly head: Filled; readonly members: Filled }
const HEADS = ['王芳', '李强', '钱八', '周九']
const MEMBERS = ['王芳', '赵六', '孙七', '钱八', '郑十']
const filled = (names: readonly string[], likely: readonly Filled[]): fc.Arbitrary<Filled> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: fc.subarray([...names]) })
/** Of a village that leans towards somebody. */
const ballotsFor = (favourite: string): fc.Arbitrary<Ballot> =>
  fc.record({
    whole: fc.constantFrom(false, false, false, false, false, false, false, true),
    head: filled(HEADS, [[favourite], [favourite], [favourite], ['李强']]),
    members: filled(MEMBERS, [[favourite, '赵六'], ['赵六', '孙七'], ['赵六'], ['孙七', favourite]]),
  })
const elections = fc.constantFrom('王芳', '钱八').chain((favourite) =>
  fc.record({
    boxes: fc.array(fc.array(ballotsFor(favourite), { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }),
    absent: fc.nat(30),
    round: fc.constantFrom(1 as const, 2 as const),
  }),
)

/** One section of a box emptied on a table, sheet by sheet. */
const tally = (post: Post, sheets: readonly Filled[]) => {
  const votes: Record<string, number> = Object.fromEntries(post.candidates.map(({ key }) => [key, 0]))
  const written = new Map<string, number>()
  let [spoiled, blank] = [0, 0]
  for (const names of sheets) {
    if (names.length === 0) blank += 1
    else if (names.length > post.seats) spoiled += 1
    else
      for (const name of names) {
        const listed = post.candidates.find((each) => each.name === name)
        if (listed) votes[listed.key]! += 1
        else written.set(name, (written.get(name) ?? 0) + 1)
      }
  }
  return { spoiled, blank, votes, written: [...written].map(([name, each]) => ({ name, votes: each })) }
}
const emptied = (all: readonly Ballot[]): BoxCount => {
  const whole = all.filter((ballot) => !ballot.whole)
  return {
    collected: all.length,
    spoiled: all.length - whole.length,
    posts: {
      p1: tally(
        POSTS[0]!,
        whole.map(({ head }) => head),
      ),
      p2: tally(
        POSTS[1]!,
        whole.map(({ members }) => members),
      ),
    },
  }
}

type Hand = { readonly all: readonly Ballot[]; readonly round: 1 | 2 }

/** Who has enough of all ballots and is ahead of the others, said in the plainest way. */
const byHand = ({ all, round }: Hand, seats: number, of: (ballot: Ballot) => Filled): readonly string[] => {
  const valid = all.filter((ballot) => !ballot.whole && of(ballot).length <= seats)
  const names = [...new Set(valid.flatMap(of))]
  const amount = (name: string) => valid.filter((ballot) => of(ballot).includes(name)).length
  const passing = names.filter((name) => (round === 1 ? 2 * amount(name) > all.length : 3 * amount(name) >= all.length))
  return passing.filter((name) => passing.filter((other) => amount(other) >= amount(name)).length <= seats).toSorted()
}

type Held = { readonly boxes: readonly (readonly Ballot[])[]; readonly registered: number; readonly round: 1 | 2 }

const fileOf = ({ boxes, registered, round }: Held): ElectionFile => {
  const turn = keyedTurn(SECTIONS, boxes.map(emptied))
  return electionFileSchema.parse({
    format: 'yishi-secret-election/2',
    election: 'elc_1',
    law,
    round,
    registered,
    given: boxes.flat().length,
    sections: turn.sections,
    boxes: turn.boxes.map((count, index) => ({ name: `${index}`, count })),
    kept: [],
  })
}
const namesElected = ({ sections }: SecretResult) =>
  sections.map(({ elected, candidates }) =>
    candidates
      .filter(({ key }) => elected.includes(key))
      .map(({ name }) => name)
      .toSorted(),
  )

test('in any election the same are elected to each post as by a count of every ballot on one table', () => {
  const seen = { elected: 0, void: 0, written: 0, doubled: 0, short: 0, tied: 0 }
  fc.assert(
    fc.property(elections, ({ boxes, absent, round }) => {
      const all = boxes.flat()
      const found = recountElection(fileOf({ boxes, registered: all.length + absent, round }))
      if (isRefused(found)) throw new Error(found.refused)
      const isValid = round === 2 || 2 * all.length > all.length + absent
      const hands = isValid
        ? [byHand({ all, round }, 1, ({ head }) => head), byHand({ all, round }, 2, ({ members }) => members)]
        : [[], []]
      expect(namesElected(found)).toEqual(hands)
      expect(found.void).toBe(isValid ? null : 'too-few-voted')
      expect(found.open).toBe(3 - hands.flat().length)
      const twice = hands[0]!.filter((name) => hands[1]!.includes(name))
      for (const name of twice) expect(found.doubles.map((each) => each.name)).toContain(name)
      expect(withoutWrittenNames(law, [found])[0]).toMatchObject({ open: found.open, doubles: found.doubles })
      seen.elected += hands.flat().length
      seen.void += isValid ? 0 : 1
      seen.written += hands.flat().some((name) => name === '钱八') ? 1 : 0
      seen.doubled += twice.length
      seen.short += found.open > 0 ? 1 : 0
      seen.tied += JSON.stringify(found.sections).includes('"tied"') ? 1 : 0
    }),
    { numRuns: 500 },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5)
})

test('names put in another order change no result', () => {
  const counted = resultOf({
    law,
    round: 1,
    registered: 60,
    given: 40,
    collected: 40,
    spoiled: 0,
    kept: [],
    sections: [
      {
        post: 'p1',
        title: '主任',
        seats: 1,
        spoiled: 0,
        blank: 0,
        candidates: [
          { key: 'c1', name: '甲', written: false, votes: 19 },
          { key: 'w1', name: '乙', written: true, votes: 21 },
        ],
      },
    ],
  })
  expect(counted.sections[0]!.elected).toEqual(['w1'])
})
