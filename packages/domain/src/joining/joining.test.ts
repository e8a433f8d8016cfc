import { expect, test } from 'vitest'
import { type Actor, VISITOR, isRefused } from '../kernel/index.ts'
import { type Joining, type JoiningCommand, joiningEntry, joiningRules } from './joining.ts'

const COMMAND: JoiningCommand = {
  type: 'JoinMatter',
  community: 'com_a',
  matter: 'mat_1',
  standing: { status: 'open', publicity: 'nameless', path: 'A.B1' },
  raiser: null,
  person: null,
  name: '王阿姨',
  phone: '13800138000',
  text: '我家门口也是',
  photos: [],
  channel: 'code',
  who: '13800138000',
  linkDigest: 'd',
}
const person = (role: 'staff' | 'resident', path = ''): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role, community: 'com_a', path, party: null }],
})
const decide = (
  more: Partial<JoiningCommand> = {},
  actor: Actor = VISITOR,
  joining: Joining = { status: 'absent' },
) => {
  const answer = joiningRules.decide(
    joining,
    { ...COMMAND, ...more },
    { actor, now: '2026-03-02T01:00:00.000Z', ids: (p) => `${p}_1` },
  )
  return isRefused(answer) ? answer.refused : answer.events.map(({ type }) => type)
}
const standing = (more: Partial<JoiningCommand['standing']>) => ({ standing: { ...COMMAND.standing, ...more } })

test('anybody joins an open public matter, and a closed or hidden one nobody', () => {
  expect(decide()).toEqual(['MatterJoined'])
  expect(decide(standing({ status: 'closed' }))).toBe('matter-closed')
  expect(decide(standing({ publicity: 'closed' }))).toBe('matter-unknown')
  // Whether a hidden matter is open is nobody's business either.
  expect(decide(standing({ publicity: 'closed', status: 'closed' }))).toBe('matter-unknown')
})

test('who said it already is one voice', () => {
  expect(decide({}, VISITOR, { status: 'joined', matter: 'mat_1' })).toEqual([])
  expect(decide({ person: 'per_a', raiser: 'per_a' }, person('resident'))).toBe('raised-by-you')
})

test('voices of a group are brought by who keeps its place', () => {
  expect(decide({ channel: 'group' })).toBe('not-yours-to-do')
  expect(decide({ channel: 'group' }, person('resident'))).toBe('not-yours-to-do')
  expect(decide({ channel: 'group' }, person('staff', 'A'))).toEqual(['MatterJoined'])
  expect(decide({ channel: 'group' }, person('staff', 'C'))).toBe('not-yours-to-do')
  expect(decide({ channel: 'group', ...standing({ publicity: 'closed' }) }, person('staff'))).toEqual(['MatterJoined'])
})

test('names, numbers and words are sealed', () => {
  const { facts, sealed } = joiningEntry.MatterJoined({ ...COMMAND, type: 'MatterJoined' })
  expect(facts).toEqual({ matter: 'mat_1', channel: 'code' })
  expect(Object.keys(sealed).toSorted()).toEqual(['link', 'name', 'person', 'phone', 'photos', 'text'])
})
