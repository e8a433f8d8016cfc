// Votes for a higher post added to a lower one (下加), where the election rules declare it: examples, and the same as by every ballot on one table. RULES R2.4, R7.30; decision 57.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import {
  type BoxCount,
  type SecretResult,
  electionFileSchema,
  keyedTurn,
  reached,
  recountElection,
  withoutWrittenNames,
} from './index.ts'
import { POSTS, SECTIONS, box, counting, decide, enter, law, settled, voting, lastOf } from './testing/two-posts.ts'

const adding = (count: BoxCount) => settled(40, count, voting({ addsDown: true }))

describe('votes for head are added to those for member', () => {
  /** 王芳 stands for both, 李强 for head alone; forty ballots. */
  const LOST = box(40, { votes: [15, 25] }, { votes: [8, 25, 21] })
  test('of whoever is not elected head, with every part in the sum', () => {
    const result = lastOf(adding(LOST))
    const [, members] = result.sections
    expect(members!.elected).toEqual(['c4', 'c3'])
    expect(members!.candidates.map((each) => [each.name, each.votes, reached(each), each.standing])).toEqual([
      ['赵六', 25, 25, 'elected'],
      ['王芳', 8, 23, 'elected'],
      ['孙七', 21, 21, 'passed-over'],
    ])
    expect(members!.candidates[1]!.line).toEqual({
      holds: true,
      zh: '王芳 得票 8＋15（主任） ＝ 23 ÷ 收回的票 40 > 1/2？ 2×23=46 > 40 ✓（《村民委员会组织法》第十五条）',
      en: '王芳: votes 8 + 15 (主任) = 23 ÷ ballots back 40 > 1/2? 2×23=46 > 40 ✓ (Villagers’ Committees Law 15)',
    })
  })
  test('not where the rules do not declare it', () => {
    expect(lastOf(settled(40, LOST)).sections[1]!.elected).toEqual(['c4', 'c5'])
  })
  test('not of whoever is elected head: those votes are used', () => {
    const { sections } = lastOf(adding(box(40, { votes: [25, 15] }, { votes: [8, 25, 21] })))
    expect(sections[1]!.candidates.find(({ name }) => name === '王芳')).toMatchObject({ votes: 8, added: [] })
  })
  test('not of those who tie for the higher post and stand for it again', () => {
    const tied = { ...law, elected: { ...law.elected, at: 'least' as const } }
    const state = settled(40, box(40, { votes: [20, 20] }, { votes: [8, 25, 21] }), voting({ addsDown: true }, tied))
    expect(lastOf(state).sections[0]!.candidates[0]!.standing).toBe('tied')
    expect(lastOf(state).sections[1]!.candidates.find(({ name }) => name === '王芳')!.added).toEqual([])
  })
  test('never upwards, and to nobody who neither stands for the lower post nor was written in there', () => {
    const { sections } = lastOf(adding(box(40, { votes: [15, 19], blank: 6 }, { votes: [20, 20, 10] })))
    expect(sections[0]!.candidates.map(reached)).toEqual([19, 15])
    expect(sections[1]!.candidates.map(({ name }) => name)).not.toContain('李强')
  })
  test('also to a name that was written in, whatever spaces stand in it', () => {
    const other = box(
      40,
      { votes: [10, 10], written: [['钱八', 15]], blank: 5 },
      { votes: [0, 25, 10], written: [['钱 八', 8]] },
    )
    const found = lastOf(adding(other)).sections[1]!
    expect(found.candidates.find(({ key }) => key === 'w2')).toMatchObject({
      votes: 8,
      added: [{ post: 'p1', votes: 15 }],
    })
  })
  test('a void vote adds nothing', () => {
    const few = settled(30, box(30, { votes: [10, 20] }, { votes: [8, 15, 11] }), voting({ addsDown: true }))
    expect(lastOf(few)).toMatchObject({ void: 'too-few-voted' })
    expect(lastOf(few).sections[1]!.candidates.flatMap(({ added }) => added)).toEqual([])
  })
})

test('a box in which somebody has more votes in all posts than there are ballots is refused: a ballot counts for the highest post alone', () => {
  const open = () => counting(40, voting({ addsDown: true }))
  const twice = box(40, { votes: [25, 15] }, { votes: [16, 20, 21] })
  expect(decide(open(), [enter(twice)])).toMatchObject({ refused: 'box-named-twice' })
  expect(decide(open(), [enter(box(40, { votes: [25, 15] }, { votes: [15, 20, 21] }))])).toHaveProperty('events')
  expect(decide(open(), [enter(box(40, { votes: [25, 14] }, { votes: [15, 20, 21] }, 1))])).toMatchObject({
    refused: 'box-named-twice',
  })
  expect(decide(counting(40), [enter(twice)])).toHaveProperty('events')
})

test('masked names that look alike stay two people', () => {
  const count = box(
    40,
    {
      votes: [18, 19],
      written: [
        ['钱七', 2],
        ['钱八', 1],
      ],
    },
    {
      votes: [0, 25, 21],
      written: [
        ['钱九', 4],
        ['钱八', 5],
      ],
    },
  )
  const [open] = withoutWrittenNames(law, [lastOf(adding(count))])
  const names = open!.sections.flatMap(({ candidates }) => candidates.map(({ name }) => name))
  expect(JSON.stringify(open)).not.toMatch(/钱[七八九]/u)
  expect(names.filter((name) => name.startsWith('钱')).toSorted()).toEqual([
    '钱*（1）',
    '钱*（2）',
    '钱*（2）',
    '钱*（3）',
  ])
  expect(open!.sections[1]!.candidates.find(({ votes }) => votes === 5)!.added).toMatchObject([{ votes: 1 }])
  expect(open!.sections[1]!.candidates.find(({ votes }) => votes === 4)!.added).toEqual([])
})

