// The roll of a secret election: its days, objections and rulings, whom the roster proposes, and what the clock rings for. RULES R0.4, R2.4.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, type Instant, isRefused, later } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import {
  type Election,
  type ElectionCommand,
  type ElectionPlan,
  type RosterResident,
  electionWakesAt,
  lastBirthday,
  proposeRoll,
} from './index.ts'
import { NOW, VOTERS, draft, PUBLISH, POLLING, decide, after, OPEN, published, voting } from './testing/one-list.ts'

describe('the roll', () => {
  test('twenty whole days lie between its publication and the vote', () => {
    const on = (day: ElectionPlan['day']) => decide(after([draft({ day })]), [PUBLISH])
    expect(on('2026-03-22')).toMatchObject({ refused: 'roll-too-late' })
    expect(on('2026-03-23')).toMatchObject({ state: { status: 'published', registered: 100 } })
  })
  test('anybody objects in five days, and not after; the last day is not a Saturday (R0.4)', () => {
    const object: ElectionCommand = { type: 'ObjectToRoll', objection: 'obj_1', text: '漏了我', name: '王五' }
    const state = published()
    // Five days from Monday the second end on Saturday the seventh, and so with Monday the ninth.
    expect(state).toMatchObject({ objectionsUntil: '2026-03-09T16:00:00.000Z' })
    expect(decide(state, [object, PEOPLE.resident, '2026-03-09T15:59:59.999Z'])).toHaveProperty('events')
    expect(decide(state, [object, PEOPLE.resident, '2026-03-09T16:00:00.000Z'])).toMatchObject({
      refused: 'objection-too-late',
    })
  })
  test('it is ruled on in three days; later it is said to be late', () => {
    const rule = (now: Instant) =>
      decide(published(), [
        { type: 'RuleOnObjection', objection: { id: 'obj_1', at: NOW, ruled: false }, upheld: true, reason: '补上' },
        STAFF,
        now,
      ])
    expect(rule('2026-03-05T15:59:59.999Z')).toMatchObject({ events: [{ late: false }] })
    expect(rule('2026-03-05T16:00:00.000Z')).toMatchObject({ events: [{ late: true }] })
  })
  test('nobody votes while an objection waits, nor before the day', () => {
    expect(decide(published(), [{ type: 'OpenVoting', unruled: 1 }, STAFF, POLLING])).toMatchObject({
      refused: 'objections-unruled',
    })
    expect(decide(published(), [OPEN, STAFF, later(POLLING, -DAY)])).toMatchObject({ refused: 'election-too-early' })
  })
  test('it is corrected until the day before', () => {
    const change: ElectionCommand = { type: 'CorrectRoll', add: [], strike: ['vtr_1'], reason: '已迁出' }
    expect(decide(published(), [change, STAFF, later(POLLING, -DAY)])).toMatchObject({ state: { registered: 99 } })
    expect(decide(published(), [change, STAFF, POLLING])).toMatchObject({ refused: 'correction-too-late' })
  })
})

describe('the roll that the roster proposes', () => {
  const resident = (n: number, name: string, signedUp = false): RosterResident => ({
    person: `per_${n}`,
    name,
    group: '一组',
    signedUp,
  })
  test('who is known by name is proposed; who is not, and what is no person, is shown and left out', () => {
    const all = [
      resident(1, '赵国强'),
      resident(2, '尾号0001', true),
      resident(3, '春江置业有限公司'),
      resident(4, '王 芳'),
      resident(5, '王芳'),
    ]
    expect(proposeRoll(all).map(({ proposed, cautions }) => [proposed, ...cautions])).toEqual([
      [true],
      [false, 'signed-up'],
      [false, 'organisation'],
      [true, 'same-name'],
      [true, 'same-name'],
    ])
    expect(proposeRoll(all).map(({ name }) => name)).toEqual(all.map(({ name }) => name))
  })
  test('of age is who has had the eighteenth birthday by the day of the vote', () => {
    expect(lastBirthday('2026-03-30')).toBe('2008-03-30')
    expect(lastBirthday('2028-02-29')).toBe('2010-02-28')
  })
  test('a person stands on it once, and only if the roster knows them', () => {
    const twice = [1, 2].map((n) => ({ ...VOTERS[n]!, person: 'per_1' as const }))
    expect(decide(after([draft()]), [{ ...PUBLISH, voters: twice } as ElectionCommand])).toMatchObject({
      refused: 'roll-twice',
    })
    expect(decide(after([draft()]), [{ ...PUBLISH, strangers: 1 } as ElectionCommand])).toMatchObject({
      refused: 'voter-unknown',
    })
  })
})

describe('the clock', () => {
  const object = (objection: `obj_${string}`): ElectionCommand => ({
    type: 'ObjectToRoll',
    objection,
    text: '漏了我',
    name: '王五',
  })
  const WAKE: ElectionCommand = { type: 'WakeElection' }
  /** Three days from Monday the second end with Thursday the fifth. */
  const DUE: Instant = '2026-03-05T16:00:00.000Z'
  /** Nine in Shanghai on the day before the thirtieth. */
  const EVE: Instant = '2026-03-29T01:00:00.000Z'
  const objected = () => after([draft()], [PUBLISH], [object('obj_1'), PEOPLE.resident])

  test('it rings once when a ruling is late, and not for one that came in time', () => {
    const two = after(
      [draft()],
      [PUBLISH],
      [object('obj_1'), PEOPLE.resident],
      [object('obj_2'), PEOPLE.resident],
      [{ type: 'RuleOnObjection', objection: { id: 'obj_1', at: NOW, ruled: false }, upheld: true, reason: '补上' }],
    )
    expect(electionWakesAt(two)).toBe(DUE)
    expect(decide(two, [WAKE, CLOCK, later(DUE, -1)])).toMatchObject({ events: [] })
    const rung = decide(two, [WAKE, CLOCK, DUE])
    expect(rung).toMatchObject({ events: [{ type: 'RulingsOverdue', objections: ['obj_2'] }] })
    if (isRefused(rung)) throw new Error(rung.refused)
    expect(electionWakesAt(rung.state)).toBe(EVE)
    expect(decide(rung.state, [WAKE, CLOCK, DUE])).toMatchObject({ events: [] })
  })
  test('it rings once on the morning before the vote', () => {
    const state = published()
    expect(electionWakesAt(state)).toBe(EVE)
    expect(decide(state, [WAKE, CLOCK, later(EVE, -1)])).toMatchObject({ events: [] })
    const rung = decide(state, [WAKE, CLOCK, EVE])
    expect(rung).toMatchObject({ events: [{ type: 'VotingNear' }] })
    if (isRefused(rung)) throw new Error(rung.refused)
    expect(electionWakesAt(rung.state)).toBeNull()
  })
  test('nobody else may ring, and it rings for no draft and no vote that runs', () => {
    expect(decide(objected(), [WAKE, STAFF, DUE])).toMatchObject({ refused: 'not-your-election' })
    expect(electionWakesAt(after([draft()]))).toBeNull()
    expect(electionWakesAt(voting())).toBeNull()
  })
  test('beyond the published calendar somebody may still object; then days are counted as they are', () => {
    const far = { ...published(), objectionsUntil: '2091-01-09T16:00:00.000Z' } as Election
    expect(decide(far, [object('obj_1'), PEOPLE.resident, '2091-01-05T02:00:00.000Z'])).toMatchObject({
      events: [{ due: '2091-01-08T16:00:00.000Z' }],
    })
  })
})
