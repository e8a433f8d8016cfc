// A draw of places to dry clothes, from its announcement to its result.
import { isRoundSignature } from '../../beacon/index.ts'
import { type Actor, type Ids, type Instant, type PersonId, isRefused, later } from '../../kernel/index.ts'
import { COMMUNITY } from '../../matter/testing/community.ts'
import type { Announcement, DrawSource } from '../announcement.ts'
import { type Draw, type DrawCommand, NO_DRAW, drawRules } from '../index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
export const NOW: Instant = '2026-11-27T02:00:00.000Z'
export const AT: Instant = '2026-11-27T06:00:00.000Z'
export const MINUTE = 60_000

export const LOTTERY = {
  kind: 'lottery',
  name: '双色球 2026137 期红球',
  numbers: 6,
  least: 1,
  most: 33,
  at: AT,
} satisfies DrawSource
export const DICE = { kind: 'dice', name: '现场掷骰', throws: 4, sides: 6, at: later(AT, MINUTE) } satisfies DrawSource
export const HOUSEHOLDS = ['1 号', '2 号', '3 号', '4 号', '5 号']

export const announcement = (more: Partial<Announcement> = {}): Announcement => ({
  title: '晾衣区排位',
  text: '',
  rounds: [{ name: '排位', pool: HOUSEHOLDS, count: 5 }],
  sources: [LOTTERY, DICE],
  objectionDays: 3,
  ...more,
})
export const announcing = (more: Partial<Announcement> = {}): DrawCommand => ({
  type: 'AnnounceDraw',
  id: 'drw_1',
  community: COMMUNITY,
  of: null,
  announcement: announcement(more),
})
export const RED = [33, 4, 18, 9, 27, 1]
export const THROWN = [6, 1, 1, 3]

const person = (id: PersonId, role: 'staff' | 'grid-worker' | 'resident' = 'staff'): Actor => ({
  kind: 'person',
  person: id,
  hats: [{ role, community: COMMUNITY, path: '', party: null }],
})
export const [ANN, BEN, EVE] = [person('per_ann'), person('per_ben', 'grid-worker'), person('per_eve', 'resident')]

export const decide = (draw: Draw, command: DrawCommand, actor: Actor = ANN, now: Instant = NOW) =>
  drawRules.decide(draw, command, { actor, now, ids })

type Told = readonly [DrawCommand, Actor, Instant]
export const after = (draw: Draw, ...told: readonly Told[]): Draw =>
  told.reduce((state, [command, actor, now]) => {
    const answer = decide(state, command, actor, now)
    if (isRefused(answer)) throw new Error(answer.refused)
    return answer.state
  }, draw)
export const entering = (source: number, outcome: readonly number[] | string): DrawCommand => ({
  type: 'EnterSource',
  source,
  outcome,
  proved: typeof outcome === 'string' && isRoundSignature(657413, outcome),
})

export const announced = (more: Partial<Announcement> = {}) => after(NO_DRAW, [announcing(more), ANN, NOW])
export const LATER = later(AT, 2 * MINUTE)
export const drawn = (more: Partial<Announcement> = {}) =>
  after(
    announced(more),
    [entering(0, RED), ANN, LATER],
    [entering(0, RED.toReversed()), BEN, LATER],
    [entering(1, THROWN), BEN, LATER],
    [entering(1, THROWN), ANN, LATER],
  )
