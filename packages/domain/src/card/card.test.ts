import { expect, test } from 'vitest'
import { type Actor, CLOCK, isRefused } from '../kernel/index.ts'
import { type Card, type CardCommand, cardEntry, cardRules } from './card.ts'

const STANDING = { community: 'com_a', matter: 'mat_1', group: 'grp_1', path: 'A.B1' } as const
const OWE: CardCommand = { type: 'OweCard', ...STANDING }
const leader = (path: string): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role: 'building-leader', community: 'com_a', path, party: null }],
})
const decide = (card: Card, command: CardCommand, actor: Actor) => {
  const answer = cardRules.decide(card, command, { actor, now: '2026-03-02T01:00:00.000Z', ids: (p) => `${p}_1` })
  return isRefused(answer) ? answer.refused : answer.events.map(({ type }) => type)
}
const [owed, posted]: Card[] = [
  { status: 'owed', ...STANDING },
  { status: 'posted', ...STANDING },
]

test('a change of stage owes one card, and after it was posted another', () => {
  expect(decide({ status: 'absent' }, OWE, CLOCK)).toEqual(['CardOwed'])
  expect(decide(owed!, OWE, CLOCK)).toEqual([])
  expect(decide(posted!, OWE, CLOCK)).toEqual(['CardOwed'])
  expect(decide({ status: 'absent' }, OWE, leader(''))).toBe('not-yours-to-do')
})

test('who keeps the group marks it posted, once', () => {
  const post = { type: 'PostCard' } as const
  expect(decide(owed!, post, leader('A.B1'))).toEqual(['CardPosted'])
  expect(decide(owed!, post, leader('A.B2'))).toBe('not-yours-to-do')
  expect(decide(posted!, post, leader('A.B2'))).toBe('not-yours-to-do')
  expect(decide(posted!, post, leader('A'))).toBe('card-posted')
  expect(cardEntry.CardPosted({ type: 'CardPosted', matter: 'mat_1', group: 'grp_1' })?.sealed).toEqual({})
})
