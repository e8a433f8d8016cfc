// How long a further vote may wait, as the assembly declared it, and whose proxy lapses because they stand in it. RULES R0.4, R2.4.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, HOUR, type Instant, isRefused, later } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import {
  type Election,
  type ElectionCommand,
  type HeldProxy,
  type VoterStanding,
  electionEntry,
  electionLawByKey,
  electionWakesAt,
  unsureProxies,
} from './index.ts'
import * as one from './testing/one-list.ts'
import { after, box, decide, law, lastOf, settled, voting } from './testing/two-posts.ts'

/** Voted on Monday, 30 March 2026; the head is tied. */
const short = (furtherWithin: number | null, rules = law): Election =>
  settled(40, box(40, { votes: [20, 20] }, { votes: [5, 30, 22] }), voting({ furtherWithin }, rules))
const fix = (day: `${number}-${number}-${number}`, proxies: readonly HeldProxy[] = []): ElectionCommand => ({
  type: 'FixNextVote',
  day,
  place: '祠堂',
  proxies,
})
const wake = (state: Election, now: Instant) => decide(state, [{ type: 'WakeElection' }, CLOCK, now])
const rung = (state: Election, now: Instant): Election => {
  const found = wake(state, now)
  if (isRefused(found)) throw new Error(found.refused)
  return found.state
}

describe('the days within which open seats are voted on', () => {
  test('are counted from the day of the vote; none where the assembly declared none', () => {
    expect(short(10)).toMatchObject({ status: 'short', furtherBy: '2026-04-09' })
    expect(short(null)).toMatchObject({ status: 'short', furtherBy: null })
    expect(electionWakesAt(short(null))).toBeNull()
  })
  test('end after a holiday on which they would end (R0.4)', () => {
    expect(short(5)).toMatchObject({ furtherBy: '2026-04-07' })
  })
  test('a later day is refused while there is time, and taken once it is too late', () => {
    expect(decide(short(10), [fix('2026-04-09')])).toHaveProperty('events')
    expect(decide(short(10), [fix('2026-04-10')])).toMatchObject({
      refused: 'next-vote-too-late',
      detail: { by: '2026-04-09' },
    })
    expect(decide(short(10), [fix('2026-04-12'), STAFF, '2026-04-09T15:59:59.999Z'])).toMatchObject({
      refused: 'next-vote-too-late',
    })
    expect(decide(short(10), [fix('2026-04-12'), STAFF, '2026-04-09T16:00:00.000Z'])).toHaveProperty('events')
  })
  const NEAR: Instant = '2026-04-06T01:00:00.000Z'
  const LATE: Instant = '2026-04-10T01:00:00.000Z'
  test('ring once when they come near, and once more when they are over', () => {
    expect(electionWakesAt(short(10))).toBe(NEAR)
    expect(wake(short(10), later(NEAR, -1))).toMatchObject({ events: [] })
    expect(wake(short(10), NEAR)).toMatchObject({ events: [{ type: 'FurtherVoteDue', by: '2026-04-09', late: false }] })
    const near = rung(short(10), NEAR)
    expect(electionWakesAt(near)).toBe(LATE)
    expect(wake(near, later(NEAR, HOUR))).toMatchObject({ events: [] })
    expect(wake(near, LATE)).toMatchObject({ events: [{ type: 'FurtherVoteDue', late: true }] })
    const late = rung(near, LATE)
    expect(electionWakesAt(late)).toBeNull()
    expect(wake(late, later(LATE, DAY))).toMatchObject({ events: [] })
  })
  test('do not ring near where a day is fixed; only once it has passed without a vote', () => {
    const fixed = after(short(10), [fix('2026-04-09')])
    const eve: Instant = '2026-04-08T01:00:00.000Z'
    expect(electionWakesAt(fixed)).toBe(eve)
    expect(wake(fixed, eve)).toMatchObject({ events: [{ type: 'VotingNear' }] })
    expect(electionWakesAt(rung(fixed, eve))).toBe(LATE)
    const moved = after(short(10), [fix('2026-04-20'), STAFF, LATE])
    expect(electionWakesAt(moved)).toBe('2026-04-19T01:00:00.000Z')
  })
  test('that nobody was awake for are told as over, not as near', () => {
    expect(wake(short(10), LATE)).toMatchObject({ events: [{ late: true }] })
  })
  test('are counted anew from a further vote that leaves seats open', () => {
    const again = after(
      short(10),
      [fix('2026-04-04')],
      [{ type: 'OpenNextTurn', proxies: [] }, STAFF, '2026-04-04T02:00:00.000Z'],
    )
    expect(again).toMatchObject({ status: 'voting', furtherBy: '2026-04-09' })
    const given = Array.from(
      { length: 20 },
      (_, n) => ({ type: 'GiveBallot', voter: one.standing(n), to: 'self' }) as const,
    )
    const closed = after(again, ...given.map((each) => [each] as const), [{ type: 'CloseVoting' }])
    const count = {
      collected: 20,
      spoiled: 0,
      posts: { p1: { spoiled: 0, blank: 0, votes: { c1: 10, c2: 10 }, written: [] } },
    }
    const tied = after(closed, [{ type: 'EnterBox', box: 0, count }], [{ type: 'EnterBox', box: 0, count }, one.BRANCH])
    expect(tied).toMatchObject({ status: 'short', furtherBy: '2026-04-14', rung: 'none' })
  })
})

