import { describe, expect, test } from 'vitest'
import { type Actor, type Hat, type Instant, isRefused } from '../kernel/index.ts'
import type { CommandOf } from '../matter/index.ts'
import { type NoteCommand, type Stairway, lookEntry, lookRules, noteEntry, noteRules } from './index.ts'

const NOW: Instant = '2026-03-02T01:00:00.000Z'
const wearing = (role: Hat['role'], path: string): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role, community: 'com_a', path, party: null }],
})
const seen = { community: 'com_a', path: 'G1.B1.S1', seenAt: '2026-03-02T00:30:00.000Z', heldThen: false } as const
const meta = (actor: Actor) => ({ actor, now: NOW, ids: (prefix: string) => `${prefix}_1` }) as never
const look = (
  more: object = {},
  actor = wearing('grid-worker', 'G1'),
  stairway: Stairway = { status: 'known', seenAt: null },
) => lookRules.decide(stairway, { type: 'LookAtStairway', ...seen, ...more }, meta(actor))

describe('a look', () => {
  test.each<[Actor, boolean]>([
    [wearing('grid-worker', 'G1'), true],
    [wearing('building-leader', 'G1.B1'), true],
    [wearing('volunteer', 'G1.B1.S1'), true],
    [wearing('staff', ''), true],
    [wearing('grid-worker', 'G2'), false],
    [wearing('volunteer', 'G1.B1.S2'), false],
    [wearing('resident', ''), false],
    [wearing('property', ''), false],
    [{ kind: 'visitor' }, false],
  ])('is taken by who goes round there: %#', (actor, may) => {
    expect(isRefused(look({}, actor))).toBe(!may)
  })

  test('of somebody whose round it was then still counts', () => {
    expect(look({ heldThen: true }, wearing('grid-worker', 'G2'))).toMatchObject({
      events: [{ type: 'StairwayLookedAt' }],
    })
  })

  test('was never in the future, nor too long ago', () => {
    expect(look({ seenAt: '2026-03-05T00:00:00.000Z' })).toMatchObject({ events: [{ seenAt: NOW }] })
    expect(look({ seenAt: '2026-01-31T01:00:00.000Z' })).toMatchObject({
      events: [{ seenAt: '2026-01-31T01:00:00.000Z' }],
    })
    expect(look({ seenAt: '2026-01-31T00:59:59.999Z' })).toMatchObject({ refused: 'seen-too-long-ago' })
  })

  test('that comes in late takes no later one back', () => {
    const late = look({}, wearing('staff', ''), { status: 'known', seenAt: '2026-03-02T00:45:00.000Z' })
    expect(late).toMatchObject({ state: { seenAt: '2026-03-02T00:45:00.000Z' } })
    expect(look()).toMatchObject({ state: { seenAt: seen.seenAt } })
  })

  test('needs a stairway, and tells the ledger no name', () => {
    expect(look({}, wearing('staff', ''), { status: 'unknown' })).toMatchObject({ refused: 'stairway-unknown' })
    expect(lookEntry.StairwayLookedAt({ type: 'StairwayLookedAt', seenAt: NOW })).toEqual({
      facts: { seenAt: NOW },
      sealed: {},
    })
  })
})

const raise = {
  type: 'RaiseMatter',
  id: 'mat_1',
  channel: 'patrol',
  raiser: null,
  code: '1',
} as unknown as CommandOf<'RaiseMatter'>
const note = (more: object, actor: Actor) =>
  noteRules.decide(
    { status: 'absent' },
    { type: 'NoteOnPatrol', raise, node: 'nod_1', settled: true, ...seen, ...more } as NoteCommand,
    meta(actor),
  )

describe('a note', () => {
  test('raises a matter of the patrol where it is the round of whoever wrote it', () => {
    const done = note({}, wearing('grid-worker', 'G1'))
    expect(done).toMatchObject({
      events: [{ raise: { channel: 'patrol', raiser: null }, handedOver: false, settled: true }],
    })
    if (isRefused(done)) throw new Error(done.refused)
    const { facts, sealed } = noteEntry.PatrolNoted(done.events[0]!)
    expect(facts).toEqual({ node: 'nod_1', seenAt: seen.seenAt, settled: true, handedOver: false })
    expect(sealed).toEqual({})
  })

  test('of a round that has changed hands goes to the desk in the name of whoever saw it', () => {
    expect(note({ heldThen: true }, wearing('grid-worker', 'G2'))).toMatchObject({
      events: [{ raise: { channel: 'web', raiser: 'per_a' }, handedOver: true }],
    })
  })

  test('of a round that was never theirs is refused', () => {
    expect(note({}, wearing('grid-worker', 'G2'))).toMatchObject({ refused: 'not-your-round' })
    expect(note({ heldThen: true }, { kind: 'visitor' })).toMatchObject({ refused: 'not-your-round' })
    expect(note({ seenAt: '2025-12-01T00:00:00.000Z', heldThen: true }, wearing('grid-worker', 'G2'))).toMatchObject({
      refused: 'seen-too-long-ago',
    })
  })
})
