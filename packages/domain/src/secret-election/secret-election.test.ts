// A secret election by the letter of R2.4: its roll and its days, the register, two tellers and a third, when it is valid, who is elected, and the second round.
import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, DAY, type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import { COMMUNITY, PEOPLE, STAFF, worker } from '../matter/testing/community.ts'
import {
  type BoxCount,
  type Election,
  type ElectionCommand,
  type ElectionPlan,
  type RosterResident,
  type VoterStanding,
  NO_ELECTION,
  electionEntry,
  electionWakesAt,
  electionLawByKey,
  electionRules,
  lastBirthday,
  proposeRoll,
  resultOf,
} from './index.ts'

/** A Monday in March 2026, ten o'clock in Shanghai. */
const NOW: Instant = '2026-03-02T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
const law = electionLawByKey('sh-village-election')!
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己']
const CANDIDATES = NAMES.slice(0, 4).map((name, index) => ({ key: `c${index + 1}`, name, profile: '' }))
const plan = (more: Partial<ElectionPlan> = {}): ElectionPlan => ({
  title: '村委会换届选举',
  purpose: '',
  posts: [{ key: 'p1', title: '', seats: 2, candidates: CANDIDATES }],
  day: '2026-03-30',
  place: '村委会大院，8:00–16:00',
  boxes: ['东片', '西片'],
  ...more,
})
const VOTERS = Array.from({ length: 100 }, (_, index) => ({
  voter: `vtr_${index}` as const,
  person: null,
  name: `村民${index}`,
  group: '一组',
}))
const draft = (more: Partial<ElectionPlan> = {}): ElectionCommand => ({
  type: 'DraftElection',
  id: 'elc_1',
  community: COMMUNITY,
  law,
  plan: plan(more),
})
const PUBLISH: ElectionCommand = { type: 'PublishRoll', voters: VOTERS, strangers: 0 }
const POLLING = later(NOW, 28 * DAY)

type Asked = readonly [ElectionCommand, Actor?, Instant?]
const decide = (state: Election, [command, actor = STAFF, now = NOW]: Asked) =>
  electionRules.decide(state, command, { actor, now, ids })
const after = (...asked: readonly Asked[]): Election =>
  asked.reduce((state: Election, each) => {
    const found = decide(state, each)
    if (isRefused(found)) throw new Error(`${each[0].type}: ${found.refused}`)
    return found.state
  }, NO_ELECTION)

const standing = (n: number, more: Partial<VoterStanding> = {}): VoterStanding => ({
  voter: `vtr_${n}`,
  struck: false,
  taken: false,
  proxy: null,
  holds: 0,
  ...more,
})
const OPEN: ElectionCommand = { type: 'OpenVoting', unruled: 0 }
const give = (n: number, more: Partial<VoterStanding> = {}, to: 'self' | 'proxy' = 'self'): ElectionCommand => ({
  type: 'GiveBallot',
  voter: standing(n, more),
  to,
})
const published = () => after([draft()], [PUBLISH])
const voting = () => after([draft()], [PUBLISH], [OPEN, STAFF, POLLING])
const givenTo = (many: number, state = voting()): Election =>
  Array.from({ length: many }).reduce((known: Election, _, n) => {
    const found = decide(known, [give(n), STAFF, POLLING])
    if (isRefused(found)) throw new Error(found.refused)
    return found.state
  }, state)
const closed = (many = 80): Election => {
  const found = decide(givenTo(many), [{ type: 'CloseVoting' }, STAFF, POLLING])
  if (isRefused(found)) throw new Error(found.refused)
  return found.state
}
type Figures = { readonly collected?: number; readonly spoiled?: number; readonly blank?: number }
const count = (votes: readonly number[], { collected = 40, spoiled = 2, blank = 1 }: Figures = {}): BoxCount => ({
  collected,
  spoiled: 0,
  posts: {
    p1: {
      spoiled,
      blank,
      votes: Object.fromEntries(votes.map((given, index) => [`c${index + 1}`, given])),
      written: [],
    },
  },
})
const elected = (...keys: readonly string[]) => keys.map((key) => ({ post: 'p1', key }))
const FULL = count([30, 25, 9, 5])
const enter = (box: number, counted: BoxCount): ElectionCommand => ({ type: 'EnterBox', box, count: counted })
const PLACE = '村委会大院'
/** Voted on again on the same day. */
const AGAIN: readonly Asked[] = [
  [{ type: 'FixNextVote', day: '2026-03-30', place: PLACE }, STAFF, POLLING],
  [{ type: 'OpenNextTurn' }, STAFF, POLLING],
]
const BRANCH = worker('branch')
const VOLUNTEER = worker('volunteer')
const steps = (state: Election, ...asked: readonly Asked[]) => {
  let known = state
  for (const each of asked) {
    const found = decide(known, each)
    if (isRefused(found)) return found
    known = found.state
  }
  return known
}

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

