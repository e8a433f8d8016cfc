// A draw's life: announced ahead, its sources told alike by two people, made by nobody, objected to, settled or annulled.
import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, type Ids, type Instant, type PersonId, VISITOR, isRefused, later } from '../kernel/index.ts'
import { isRoundSignature } from '../beacon/index.ts'
import type { Matter } from '../matter/index.ts'
import { COMMUNITY, PEOPLE, STAFF, worker } from '../matter/testing/community.ts'
import { FORMAL, SMALL } from '../matter/testing/procedures.ts'
import { isOpen } from '../procedure/gates.ts'
import { matterMovedByDraw } from '../reactions/index.ts'
import { asks, given, raised, sorting, when } from '../reactions/testing/story.ts'
import { open as openMatter } from '../reactions/testing/world.ts'
import type { Announcement, DrawSource } from './announcement.ts'
import { timeOfRound } from './drand.ts'
import {
  type Draw,
  type DrawCommand,
  type DrawEvent,
  NO_DRAW,
  type StandingDraw,
  claimsOf,
  digestOf,
  drawEntry,
  drawLots,
  drawRules,
  turnsOf,
} from './index.ts'
import drand from './vectors/drand.json' with { type: 'json' }

const ids: Ids = (prefix) => `${prefix}_new`
const NOW: Instant = '2026-11-27T02:00:00.000Z'
const AT: Instant = '2026-11-27T06:00:00.000Z'
const MINUTE = 60_000

const LOTTERY: DrawSource = { kind: 'lottery', name: '双色球 2026137 期红球', numbers: 6, least: 1, most: 33, at: AT }
const DICE: DrawSource = { kind: 'dice', name: '现场掷骰', throws: 4, sides: 6, at: later(AT, MINUTE) }
const HOUSEHOLDS = ['1 号', '2 号', '3 号', '4 号', '5 号']

const announcement = (more: Partial<Announcement> = {}): Announcement => ({
  title: '晾衣区排位',
  text: '',
  rounds: [{ name: '排位', pool: HOUSEHOLDS, count: 5 }],
  sources: [LOTTERY, DICE],
  objectionDays: 3,
  ...more,
})
const announcing = (more: Partial<Announcement> = {}): DrawCommand => ({
  type: 'AnnounceDraw',
  id: 'drw_1',
  community: COMMUNITY,
  of: null,
  announcement: announcement(more),
})
const RED = [33, 4, 18, 9, 27, 1]
const THROWN = [6, 1, 1, 3]

const person = (id: PersonId, role: 'staff' | 'grid-worker' | 'resident' = 'staff'): Actor => ({
  kind: 'person',
  person: id,
  hats: [{ role, community: COMMUNITY, path: '', party: null }],
})
const [ANN, BEN, EVE] = [person('per_ann'), person('per_ben', 'grid-worker'), person('per_eve', 'resident')]

const decide = (draw: Draw, command: DrawCommand, actor: Actor = ANN, now: Instant = NOW) =>
  drawRules.decide(draw, command, { actor, now, ids })

type Told = readonly [DrawCommand, Actor, Instant]
const after = (draw: Draw, ...told: readonly Told[]): Draw =>
  told.reduce((state, [command, actor, now]) => {
    const answer = decide(state, command, actor, now)
    if (isRefused(answer)) throw new Error(answer.refused)
    return answer.state
  }, draw)
const entering = (source: number, outcome: readonly number[] | string): DrawCommand => ({
  type: 'EnterSource',
  source,
  outcome,
  proved: typeof outcome === 'string' && isRoundSignature(657413, outcome),
})

const announced = (more: Partial<Announcement> = {}) => after(NO_DRAW, [announcing(more), ANN, NOW])
const LATER = later(AT, 2 * MINUTE)
const drawn = (more: Partial<Announcement> = {}) =>
  after(
    announced(more),
    [entering(0, RED), ANN, LATER],
    [entering(0, RED.toReversed()), BEN, LATER],
    [entering(1, THROWN), BEN, LATER],
    [entering(1, THROWN), ANN, LATER],
  )

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