/** What one voter marks: names for each post, more than there are seats at times. */
type Ballot = readonly [head: readonly string[], members: readonly string[]]
const HEADS = ['王芳', '李强', '钱八']
const MEMBERS = ['王芳', '赵六', '孙七', '钱八']
const ballot: fc.Arbitrary<Ballot> = fc.tuple(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('王芳', '李强', '钱八').map((name) => [name]) },
    { weight: 1, arbitrary: fc.subarray(HEADS, { maxLength: 2 }) },
  ),
  fc.subarray(MEMBERS, { maxLength: 3 }),
)
const SEATS = POSTS.map(({ seats }) => seats)

/** What a teller counts of it: a section with too many names is void, and a name that counts for head does not count for member. */
const readOf = (marks: Ballot): readonly (readonly string[] | null)[] => {
  const fit = marks.map((names, at) => (names.length > SEATS[at]! ? null : names))
  return fit.map((names, at) => names && names.filter((name) => !(at === 1 && fit[0]?.includes(name))))
}
const countOf = (ballots: readonly Ballot[]): BoxCount => {
  const read = ballots.map(readOf)
  const section = (at: 0 | 1) => {
    const all = read.map((each) => each[at])
    const votesFor = (name: string) => all.filter((names) => names?.includes(name)).length
    const listed = POSTS[at]!.candidates
    const other = [...HEADS, ...MEMBERS].filter((name) => !listed.some((each) => each.name === name))
    return {
      spoiled: all.filter((names) => names === null).length,
      blank: all.filter((names) => names?.length === 0).length,
      votes: Object.fromEntries(listed.map(({ key, name }) => [key, votesFor(name)])),
      written: [...new Set(other)].map((name) => ({ name, votes: votesFor(name) })).filter(({ votes }) => votes > 0),
    }
  }
  return { collected: ballots.length, spoiled: 0, posts: { p1: section(0), p2: section(1) } }
}

type Table = { readonly ballots: readonly Ballot[]; readonly round: 1 | 2 }
/** Of all ballots on one table: who has enough and is not outdone for the seats; for member a ballot is also for you if it names you for head and you are not head. */
const byHand = ({ ballots, round }: Table): readonly [head: readonly string[], members: readonly string[]] => {
  const read = ballots.map(readOf)
  const enough = (votes: number) => (round === 1 ? 2 * votes > ballots.length : 3 * votes >= ballots.length)
  const ahead = (names: readonly string[], seats: number, votes: (name: string) => number) => {
    const passing = names.filter((name) => enough(votes(name)))
    return passing.filter((name) => passing.filter((other) => votes(other) >= votes(name)).length <= seats).toSorted()
  }
  const forHead = (name: string) => read.filter(([names]) => names?.includes(name)).length
  const heads = ahead(HEADS, SEATS[0]!, forHead)
  const best = Math.max(...HEADS.map(forHead))
  /** With one seat whoever has enough and as many as the best is elected, or ties. */
  const holds = (name: string) => enough(forHead(name)) && forHead(name) === best
  const listed = MEMBERS.filter((name) => name !== '钱八' || read.some(([, names]) => names?.includes(name)))
  const forMember = (name: string) =>
    read.filter(([head, members]) => members?.includes(name) || (!holds(name) && head?.includes(name))).length
  return [heads, ahead(listed, SEATS[1]!, forMember)]
}

const namesElected = ({ sections }: SecretResult) =>
  sections.map(({ elected, candidates }) =>
    elected.map((key) => candidates.find((each) => each.key === key)!.name).toSorted(),
  )

test('in any election the same are elected as by a count of every ballot on one table, and as by the file', () => {
  const seen = { added: 0, turned: 0, written: 0, headElected: 0, tied: 0 }
  fc.assert(
    fc.property(fc.array(ballot, { minLength: 3, maxLength: 11 }), fc.constantFrom(1, 2), (ballots, round) => {
      const turn = keyedTurn(SECTIONS, [countOf(ballots)])
      const file = {
        format: 'yishi-secret-election/3',
        election: 'elc_1',
        law,
        round,
        registered: ballots.length,
        given: ballots.length,
        sections: turn.sections,
        boxes: turn.boxes.map((count) => ({ name: '一号箱', count })),
        kept: [],
        addsDown: true,
        reserved: null,
      } as const
      const found = recountElection(electionFileSchema.parse(file))
      const plain = recountElection(electionFileSchema.parse({ ...file, addsDown: false }))
      if (isRefused(found) || isRefused(plain)) throw new Error(JSON.stringify(found))
      const hands = byHand({ ballots, round: round as 1 | 2 })
      expect(namesElected(found)).toEqual(hands)
      const members = found.sections[1]!
      for (const each of members.candidates) expect(reached(each)).toBeLessThanOrEqual(ballots.length)
      seen.added += members.candidates.some(({ added }) => added.length > 0) ? 1 : 0
      seen.turned += namesElected(plain)[1]!.join(' ') === hands[1].join(' ') ? 0 : 1
      seen.written += members.candidates.some(({ written, added }) => written && added.length > 0) ? 1 : 0
      seen.headElected += hands[0].length
      seen.tied += found.sections[0]!.candidates.some(({ standing }) => standing === 'tied') ? 1 : 0
    }),
    { numRuns: 500 },
  )
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(5)
})