describe('proxies (Shanghai 16–23)', () => {
  const arrange = (principal: VoterStanding, holder: VoterStanding): ElectionCommand => ({
    type: 'ArrangeProxy',
    principal,
    holder,
    relation: '夫妻',
  })
  const early = later(POLLING, -5 * DAY)
  test.each([
    ['five days before', arrange(standing(1), standing(2)), early, null],
    ['four days before', arrange(standing(1), standing(2)), later(early, DAY), 'proxy-too-late'],
    ['a third principal', arrange(standing(1), standing(2, { holds: 2 })), early, null],
    ['a fourth', arrange(standing(1), standing(2, { holds: 3 })), early, 'proxy-full'],
    [
      'somebody who has given away their own',
      arrange(standing(1), standing(2, { proxy: 'vtr_3' })),
      early,
      'proxy-not-allowed',
    ],
    ['a second one', arrange(standing(1, { proxy: 'vtr_3' }), standing(2)), early, 'proxy-stands'],
    ['somebody who votes for others', arrange(standing(1, { holds: 1 }), standing(2)), early, 'proxy-stands'],
    ['oneself', arrange(standing(1), standing(1)), early, 'proxy-not-allowed'],
    ['somebody struck from the roll', arrange(standing(1), standing(2, { struck: true })), early, 'voter-struck'],
  ])('%s', (_, command, now, refused) => {
    const found = decide(published(), [command, STAFF, now])
    if (refused) expect(found).toMatchObject({ refused })
    else expect(found).toHaveProperty('events')
  })
  test('a body whose charter knows none has none', () => {
    const house = electionLawByKey('house-secret-election')!
    const state = after([{ ...draft(), law: house } as ElectionCommand], [PUBLISH])
    expect(decide(state, [arrange(standing(1), standing(2)), STAFF, early])).toMatchObject({
      refused: 'proxy-not-allowed',
    })
  })
})

describe('a ballot is given out', () => {
  test.each([
    ['once', give(1), null],
    ['not twice', give(1, { taken: true }), 'ballot-taken'],
    ['not to whoever was struck', give(1, { struck: true }), 'voter-struck'],
    ['to the proxy of a principal', give(1, { proxy: 'vtr_2' }, 'proxy'), null],
    ['not to the principal beside the proxy', give(1, { proxy: 'vtr_2' }), 'proxy-votes'],
    ['not to a proxy who was never arranged', give(1, {}, 'proxy'), 'no-proxy'],
    ['not to whom the roll does not know', { type: 'GiveBallot', voter: null, to: 'self' } as const, 'voter-unknown'],
  ])('%s', (_, command, refused) => {
    const found = decide(voting(), [command, STAFF, POLLING])
    if (refused) expect(found).toMatchObject({ refused })
    else expect(found).toMatchObject({ events: [{ type: 'BallotGiven' }] })
  })
  test('by tellers alone', () => {
    expect(decide(voting(), [give(1), PEOPLE.resident, POLLING])).toMatchObject({ refused: 'not-your-election' })
    expect(decide(voting(), [give(1), CLOCK, POLLING])).toMatchObject({ refused: 'not-your-election' })
  })
})

