// Announcing a draw: by whom, how far ahead, and what cannot be changed any more.
import { describe, expect, test } from 'vitest'
import { type Instant, later } from '../kernel/index.ts'
import { PEOPLE } from '../matter/testing/community.ts'
import type { Announcement } from './announcement.ts'
import { type Draw, NO_DRAW, digestOf } from './index.ts'
import {
  ANN,
  DICE,
  HOUSEHOLDS,
  LATER,
  LOTTERY,
  MINUTE,
  NOW,
  RED,
  announced,
  announcement,
  announcing,
  decide,
  entering,
} from './testing/draw.ts'

describe('announcing', () => {
  test('the desk announces; pools, sources and moments stand in the open', () => {
    const answer = decide(NO_DRAW, announcing())
    expect(answer).toMatchObject({ events: [{ type: 'DrawAnnounced', matter: null, path: '' }] })
    expect(announced()).toMatchObject({ status: 'announced', digest: digestOf('drw_1', announcement()) })
  })

  test.each([
    'resident',
    'grid-worker',
    'staff-of-the-west',
    'staff-of-another-community',
    'visitor',
    'clock',
  ] as const)('not by %s', (who) => {
    expect(decide(NO_DRAW, announcing(), PEOPLE[who])).toEqual({ refused: 'not-yours-to-do' })
  })

  const source = (at: Instant) => [{ ...LOTTERY, at }, DICE]
  test('R6.7, R6.8: every source lies ahead by as long as the ledger needs', () => {
    for (const at of [NOW, later(NOW, -MINUTE), later(NOW, 5 * MINUTE - 1)])
      expect(decide(NO_DRAW, announcing({ sources: source(at) }))).toEqual({
        refused: 'source-moment-passed',
        detail: { source: 1, minutes: 5 },
      })
    expect(decide(NO_DRAW, announcing({ sources: source(later(NOW, 5 * MINUTE)) }))).toHaveProperty('events')
  })

  const round = (pool: readonly string[], count: number) => ({ name: '', pool, count })
  test.each<[string, Partial<Announcement>, string]>([
    ['a pool of one', { rounds: [round(['1 号'], 1)] }, 'pool-too-small'],
    ['an empty pool', { rounds: [round([], 1)] }, 'pool-too-small'],
    ['a lot twice', { rounds: [round(['1 号', '2 号', '1 号'], 1)] }, 'lot-twice'],
    ['a lot twice, written wide', { rounds: [round(['1 号', '２ 号', ' 2  号'], 1)] }, 'lot-twice'],
    ['more than the pool', { rounds: [round(HOUSEHOLDS, 6)] }, 'count-exceeds-pool'],
    ['nobody', { rounds: [round(HOUSEHOLDS, 0)] }, 'count-exceeds-pool'],
    ['rounds that differ', { rounds: [round(HOUSEHOLDS, 5), round(HOUSEHOLDS, 4)] }, 'rounds-differ'],
    ['no sources', { sources: [] }, 'source-unfit'],
    ['a lottery of fewer balls than it draws', { sources: [{ ...LOTTERY, most: 5 }] }, 'source-unfit'],
    ['a die of one side', { sources: [{ ...DICE, sides: 1 }] }, 'source-unfit'],
    ['one throw for five households', { sources: [{ ...DICE, throws: 1 }] }, 'sources-too-weak'],
  ])('not with %s', (_, more, refused) => {
    expect(decide(NO_DRAW, announcing(more))).toMatchObject({ refused })
  })

  test('R6.7: nothing that was announced can be announced anew or changed', () => {
    expect(decide(announced(), announcing({ title: '另一个' }))).toMatchObject({ refused: 'not-in-this-state' })
    const moved = {
      ...announced(),
      announcement: announcement({ rounds: [round(HOUSEHOLDS.toReversed(), 5)] }),
    } as Draw
    expect(decide(moved, entering(0, RED), ANN, LATER)).toEqual({ refused: 'announcement-altered' })
    const swapped = {
      ...announced(),
      announcement: announcement({ sources: [{ ...LOTTERY, most: 34 }, DICE] }),
    } as Draw
    expect(decide(swapped, entering(0, RED), ANN, LATER)).toEqual({ refused: 'announcement-altered' })
  })
})