describe('a proxy who stands in the further vote', () => {
  const rules = { ...electionLawByKey('sh-village-election')!, women: null, moreCandidates: null }
  const held = (name: string, namesakes = 1): HeldProxy => ({ principal: 'vtr_1', holder: 'vtr_2', name, namesakes })
  const events = (state: Election, ...proxies: readonly HeldProxy[]) => {
    const found = decide(state, [fix('2026-04-04', proxies)])
    if (isRefused(found)) throw new Error(found.refused)
    return found.events
  }
  test('lapses when the vote is fixed, whatever spaces stand in the name', () => {
    expect(events(short(null, rules), held('王 芳'))).toMatchObject([
      { type: 'NextVoteFixed' },
      { type: 'ProxiesLapsed', lapsed: [{ principal: 'vtr_1', holder: 'vtr_2' }], reason: '' },
    ])
  })
  test('stays where they do not stand in it, or the rules do not say so', () => {
    expect(lastOf(short(null, rules)).sections[1]!.next).toEqual([])
    expect(events(short(null, rules), held('赵六'))).toHaveLength(1)
    const silent = { ...rules, proxies: { ...rules.proxies!, candidates: null } }
    expect(events(short(null, silent), held('王芳'))).toHaveLength(1)
  })
  test('stays for people to look at where several on the roll are called so', () => {
    const state = short(null, rules)
    expect(events(state, held('王芳', 2))).toHaveLength(1)
    expect(unsureProxies(state, [held('王芳', 2), held('王芳'), held('赵六', 2)])).toEqual([held('王芳', 2)])
  })
  test('lapses at the latest when the vote begins', () => {
    const fixed = after(short(null, rules), [fix('2026-03-30')])
    expect(decide(fixed, [{ type: 'OpenNextTurn', proxies: [held('王芳')] }])).toMatchObject({
      events: [{ type: 'ProxiesLapsed' }, { type: 'VotingOpened' }],
    })
  })
  test('the ledger says how many lapsed, and seals who', () => {
    const { facts, sealed } = electionEntry.ProxiesLapsed(events(short(null, rules), held('王芳'))[1] as never)
    expect(facts).toEqual({ lapsed: 1 })
    expect(sealed).toEqual({ pairs: [{ principal: 'vtr_1', holder: 'vtr_2' }], reason: '' })
  })
  const arrange = (holder: Partial<VoterStanding>): ElectionCommand => ({
    type: 'ArrangeProxy',
    principal: one.standing(1),
    holder: one.standing(2, holder),
    relation: '夫妻',
  })
  test('is refused from the start; another one is arranged in time for the further vote', () => {
    const state = short(null, rules)
    expect(decide(state, [arrange({})])).toMatchObject({ refused: 'next-vote-unfixed' })
    const fixed = after(state, [fix('2026-04-04')])
    expect(decide(fixed, [arrange({})])).toHaveProperty('events')
    expect(decide(fixed, [arrange({}), STAFF, '2026-03-30T16:00:00.000Z'])).toMatchObject({ refused: 'proxy-too-late' })
    expect(decide(fixed, [arrange({ name: '王芳' })])).toMatchObject({ refused: 'proxy-is-candidate' })
    expect(decide(fixed, [arrange({ name: '王芳', namesakes: 2 })])).toHaveProperty('events')
    const early = later(one.POLLING, -10 * DAY)
    expect(one.decide(one.published(), [arrange({ name: '甲' }), STAFF, early])).toMatchObject({
      refused: 'proxy-is-candidate',
    })
  })
  test('those who run it end one themselves, with a reason', () => {
    const lapse = (principal: VoterStanding | null): ElectionCommand => ({
      type: 'LapseProxy',
      principal,
      reason: '受托人是候选人本人',
    })
    const given = one.standing(1, { proxy: 'vtr_2' })
    for (const state of [one.published(), short(null, rules)]) {
      expect(one.decide(state, [lapse(given)])).toMatchObject({
        events: [{ lapsed: [{ principal: 'vtr_1', holder: 'vtr_2' }], reason: '受托人是候选人本人' }],
      })
      expect(one.decide(state, [lapse(one.standing(1))])).toMatchObject({ refused: 'no-proxy' })
      expect(one.decide(state, [lapse(null)])).toMatchObject({ refused: 'voter-unknown' })
      expect(one.decide(state, [lapse(given), PEOPLE.resident])).toMatchObject({ refused: 'not-your-election' })
    }
  })
})
