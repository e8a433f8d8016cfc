// When a secret election is valid, who is elected, and the second round; what its ledger says of a ballot. RULES R0.1, R0.2, R2.4.
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { type Election, NO_ELECTION, electionEntry, resultOf } from './index.ts'
import {
  law,
  NAMES,
  CANDIDATES,
  plan,
  draft,
  POLLING,
  type Asked,
  decide,
  give,
  voting,
  closed,
  type Figures,
  count,
  elected,
  enter,
  AGAIN,
  BRANCH,
  steps,
} from './testing/one-list.ts'

type Asked1 = { round?: 1 | 2; seats?: number; registered?: number; given?: number } & Figures
const result = (votes: readonly number[], more: Asked1 = {}) => {
  const { round = 1, seats = 2, registered = 100, given = 60, collected = 60, spoiled = 0, blank = 0 } = more
  const candidates = votes.map((each, index) => ({
    key: `c${index + 1}`,
    name: NAMES[index]!,
    written: false,
    woman: false,
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
    addsDown: false,
    reserved: null,
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
      posts: [
        { ...plan().posts[0]!, candidates: [...CANDIDATES, { key: 'c5', name: ' 甲', profile: '', woman: false }] },
      ],
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
