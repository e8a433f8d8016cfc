// After a count: who was elected to two posts, and the day on which open seats are voted on. RULES R2.4.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Instant, isRefused, later } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { type ElectionCommand, NO_ELECTION, electionEntry, electionWakesAt } from './index.ts'
import {
  NOW,
  VOLUNTEER,
  stand,
  POSTS,
  draft,
  VOTERS,
  decide,
  after,
  box,
  settled,
  lastOf,
} from './testing/two-posts.ts'

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
    expect(decide(doubled(), [{ type: 'OpenNextTurn', proxies: [] }])).toMatchObject({ refused: 'not-in-this-state' })
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
  const fix = (day: `${number}-${number}-${number}`): ElectionCommand => ({
    type: 'FixNextVote',
    day,
    place: '祠堂',
    proxies: [],
  })
  const EVE: Instant = '2026-04-03T01:00:00.000Z'

  test('is fixed by those who run it, today or later; before it nobody votes, and without it neither', () => {
    expect(decide(short(), [{ type: 'OpenNextTurn', proxies: [] }])).toMatchObject({ refused: 'next-vote-unfixed' })
    expect(decide(short(), [fix('2026-03-29')])).toMatchObject({ refused: 'next-vote-past' })
    expect(decide(short(), [fix('2026-04-04'), VOLUNTEER])).toMatchObject({ refused: 'not-your-election' })
    const fixed = after(short(), [fix('2026-04-04')])
    expect(decide(fixed, [{ type: 'OpenNextTurn', proxies: [] }, STAFF, '2026-04-03T15:59:59.999Z'])).toMatchObject({
      refused: 'election-too-early',
    })
    expect(after(fixed, [{ type: 'OpenNextTurn', proxies: [] }, STAFF, '2026-04-03T16:00:00.000Z'])).toMatchObject({
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
