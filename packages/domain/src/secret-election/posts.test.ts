// Several posts on one ballot and names that are written in: plan, boxes and result, section by section. RULES R2.4, R7.30.
import { describe, expect, test } from 'vitest'
import { STAFF } from '../matter/testing/community.ts'
import { type BoxCount, type Election, type Post, NO_ELECTION, electionEntry } from './index.ts'
import {
  NOW,
  BRANCH,
  VOLUNTEER,
  stand,
  POSTS,
  SECTIONS,
  draft,
  decide,
  after,
  counting,
  box,
  enter,
  settled,
  lastOf,
} from './testing/two-posts.ts'

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
    const again = after(
      short,
      [{ type: 'FixNextVote', day: '2026-03-30', place: '大院', proxies: [] }],
      [{ type: 'OpenNextTurn', proxies: [] }],
    )
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
  const again = after(
    none,
    [{ type: 'FixNextVote', day: '2026-03-30', place: '大院', proxies: [] }],
    [{ type: 'OpenNextTurn', proxies: [] }],
  )
  expect(again).toMatchObject({ turn: { round: 1, number: 2, sections: SECTIONS } })
  const count = box(40, { votes: [10, 5], written: [['钱八', 25]] }, { votes: [5, 30, 22] })
  expect(settled(40, count, again)).toMatchObject({ elected: [{ key: 'w1', name: '钱八' }, {}, {}] })
})
