// The rules of the acts by which a matter is handled: sort, assign, discuss, review, answer, codify, and the chosen ways out.
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import { type Procedure, choices, firstStage, take } from '../procedure/index.ts'
import { actsHere, atDesk, needsAct, onward, stageOfMatter, wears } from './acting.ts'
import { stopKind } from './evolve.ts'
import type { MatterCommand, MatterEvent, MatterRefusal, OpenMatter } from './matter.ts'
import type { Sorting } from './sorting.ts'

type Told<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>
type Answer = readonly MatterEvent[] | Refused<MatterRefusal>

const applies = ({ appliesTo }: Procedure, sorting: Sorting): boolean =>
  (appliesTo.levels?.includes(sorting.level) ?? true) &&
  (appliesTo.colours?.includes(sorting.colour) ?? true) &&
  (appliesTo.sizes?.includes(sorting.size) ?? true)

/** The stage in which every procedure sorts; the checker sees to it that it is the one after raising. */
const sortingStage = (procedure: Procedure): string => firstStage(procedure).outcomes[0]!.to!

export const sort = (matter: OpenMatter, { sorting, procedure }: Told<'SortMatter'>, { actor, now }: Meta): Answer => {
  const no = needsAct(matter, actor, 'sort')
  if (no) return no
  if (!applies(procedure, sorting)) return refuse('procedure-does-not-apply')
  const firstAsked = actor.kind === 'person' ? actor.person : null
  const stage = sortingStage(procedure)
  return onward(matter, [{ type: 'MatterSorted', sorting, procedure, stage, firstAsked }], now)
}

export const placeOrders = (matter: OpenMatter, command: Told<'PlaceOrders'>, { actor, now, ids }: Meta): Answer => {
  const byReaction = command.transferredFrom !== undefined
  const no = byReaction ? null : needsAct(matter, actor, 'assign', 'do')
  if (no) return no
  const stage = stageOfMatter(matter)
  const parties = stage.act === 'assign' ? stage.settings.parties : null
  const many = command.orders.length
  if (parties && (many < parties.min || many > parties.max)) return refuse('orders-out-of-bounds', parties)
  if (new Set(command.orders.map(({ party }) => party)).size < many) return refuse('same-party-twice')
  const leads = command.orders.filter(({ lead }) => lead).length
  const leading = matter.facts.orders.some(
    (order) => order.lead && order.status !== 'declined' && order.status !== 'withdrawn',
  )
  if (leads > 1 || (leads === 0 && !leading && many > 1)) return refuse('one-lead-needed')
  const soleLead = leads === 0 && !leading
  const orders = command.orders.map((order) => ({ ...order, lead: order.lead || soleLead, order: ids('ord') }))
  const transferredFrom = command.transferredFrom ?? null
  return onward(matter, [{ type: 'OrdersPlaced', orders, whistled: command.whistled, transferredFrom }], now)
}

export const noteOrder = (matter: OpenMatter, { order, status, photos }: Told<'NoteOrder'>, { now }: Meta): Answer => {
  const events: MatterEvent[] = [{ type: 'OrderNoted', order, status, photos }]
  const responded = status === 'accepted' || status === 'done'
  return onward(matter, responded ? [...events, ...stopped(matter, ['respond'], now)] : events, now)
}

export const noteControl = (matter: OpenMatter, { order }: Told<'NoteControl'>, { now }: Meta): Answer => [
  { type: 'ControlReported', order },
  ...stopped(matter, ['respond', 'control'], now),
]

export const recordTalk = (matter: OpenMatter, command: Told<'RecordTalk'>, { actor, now }: Meta): Answer =>
  needsAct(matter, actor, 'discuss') ?? onward(matter, [{ ...command, type: 'TalkRecorded' }], now)

export const sign = (
  matter: OpenMatter,
  { seat, verdict, reason }: Told<'SignMatter'>,
  { actor, now }: Meta,
): Answer => {
  const stage = stageOfMatter(matter)
  if (stage.act !== 'review' && stage.act !== 'inspect') return refuse('not-at-this-stage', { act: stage.act })
  if (!stage.actors.includes(seat)) return refuse('seat-not-here', { seat })
  const roles = matter.procedure.seats.find(({ key }) => key === seat)?.roles ?? []
  if (!wears(matter, actor, roles)) return refuse('not-yours-to-do')
  return onward(matter, [{ type: 'MatterSigned', seat, verdict, reason }], now)
}

export const answer = (matter: OpenMatter, { text, figures }: Told<'GiveAnswer'>, { actor, now }: Meta): Answer => {
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  const given: MatterEvent = { type: 'AnswerGiven', text, figures }
  return onward(matter, [given, ...stopped(matter, ['respond', 'feed-back'], now)], now)
}

export const codify = (matter: OpenMatter, { title, text }: Told<'CodifyMatter'>, { actor, now, ids }: Meta): Answer =>
  needsAct(matter, actor, 'codify', 'close') ??
  onward(matter, [{ type: 'ConventionRecorded', convention: ids('cnv'), title, text }], now)

export const takeOutcome = (
  matter: OpenMatter,
  { outcome, note }: Told<'TakeOutcome'>,
  { actor, now }: Meta,
): Answer => {
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  const wanted = stageOfMatter(matter).outcomes.find(({ key }) => key === outcome)
  if (!wanted) return refuse('outcome-unknown', { outcome })
  if (!choices(matter, now).includes(wanted)) return refuse('outcome-not-open', { outcome })
  const said: readonly MatterEvent[] = note ? [{ type: 'RemarkAdded', text: note, photos: [], byRaiser: false }] : []
  return onward(matter, [...said, take(matter, wanted, now)], now)
}

/** A duplicate is handled together with the matter it repeats, and so ends here. */
export const link = (matter: OpenMatter, { to, relation }: Told<'LinkMatter'>, { actor }: Meta): Answer => {
  if (!atDesk(matter, actor)) return refuse('not-yours-to-do')
  if (to === matter.id) return refuse('link-to-itself')
  const linked: MatterEvent = { type: 'MatterLinked', to, relation }
  return relation === 'duplicate' ? [linked, { type: 'ClosedByLink', end: 'merged' }] : [linked]
}

const stopped = (
  matter: OpenMatter,
  kinds: readonly ('respond' | 'control' | 'feed-back')[],
  now: Meta['now'],
): MatterEvent[] => {
  const running = kinds.filter((kind) =>
    matter.course.clocks.some((clock) => clock.kind === kind && clock.stoppedAt === null),
  )
  if (running.length === 0) return []
  const clocks = running.reduce((all, kind) => stopKind(all, kind, now), matter.course.clocks)
  return [{ type: 'ClocksStopped', kinds: running, clocks }]
}