describe('a source', () => {
  test('cannot be told before its moment', () => {
    expect(decide(announced(), entering(0, RED), ANN, later(AT, -1))).toEqual({
      refused: 'source-not-out-yet',
      detail: { at: AT },
    })
    expect(decide(announced(), entering(1, THROWN), ANN, AT)).toMatchObject({ refused: 'source-not-out-yet' })
    expect(decide(announced(), entering(0, RED), ANN, AT)).toMatchObject({ events: [{ type: 'SourceEntered' }] })
  })

  test('is known once a second person says the same; the order of balls does not count', () => {
    const once = after(announced(), [entering(0, RED), ANN, LATER])
    expect(decide(once, entering(0, RED), ANN, LATER)).toEqual({ refused: 'another-person-needed' })
    const answer = decide(once, entering(0, RED.toReversed()), BEN, LATER)
    expect(answer).toMatchObject({
      events: [{ type: 'SourceEntered' }, { type: 'SourceKnown', source: 0, outcome: [1, 4, 9, 18, 27, 33] }],
    })
    expect(decide(after(once, [entering(0, RED), BEN, LATER]), entering(0, RED), EVE, LATER)).toMatchObject({
      refused: 'not-yours-to-do',
    })
    expect(decide(after(once, [entering(0, RED), BEN, LATER]), entering(0, [1, 2, 3, 4, 5, 6]), STAFF, LATER)).toEqual({
      refused: 'source-known-already',
    })
  })

  test('told twice with different numbers is told by nobody, and both stay in the ledger', () => {
    const once = after(announced(), [entering(0, RED), ANN, LATER])
    const answer = decide(once, entering(0, [1, 2, 3, 4, 5, 6]), BEN, LATER)
    expect(answer).toMatchObject({ events: [{ type: 'SourceEntered' }, { type: 'SourceEntriesDiffered', source: 0 }] })
    const differed = after(once, [entering(0, [1, 2, 3, 4, 5, 6]), BEN, LATER])
    expect(differed).toMatchObject({ status: 'announced', sources: [{ first: null, known: null, differed: 1 }, {}] })
    expect(decide(differed, entering(0, RED), BEN, LATER)).toMatchObject({ events: [{ type: 'SourceEntered' }] })
  })

  test('throws of a die count in their order', () => {
    const once = after(announced(), [entering(1, [6, 1, 1, 3]), ANN, LATER])
    expect(decide(once, entering(1, [1, 6, 1, 3]), BEN, LATER)).toMatchObject({
      events: [{}, { type: 'SourceEntriesDiffered' }],
    })
  })

  test.each<[string, number, readonly number[] | string]>([
    ['too few balls', 0, [1, 2, 3, 4, 5]],
    ['a ball twice', 0, [1, 1, 2, 3, 4, 5]],
    ['a ball that is not in the drum', 0, [1, 2, 3, 4, 5, 34]],
    ['half a ball', 0, [1, 2, 3, 4, 5, 6.5]],
    ['a seven on a die', 1, [1, 2, 3, 7]],
    ['text', 0, 'abc'],
  ])('does not come to %s', (_, source, outcome) => {
    expect(decide(announced(), entering(source, outcome), ANN, LATER)).toEqual({ refused: 'outcome-unfit' })
  })

  test('that was never announced is unknown', () => {
    for (const source of [2, -1, 0.5])
      expect(decide(announced(), entering(source, RED), ANN, LATER)).toEqual({ refused: 'source-unknown' })
  })

  test.each([
    ['resident', false],
    ['property', false],
    ['visitor', false],
    ['clock', false],
    ['staff-of-another-community', false],
    ['building-leader', true],
    ['owners-committee', true],
    ['counsel', true],
  ] as const)('told by %s: %s', (who, may) => {
    const answer = decide(announced(), entering(0, RED), PEOPLE[who], LATER)
    expect(answer).toMatchObject(may ? { events: [{ type: 'SourceEntered' }] } : { refused: 'not-yours-to-do' })
  })
})

