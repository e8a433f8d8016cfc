import { expect, test } from 'vitest'
import { type Actor, type Hat, isRefused } from '../kernel/index.ts'
import { type Excerpt, type ExcerptCommand, type Fate, type Raising, excerptEntry, excerptRules } from './excerpt.ts'
import type { Draft } from './reading.ts'

const wearing = (hat: Partial<Hat>): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role: 'staff', community: 'com_a', path: '', party: null, ...hat }],
})
const STAFF = wearing({})
const LEADER = wearing({ role: 'building-leader', path: 'A.B1' })
const decide = (excerpt: Excerpt, command: ExcerptCommand, actor = STAFF) =>
  excerptRules.decide(excerpt, command, { actor, now: '2026-03-02T01:00:00.000Z', ids: (prefix) => `${prefix}_1` })

const SEAT = { community: 'com_a', group: 'grp_a', path: 'A.B1' } as const
const DRAFT: Draft = {
  speaker: '3-201王阿姨',
  at: null,
  title: '灯坏了',
  text: '灯坏了',
  where: null,
  kind: null,
  pictures: 0,
  voices: 0,
  also: [],
}
const READ = { drafts: [DRAFT], messages: 2, passed: 1 }
const pasted = (...fates: Fate[]): Excerpt => ({ status: 'pasted', ...SEAT, fates })
const raising = (path: string) => ({ type: 'RaiseMatter', id: 'mat_1', community: 'com_a', path }) as unknown as Raising
const confirm = (draft: number, path = 'A.B1.S2'): ExcerptCommand => ({
  type: 'ConfirmDraft',
  draft,
  raising: raising(path),
  joinings: [],
})
const JOIN: ExcerptCommand = { type: 'JoinDraft', draft: 0, matter: 'mat_2', joinings: [] }
const DISMISS: ExcerptCommand = { type: 'DismissDraft', draft: 0, reason: '闲聊' }

const types = (answer: ReturnType<typeof decide>) =>
  isRefused(answer) ? answer.refused : answer.events.map(({ type }) => type)

test.each([
  [STAFF, true],
  [LEADER, true],
  [wearing({ role: 'branch' }), true],
  [wearing({ role: 'grid-worker', path: 'A' }), true],
  [wearing({ role: 'grid-worker', path: 'B' }), false],
  [wearing({ role: 'building-leader', path: 'A.B1.S1' }), false],
  [wearing({ role: 'property' }), false],
  [wearing({ community: 'com_b' }), false],
  [{ kind: 'visitor' } as Actor, false],
  [{ kind: 'clock' } as Actor, false],
])('only who keeps the group’s place pastes, confirms, joins and dismisses', (actor, may) => {
  const absent: Excerpt = { status: 'absent' }
  const paste: ExcerptCommand = { type: 'PasteExcerpt', ...SEAT, text: 'x', ...READ }
  for (const [state, command] of [
    [absent, paste],
    [pasted('waiting'), confirm(0, 'A.B1')],
    [pasted('waiting'), JOIN],
    [pasted('waiting'), DISMISS],
  ] as const)
    expect(types(decide(state, command, actor)) === 'not-yours-to-do').toBe(!may)
})

test('each draft is decided once, and with the last one the excerpt is settled', () => {
  expect(types(decide(pasted('waiting', 'waiting'), confirm(0)))).toEqual(['DraftConfirmed'])
  expect(types(decide(pasted('waiting', 'dismissed'), JOIN))).toEqual(['DraftJoined', 'ExcerptSettled'])
  expect(types(decide(pasted('confirmed', 'waiting'), DISMISS))).toBe('draft-decided')
  expect(types(decide(pasted('waiting'), confirm(1)))).toBe('draft-unknown')
  const settled: Excerpt = { status: 'settled', ...SEAT, fates: ['confirmed'] }
  for (const command of [confirm(0), JOIN, DISMISS]) expect(types(decide(settled, command))).toBe('draft-decided')
})

test('a draft is raised where its confirmer keeps the place, and nowhere else', () => {
  expect(types(decide(pasted('waiting'), confirm(0, 'A.B1.S2'), LEADER))).toContain('DraftConfirmed')
  expect(types(decide(pasted('waiting'), confirm(0, 'A.B2'), LEADER))).toBe('not-yours-to-do')
  expect(types(decide(pasted('waiting'), confirm(0, 'A.B2'), STAFF))).toContain('DraftConfirmed')
})

test('an excerpt in which nothing is to be raised is not kept', () => {
  const paste: ExcerptCommand = { type: 'PasteExcerpt', ...SEAT, text: '谢谢', ...READ, drafts: [] }
  expect(types(decide({ status: 'absent' }, paste))).toBe('nothing-to-raise')
})

test('the ledger keeps counts and ids of an excerpt, and no word of the chat', () => {
  const entry = excerptEntry.ExcerptPasted({ type: 'ExcerptPasted', ...SEAT, text: '暗号', ...READ })
  expect(entry).toEqual({ facts: { group: 'grp_a', drafts: 1 }, sealed: {} })
})