describe('a box is counted', () => {
  test('by two who agree; the last box tells the result on the spot', () => {
    const done = steps(
      closed(),
      [enter(0, FULL)],
      [enter(0, FULL), BRANCH],
      [enter(1, count([28, 20, 12, 3]))],
      [enter(1, count([28, 20, 12, 3])), BRANCH],
    )
    expect(done).toMatchObject({ status: 'decided', elected: elected('c1', 'c2'), results: [{ open: 0, void: null }] })
  })
  test('not twice by one', () => {
    expect(steps(closed(), [enter(0, FULL)], [enter(0, FULL)])).toMatchObject({ refused: 'second-person-needed' })
  })
  test('by a third where two differ: with whom the third agrees', () => {
    const other = count([29, 25, 9, 5])
    const two = steps(closed(), [enter(0, FULL)], [enter(0, other), BRANCH])
    expect(two).toMatchObject({ counted: [{ settled: null }, {}] })
    expect(steps(two as Election, [enter(0, FULL), BRANCH])).toMatchObject({ refused: 'second-person-needed' })
    expect(steps(two as Election, [enter(0, other), VOLUNTEER])).toMatchObject({ counted: [{ settled: other }, {}] })
    const anew = steps(two as Election, [enter(0, count([28, 25, 9, 5])), VOLUNTEER])
    expect(anew).toMatchObject({ counted: [{ settled: null, counts: [], recounts: 1 }, {}] })
    expect(steps(anew as Election, [enter(0, FULL)], [enter(0, FULL), BRANCH])).toMatchObject({
      counted: [{ settled: FULL }, {}],
    })
  })
  test.each([
    ['a candidate is missing', count([30, 25, 9]), 'box-incomplete'],
    ['somebody else stands there', count([30, 25, 9, 5, 1]), 'box-incomplete'],
    ['more votes for one than valid ballots', count([38, 0, 0, 0]), 'box-impossible'],
    ['more marks than seats allow', count([37, 37, 1, 0]), 'box-impossible'],
    ['fewer marks than valid ballots', count([36, 0, 0, 0]), 'box-impossible'],
    ['more spoiled than collected', count([0, 0, 0, 0], { collected: 1 }), 'box-impossible'],
    [
      'so few that a choice could be guessed',
      count([5, 4, 0, 0], { collected: 9, spoiled: 0, blank: 0 }),
      'box-too-small',
    ],
  ])('not when %s', (_, counted, refused) => {
    expect(decide(closed(), [enter(0, counted)])).toMatchObject({ refused })
  })
  test('an empty box, mixed into another, is counted as empty', () => {
    expect(decide(closed(), [enter(0, count([0, 0, 0, 0], { collected: 0, spoiled: 0, blank: 0 }))])).toHaveProperty(
      'events',
    )
  })
  test('what the first came to is sealed until it is settled', () => {
    const found = decide(closed(), [enter(0, FULL)])
    if (isRefused(found)) throw new Error(found.refused)
    expect(found.events.map((event) => electionEntry[event.type](event as never).facts)).toEqual([{ box: 0 }])
  })
})

type Asked1 = { round?: 1 | 2; seats?: number; registered?: number; given?: number } & Figures
const result = (votes: readonly number[], more: Asked1 = {}) => {
  const { round = 1, seats = 2, registered = 100, given = 60, collected = 60, spoiled = 0, blank = 0 } = more
  const candidates = votes.map((each, index) => ({
    key: `c${index + 1}`,
    name: NAMES[index]!,
    written: false,
    votes: each,
  }))
  const found = resultOf({
    law,
    round,
    registered,
    given,
    collected,
    spoiled: 0,
    kept: [],
    sections: [{ post: 'p1', title: '', seats, spoiled, blank, candidates }],
  })
  const { open: _, ...section } = found.sections[0]!
  return { ...found, ...section }
}

