// Who votes for whom, and to whom a ballot is given out. RULES R2.4.
import { describe, expect, test } from 'vitest'
import { CLOCK, DAY, later } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import { type ElectionCommand, type VoterStanding, electionLawByKey } from './index.ts'
import { draft, PUBLISH, POLLING, decide, after, standing, give, published, voting } from './testing/one-list.ts'

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