describe('a round of the beacon', () => {
  const { round, signature, randomness } = drand.quicknet.vectors[0]!
  const at = timeOfRound(round)
  const before = later(at, -10 * MINUTE)
  const beacon = after(NO_DRAW, [announcing({ sources: [{ kind: 'drand', round, at }] }), ANN, before])

  test('proves itself: one person tells it, and the draw is made', () => {
    const answer = decide(beacon, entering(0, signature), BEN, at)
    expect(answer).toMatchObject({
      events: [{ type: 'SourceEntered' }, { type: 'SourceKnown', outcome: signature }, { type: 'DrawMade' }],
    })
    const [round] = drawLots((beacon as StandingDraw).announcement, [signature])
    expect(round!.key).toBe(`${randomness.toUpperCase()}/`)
  })

  test('no other signature, no numbers, and not before its moment', () => {
    const [other] = drand.rfc9380_test_key.vectors
    for (const outcome of [signature.replace('7', '8'), other!.signature])
      expect(decide(beacon, entering(0, outcome), BEN, at)).toEqual({ refused: 'signature-wrong' })
    for (const outcome of ['00', [1, 2, 3]])
      expect(decide(beacon, entering(0, outcome), BEN, at)).toEqual({ refused: 'outcome-unfit' })
    expect(decide(beacon, entering(0, signature), BEN, later(at, -1))).toMatchObject({ refused: 'source-not-out-yet' })
  })
})

describe('the result', () => {
  test('is there with the last source, and nobody chose it', () => {
    const draw = drawn()
    const { key, steps } = drawLots(announcement(), [RED.toSorted((a, b) => a - b), THROWN])[0]!
    expect(key).toBe('1.4.9.18.27.33./6./1./1./3./')
    expect(draw).toMatchObject({ status: 'drawn', selected: [steps.map(({ position }) => position)] })
    // Three days after the day in Shanghai on which it was made.
    expect(draw).toMatchObject({ objectableUntil: '2026-11-30T16:00:00.000Z' })
  })

  test('is what the published file claims', () => {
    const [claim] = claimsOf(drawLots(announcement(), [[1, 4, 9, 18, 27, 33], THROWN]))
    expect(claim).toMatchObject({ pool: HOUSEHOLDS, sources: [[1, 4, 9, 18, 27, 33], 6, 1, 1, 3], count: 5 })
  })

  test('R2.13: of two rounds: who comes when, then what they get, and the rounds do not fall alike', () => {
    const plots = ['甲', '乙', '丙', '丁', '戊']
    const two = announcement({
      rounds: [
        { name: '顺序', pool: HOUSEHOLDS, count: 5 },
        { name: '地块', pool: plots, count: 5 },
      ],
      sources: [LOTTERY, { ...DICE, throws: 10 }],
    })
    const rounds = drawLots(two, [
      [1, 4, 9, 18, 27, 33],
      [1, 2, 3, 4, 5, 6, 1, 2, 3, 4],
    ])
    const shared = '1.4.9.18.27.33./1./2./3./4./5./6./1./2./3./4./'
    expect(rounds.map(({ key }) => key)).toEqual([`${shared}1./`, `${shared}2./`])
    const [order, given] = rounds.map(({ steps }) => steps.map(({ position }) => position))
    expect(order).not.toEqual(given)
    const turns = turnsOf(rounds)
    expect(new Set(turns.map(([household]) => household))).toEqual(new Set(HOUSEHOLDS))
    expect(new Set(turns.map(([, plot]) => plot))).toEqual(new Set(plots))
  })
})