describe('the result', () => {
  test('more than half of the registered have voted; exactly half is void (R0.2)', () => {
    const half = result([40, 35], { collected: 50 })
    expect(half).toMatchObject({ void: 'too-few-voted', elected: [], open: 2 })
    expect(half.lines[1]!.zh).toBe(
      '参加投票 50 ÷ 登记选民 100 > 1/2？ 2×50=100 = 100 ✗（《村民委员会组织法》第十五条）',
    )
    expect(result([40, 35], { collected: 51 }).void).toBeNull()
  })
  test('more ballots back than were given out make it void', () => {
    expect(result([40, 35], { collected: 61 })).toMatchObject({ void: 'more-ballots-than-given', elected: [] })
  })
  test('elected with more than half of the ballots cast, spoiled ones among them', () => {
    const found = result([31, 30, 20], { spoiled: 5 })
    expect(found).toMatchObject({ elected: ['c1'], open: 1, next: ['c2', 'c3'] })
    expect(found.candidates[0]!.line.zh).toBe(
      '甲 得票 31 ÷ 收回的票 60 > 1/2？ 2×31=62 > 60 ✓（《村民委员会组织法》第十五条）',
    )
  })
  test('more pass than there are seats: most votes first', () => {
    expect(result([40, 50, 31]).elected).toEqual(['c2', 'c1'])
  })
  test('a tie for the last seat is voted on again between those who tie', () => {
    expect(result([50, 35, 35])).toMatchObject({ elected: ['c1'], open: 1, next: ['c2', 'c3'] })
  })
  test('the second round: most votes, with at least a third (R0.1)', () => {
    expect(result([20, 19], { round: 2, seats: 1 })).toMatchObject({ elected: ['c1'], open: 0 })
    expect(result([19, 18], { round: 2, seats: 1 })).toMatchObject({ elected: [], open: 1 })
  })
  test('the second round needs no half of the registered', () => {
    expect(result([20, 5], { collected: 30, round: 2, seats: 1 }).void).toBeNull()
  })
  test('into the second round go the ones with most votes, one more than seats, and whoever has as many as the last', () => {
    expect(result([40, 20, 20, 20, 5]).next).toEqual(['c2', 'c3', 'c4'])
  })
  test('a void turn is held again as it was', () => {
    const done = steps(
      closed(45),
      [enter(0, count([15, 10, 2, 1], { collected: 20, spoiled: 0, blank: 0 }))],
      [enter(0, count([15, 10, 2, 1], { collected: 20, spoiled: 0, blank: 0 })), BRANCH],
      [enter(1, count([15, 10, 2, 1], { collected: 20, spoiled: 0, blank: 0 }))],
      [enter(1, count([15, 10, 2, 1], { collected: 20, spoiled: 0, blank: 0 })), BRANCH],
      ...AGAIN,
    )
    expect(done).toMatchObject({
      status: 'voting',
      turn: {
        round: 1,
        number: 2,
        given: 0,
        sections: [{ seats: 2, standing: CANDIDATES.map(({ key, name }) => ({ key, name })) }],
      },
    })
  })
  test('seats left open go to a second round, or stay open by decision', () => {
    const short = steps(
      closed(),
      ...([0, 1] as const).flatMap((box): Asked[] => {
        const counted = count([30, 15, 12, 3])
        return [[enter(box, counted)], [enter(box, counted), BRANCH]]
      }),
    ) as Election
    expect(short).toMatchObject({ status: 'short', elected: elected('c1') })
    expect(steps(short, ...AGAIN)).toMatchObject({
      status: 'voting',
      turn: { round: 2, sections: [{ seats: 1, standing: [{ key: 'c2' }, { key: 'c3' }] }] },
    })
    expect(steps(short, [{ type: 'EndShort', reason: '另行补选' }])).toMatchObject({
      status: 'decided',
      elected: elected('c1'),
    })
  })
})

test.each([
  [
    'two of one name',
    {
      posts: [{ ...plan().posts[0]!, candidates: [...CANDIDATES, { key: 'c5', name: ' 甲', profile: '' }] }],
    },
    'candidates-twice',
  ],
  ['two boxes of one name', { boxes: ['东片', '东片'] }, 'boxes-twice'],
])('%s is refused', (_, more, refused) => {
  expect(decide(NO_ELECTION, [draft(more)])).toMatchObject({ refused })
})

test('the ledger says that a ballot was given out, seals to whom, and knows nothing of what was marked', () => {
  const found = decide(voting(), [give(7), STAFF, POLLING])
  if (isRefused(found)) throw new Error(found.refused)
  const [event] = found.events
  const entry = electionEntry.BallotGiven(event as never)
  expect(entry.facts).toEqual({ turn: 1 })
  expect(Object.keys(entry.sealed)).toEqual(['voter', 'holder', 'by'])
})
