// A box counted by two who cannot see each other, and a third where they differ. RULES R2.4.
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { type Election, electionEntry } from './index.ts'
import { decide, closed, count, elected, FULL, enter, BRANCH, VOLUNTEER, steps } from './testing/one-list.ts'

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