describe('objections', () => {
  const objecting: DrawCommand = { type: 'ObjectToDraw', grounds: '第三个号看错了' }
  const answering = (upheld: boolean, objection = 1): DrawCommand => ({
    type: 'AnswerDrawObjection',
    objection,
    upheld,
    answer: '核对了录像',
  })
  const UNTIL: Instant = '2026-11-30T16:00:00.000Z'
  const objected = () => after(drawn(), [objecting, EVE, LATER])

  test('whoever lives or works here objects once, to the last moment', () => {
    expect(objected()).toMatchObject({ status: 'objected' })
    expect(decide(objected(), objecting, EVE, LATER)).toEqual({ refused: 'draw-objected-already' })
    expect(decide(drawn(), objecting, EVE, later(UNTIL, -1))).toHaveProperty('events')
    expect(decide(drawn(), objecting, EVE, UNTIL)).toEqual({ refused: 'objections-closed' })
    for (const stranger of [VISITOR, PEOPLE['staff-of-another-community']])
      expect(decide(drawn(), objecting, stranger, LATER)).toEqual({ refused: 'not-yours-to-do' })
  })

  test('the desk answers, never its own; one that is right annuls the draw', () => {
    expect(decide(objected(), answering(true), EVE, LATER)).toEqual({ refused: 'not-yours-to-do' })
    expect(decide(objected(), answering(true, 2), ANN, LATER)).toEqual({ refused: 'draw-objection-unknown' })
    const own = after(drawn(), [objecting, ANN, LATER])
    expect(decide(own, answering(true), ANN, LATER)).toEqual({ refused: 'another-person-needed' })
    expect(decide(own, answering(true), STAFF, LATER)).toMatchObject({
      events: [{ type: 'DrawObjectionAnswered' }, { type: 'DrawAnnulled', reason: '核对了录像', late: true }],
      state: { status: 'annulled' },
    })
    expect(after(objected(), [answering(false), ANN, LATER])).toMatchObject({ status: 'drawn' })
    const both = after(objected(), [objecting, BEN, LATER], [answering(false), ANN, LATER])
    expect(both).toMatchObject({ status: 'objected' })
    expect(decide(both, answering(true), ANN, LATER)).toEqual({ refused: 'draw-objection-unknown' })
  })

  test('it is settled when the days are over and nothing waits for an answer', () => {
    const settling: DrawCommand = { type: 'SettleDraw' }
    expect(decide(drawn(), settling, CLOCK, later(UNTIL, -1))).toEqual({ refused: 'draw-objections-open' })
    expect(decide(drawn(), settling, ANN, UNTIL)).toEqual({ refused: 'not-yours-to-do' })
    expect(after(drawn(), [settling, CLOCK, UNTIL])).toMatchObject({ status: 'settled' })
    expect(decide(objected(), settling, CLOCK, UNTIL)).toMatchObject({ refused: 'not-in-this-state' })
    expect(after(objected(), [answering(false), ANN, UNTIL])).toMatchObject({ status: 'settled' })
    const two = after(objected(), [objecting, BEN, LATER], [answering(false), ANN, UNTIL])
    expect(two).toMatchObject({ status: 'objected' })
    expect(after(two, [answering(false, 2), ANN, UNTIL])).toMatchObject({ status: 'settled' })
  })
})

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

describe('annulling', () => {
  const annulling: DrawCommand = { type: 'AnnulDraw', reason: '开奖改期' }

  test('the desk annuls before there is a result, and it is seen when a number could be known', () => {
    expect(decide(announced(), annulling, ANN, later(AT, -1))).toMatchObject({
      events: [{ type: 'DrawAnnulled', late: false }],
    })
    expect(decide(announced(), annulling, ANN, AT)).toMatchObject({ events: [{ late: true }] })
    expect(decide(announced(), annulling, BEN, NOW)).toEqual({ refused: 'not-yours-to-do' })
  })

  test('a result that somebody dislikes stands', () => {
    expect(decide(drawn(), annulling, ANN, LATER)).toEqual({ refused: 'draw-is-made' })
    expect(decide(drawn(), annulling, EVE, LATER)).toEqual({ refused: 'not-yours-to-do' })
    expect(decide(drawn(), entering(0, RED), worker('counsel'), LATER)).toMatchObject({ refused: 'not-in-this-state' })
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
