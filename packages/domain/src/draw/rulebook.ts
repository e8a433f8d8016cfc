// The rulebook of a draw: the desk announces it, two people say what each source came to, nobody chooses the result; residents object, the clock settles it.
import { addDays, endOfDay, localDateOf } from '../calendar/index.ts'
import {
  type Actor,
  type CommunityId,
  type Meta,
  type Refused,
  type Role,
  holds,
  isRefused,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import { DESK, type Matter, mayOpen } from '../matter/index.ts'
import { digestOf } from './announcement.ts'
import { announcementUnfit } from './announcing.ts'
import type {
  Announced,
  Draw,
  DrawCommand,
  DrawEvent,
  DrawRefusal,
  ObjectableDraw,
  Outcome,
  StandingDraw,
} from './draw.ts'
import { drawLots, outcomeFits, plainOutcome, positionsOf } from './drawing-lots.ts'
import { evolve } from './evolve.ts'

type CommandOf<Type extends DrawCommand['type']> = Extract<DrawCommand, { type: Type }>
type Ground = Pick<Announced, 'matter' | 'path'>
type Answer = readonly DrawEvent[] | Refused<DrawRefusal>

/** Who may stand by and say what a source came to. */
export const WITNESSES: readonly Role[] = [
  ...DESK,
  'building-leader',
  'grid-worker',
  'owners-committee',
  'self-management',
  'police',
  'counsel',
  'partner',
  'street-office',
]

/** A stage of a matter is decided by whoever acts there; what stands by itself is the desk's. */
const groundOf = (community: CommunityId, of: Matter | null, actor: Actor): Ground | Refused<DrawRefusal> => {
  if (of === null) return holds(actor, DESK, community, '') ? { matter: null, path: '' } : refuse('not-yours-to-do')
  const no = mayOpen(of, 'draw', actor)
  if (no) return no
  return of.status === 'open' ? { matter: of.id, path: of.path } : refuse('not-at-this-stage')
}

const announce = (_: Draw, command: CommandOf<'AnnounceDraw'>, { actor, now }: Meta): Answer => {
  const { id, community, of, announcement } = command
  const ground = groundOf(community, of, actor)
  if (isRefused(ground)) return ground
  const no = announcementUnfit(announcement, now)
  if (no) return no
  return [{ type: 'DrawAnnounced', id, community, ...ground, announcement, digest: digestOf(id, announcement) }]
}

/** Once the last source is known the draw is made at once: there is no moment at which somebody could like the result or not. */
const made = (
  { announcement, sources }: Announced,
  last: number,
  outcome: Outcome,
  now: Meta['now'],
): readonly DrawEvent[] => {
  const outcomes = sources.map(({ known }, index) => (index === last ? outcome : known))
  if (!outcomes.every((each) => each !== null)) return []
  return [
    {
      type: 'DrawMade',
      selected: drawLots(announcement, outcomes).map(positionsOf),
      objectableUntil: endOfDay(addDays(localDateOf(now), announcement.objectionDays)),
    },
  ]
}

const same = (one: Outcome, other: Outcome): boolean => String(one) === String(other)

const enter = (draw: Announced, command: CommandOf<'EnterSource'>, { actor, now }: Meta): Answer => {
  const { community, path, announcement, digest, id } = draw
  if (actor.kind !== 'person' || !holds(actor, WITNESSES, community, path)) return refuse('not-yours-to-do')
  const { source: index } = command
  const [source, standing] = [announcement.sources[index], draw.sources[index]]
  if (!source || !standing) return refuse('source-unknown')
  if (digestOf(id, announcement) !== digest) return refuse('announcement-altered')
  if (now < source.at) return refuse('source-not-out-yet', { at: source.at })
  if (standing.known !== null) return refuse('source-known-already')
  if (!outcomeFits(source, command.outcome)) return refuse('outcome-unfit')
  if (source.kind === 'drand' && !command.proved) return refuse('signature-wrong')
  const outcome = plainOutcome(source, command.outcome)
  const { first } = standing
  if (first?.by === actor.person) return refuse('another-person-needed')
  const entered: DrawEvent = { type: 'SourceEntered', source: index, by: actor.person, outcome }
  if (source.kind !== 'drand' && first === null) return [entered]
  if (first && !same(first.outcome, outcome)) return [entered, { type: 'SourceEntriesDiffered', source: index }]
  return [entered, { type: 'SourceKnown', source: index, outcome }, ...made(draw, index, outcome, now)]
}

/** Whoever lives or works here may object, once. */
const object = (draw: ObjectableDraw, { grounds }: CommandOf<'ObjectToDraw'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'person' || !actor.hats.some(({ community }) => community === draw.community))
    return refuse('not-yours-to-do')
  if (now >= draw.objectableUntil) return refuse('objections-closed')
  if (draw.objections.some(({ by }) => by === actor.person)) return refuse('draw-objected-already')
  return [{ type: 'DrawObjected', objection: draw.objections.length + 1, by: actor.person, grounds }]
}

/** Nobody answers their own objection. One that is right annuls the draw; the last answer after the period settles it. */
const answer = (draw: ObjectableDraw, command: CommandOf<'AnswerDrawObjection'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'person' || !holds(actor, DESK, draw.community, draw.path)) return refuse('not-yours-to-do')
  const { objection, upheld } = command
  const found = draw.objections[objection - 1]
  if (!found || found.answered) return refuse('draw-objection-unknown')
  if (found.by === actor.person) return refuse('another-person-needed')
  const answered: DrawEvent = { ...command, type: 'DrawObjectionAnswered' }
  if (upheld) return [answered, { type: 'DrawAnnulled', reason: command.answer, late: true, byStage: false }]
  const open = draw.objections.filter((each) => !each.answered).length
  return open === 1 && now >= draw.objectableUntil ? [answered, { type: 'DrawSettled' }] : [answered]
}

/** Before there is a result the desk may annul, or the clock with the stage; and it is seen whether a number could be known. */
const annul = (draw: Announced, { reason }: CommandOf<'AnnulDraw'>, { actor, now }: Meta): Answer => {
  const byStage = actor.kind === 'clock'
  if (!byStage && !holds(actor, DESK, draw.community, draw.path)) return refuse('not-yours-to-do')
  return [{ type: 'DrawAnnulled', reason, late: draw.announcement.sources.some(({ at }) => now >= at), byStage }]
}

/** A result is annulled by an objection alone; its matter may go on meanwhile. */
const stays = ({ community, path }: StandingDraw, _: CommandOf<'AnnulDraw'>, { actor }: Meta): Answer => {
  if (actor.kind === 'clock') return []
  return refuse(holds(actor, DESK, community, path) ? 'draw-is-made' : 'not-yours-to-do')
}

const settle = ({ objectableUntil }: ObjectableDraw, _: object, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-yours-to-do')
  return now < objectableUntil ? refuse('draw-objections-open') : [{ type: 'DrawSettled' }]
}

export const drawRules = rulebook<Draw, DrawCommand, DrawEvent, DrawRefusal>(
  {
    absent: { AnnounceDraw: announce },
    announced: { EnterSource: enter, AnnulDraw: annul },
    drawn: { ObjectToDraw: object, SettleDraw: settle, AnnulDraw: stays },
    objected: { ObjectToDraw: object, AnswerDrawObjection: answer, AnnulDraw: stays },
    settled: { AnnulDraw: stays },
    annulled: { AnnulDraw: stays },
  },
  evolve,
)
