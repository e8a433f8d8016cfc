// What others hear of a draw: its matter how it stands, the ledger sizes and numbers without a word.
import { describe, expect, test } from 'vitest'
import { CLOCK } from '../kernel/index.ts'
import type { Matter } from '../matter/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { FORMAL, SMALL } from '../matter/testing/procedures.ts'
import { isOpen } from '../procedure/gates.ts'
import { matterMovedByDraw } from '../reactions/index.ts'
import { asks, given, raised, sorting, when } from '../reactions/testing/story.ts'
import { open as openMatter } from '../reactions/testing/world.ts'
import { type DrawCommand, type DrawEvent, NO_DRAW, type StandingDraw, drawEntry } from './index.ts'
import { AT, DICE, EVE, HOUSEHOLDS, LATER, NOW, announced, announcing, decide, drawn } from './testing/draw.ts'
import drand from './vectors/drand.json' with { type: 'json' }

describe('of a matter', () => {
  const SORTED = given(raised, asks(STAFF, sorting({}, FORMAL)))
  const TALKING = openMatter(SORTED)
  const of = (matter: Matter): DrawCommand => ({ ...announcing(), of: matter }) as DrawCommand

  test('it is announced at a stage that talks or decides, by whoever acts there, one at a time', () => {
    const answer = decide(NO_DRAW, of(TALKING), STAFF, NOW)
    expect(answer).toMatchObject({ events: [{ type: 'DrawAnnounced', matter: TALKING.id, path: TALKING.path }] })
    expect(decide(NO_DRAW, of(TALKING), EVE, NOW)).toEqual({ refused: 'not-yours-to-do' })
    const AT_WORK = openMatter(given(raised, asks(STAFF, sorting({}, SMALL))))
    expect(decide(NO_DRAW, of(AT_WORK), STAFF, NOW)).toMatchObject({ refused: 'not-at-this-stage' })
    const running = openMatter(when(SORTED, asks(CLOCK, noted('running'))))
    expect(decide(NO_DRAW, of(running), STAFF, NOW)).toEqual({ refused: 'one-at-a-time' })
  })

  const noted = (status: 'running' | 'ended' | 'withdrawn') => ({
    type: 'NoteProceeding' as const,
    proceeding: { kind: 'draw' as const, id: 'drw_1' as const, status },
    resolved: [],
  })

  test('the matter is told that it runs, that its result stands, and that it does not count', () => {
    const standing = { ...(announced() as StandingDraw), matter: TALKING.id }
    const told = (event: DrawEvent) => matterMovedByDraw(standing, event).map(({ command }) => command)
    expect(told({ ...standing, type: 'DrawAnnounced' } as DrawEvent)).toEqual([noted('running')])
    expect(told({ type: 'DrawMade', selected: [[1]], objectableUntil: AT })).toEqual([])
    expect(told({ type: 'DrawSettled' })).toEqual([noted('ended')])
    expect(told({ type: 'DrawAnnulled', reason: '', late: true, byStage: false })).toEqual([noted('withdrawn')])
    expect(told({ type: 'DrawAnnulled', reason: '', late: true, byStage: true })).toEqual([])
    expect(matterMovedByDraw({ ...standing, matter: null }, { type: 'DrawSettled' })).toEqual([])
  })

  test('once the matter goes on, a draw that is not made ends with its stage; a result stays', () => {
    const leaving: DrawCommand = { type: 'AnnulDraw', reason: '' }
    expect(decide(announced(), leaving, CLOCK, NOW)).toMatchObject({ events: [{ byStage: true, late: false }] })
    expect(decide(drawn(), leaving, CLOCK, LATER)).toMatchObject({ events: [] })
  })

  test('the gate opens with a result that stands', () => {
    const facts = (status: 'running' | 'ended' | 'withdrawn') =>
      openMatter(when(SORTED, asks(CLOCK, noted(status)))).facts
    const isSettled = (status: Parameters<typeof facts>[0]) => isOpen({ gate: 'draw-settled' }, facts(status), NOW)
    expect([isSettled('running'), isSettled('ended'), isSettled('withdrawn')]).toEqual([false, true, false])
  })
})

test('the ledger keeps sizes, moments and numbers in the open, words and lots sealed', () => {
  const entryOf = (event: DrawEvent) => drawEntry[event.type](event as never)
  const { facts, sealed } = entryOf({ ...(announced() as StandingDraw), type: 'DrawAnnounced' } as DrawEvent)
  expect(facts).toEqual({
    matter: null,
    pools: [5],
    count: 5,
    sources: ['lottery', 'dice'],
    moments: [AT, DICE.at],
    beacons: [null, null],
    objectionDays: 3,
  })
  expect(sealed).toMatchObject({ title: '晾衣区排位', announcement: { rounds: [{ pool: HOUSEHOLDS }] } })
  const { signature, randomness } = drand.quicknet.vectors[0]!
  expect(entryOf({ type: 'SourceKnown', source: 0, outcome: signature })).toEqual({
    facts: { source: 1, outcome: randomness },
    sealed: { signature },
  })
  expect(entryOf({ type: 'DrawMade', selected: [[2, 1]], objectableUntil: AT }).facts).toEqual({
    'round-1': [2, 1],
    objectableUntil: AT,
  })
})
