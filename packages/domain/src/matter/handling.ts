// The rules of the acts by which a matter is handled: sort, assign, discuss, review, answer, codify, and the chosen ways out.
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import { type Procedure, choices, firstStage, standingOrders, take } from '../procedure/index.ts'
import { actsHere, atDesk, needsAct, needsClock, onward, stageOfMatter, wears } from './acting.ts'
import { stopKind } from './evolve.ts'
import type { CommandOf } from './command.ts'
import type { MatterEvent } from './event.ts'
import type { MatterRefusal, OpenMatter } from './matter.ts'
import type { Sorting } from './sorting.ts'

type Refusal = Refused<MatterRefusal>
type Answer = readonly MatterEvent[] | Refusal

const applies = ({ appliesTo }: Procedure, sorting: Sorting): boolean =>
  (appliesTo.levels?.includes(sorting.level) ?? true) &&
  (appliesTo.colours?.includes(sorting.colour) ?? true) &&
  (appliesTo.sizes?.includes(sorting.size) ?? true)

/** The stage in which every procedure sorts; the checker sees to it that it is the one after raising. */
const sortingStage = (procedure: Procedure): string => firstStage(procedure).outcomes[0]!.to!

export const sort = (
  matter: OpenMatter,
  { sorting, procedure }: CommandOf<'SortMatter'>,
  { actor, now }: Meta,
): Answer => {
  const no = needsAct(matter, actor, 'sort')
  if (no) return no
  if (!applies(procedure, sorting)) return refuse('procedure-does-not-apply')
  const firstAsked = actor.kind === 'person' ? actor.person : null
  const stage = sortingStage(procedure)
  return onward(matter, [{ type: 'MatterSorted', sorting, procedure, stage, firstAsked }], now)
}

const ANY_NUMBER = { min: 1, max: 12 }

const mayPlace = (matter: OpenMatter, { orders }: CommandOf<'PlaceOrders'>, actor: Meta['actor']): Refusal | null => {
  const no = needsAct(matter, actor, 'assign', 'do')
  if (no) return no
  const stage = stageOfMatter(matter)
  const bounds = stage.act === 'assign' ? stage.settings.parties : ANY_NUMBER
  if (orders.length < bounds.min || orders.length > bounds.max) return refuse('orders-out-of-bounds', bounds)
  if (new Set(orders.map(({ party }) => party)).size < orders.length) return refuse('same-party-twice')
  const leads = orders.filter(({ lead }) => lead).length + (isLed(matter) ? 1 : 0)
  return leads > 1 || (leads === 0 && orders.length > 1) ? refuse('one-lead-needed') : null
}

const isLed = ({ facts }: OpenMatter): boolean => standingOrders(facts).some(({ lead }) => lead)

/** A single order leads where none does. One handed on was allowed when it was placed first. */
export const placeOrders = (
  matter: OpenMatter,
  command: CommandOf<'PlaceOrders'>,
  { actor, now, ids }: Meta,
): Answer => {
  const transferredFrom = command.transferredFrom ?? null
  const no = transferredFrom ? needsClock(actor) : mayPlace(matter, command, actor)
  if (no) return no
  const leads = isLed(matter) || command.orders.some(({ lead }) => lead)
  const orders = command.orders.map((order) => ({ ...order, lead: order.lead || !leads, order: ids('ord') }))
  return onward(matter, [{ type: 'OrdersPlaced', orders, whistled: command.whistled, transferredFrom }], now)
}

export const noteOrder = (matter: OpenMatter, command: CommandOf<'NoteOrder'>, { actor, now }: Meta): Answer => {
  const no = needsClock(actor)
  if (no) return no
  const { order, status, photos } = command
  const events: MatterEvent[] = [{ type: 'OrderNoted', order, status, photos }]
  const responded = status === 'accepted' || status === 'done'
  return onward(matter, responded ? [...events, ...stopped(matter, ['respond'], now)] : events, now)
}

export const noteControl = (matter: OpenMatter, { order }: CommandOf<'NoteControl'>, { actor, now }: Meta): Answer =>
  needsClock(actor) ?? [{ type: 'ControlReported', order }, ...stopped(matter, ['respond', 'control'], now)]

export const recordTalk = (matter: OpenMatter, command: CommandOf<'RecordTalk'>, { actor, now }: Meta): Answer => {
  const no = needsAct(matter, actor, 'discuss')
  if (no) return no
  const stage = stageOfMatter(matter)
  if (stage.act === 'discuss' && stage.settings.meeting) return refuse('meeting-needed')
  return onward(matter, [{ ...command, type: 'TalkRecorded' }], now)
}

export const sign = (
  matter: OpenMatter,
  { seat, verdict, reason, conditions: texts }: CommandOf<'SignMatter'>,
  { actor, now, ids }: Meta,
): Answer => {
  const stage = stageOfMatter(matter)
  if (stage.act !== 'review' && stage.act !== 'inspect') return refuse('not-at-this-stage', { act: stage.act })
  if (!stage.actors.includes(seat)) return refuse('seat-not-here', { seat })
  const roles = matter.procedure.seats.find(({ key }) => key === seat)?.roles ?? []
  if (!wears(matter, actor, roles)) return refuse('not-yours-to-do')
  const conditions = texts.map((text) => ({ condition: ids('cnd'), text }))
  return onward(matter, [{ type: 'MatterSigned', seat, verdict, reason, conditions }], now)
}

/** Whoever set a condition says that it is met, or the desk that has seen it. */
export const meetCondition = (
  matter: OpenMatter,
  { condition, note, photos }: CommandOf<'MeetCondition'>,
  { actor, now }: Meta,
): Answer => {
  const set = matter.facts.conditions.find((each) => each.condition === condition && !each.met)
  if (!set) return refuse('condition-unknown')
  const roles = matter.procedure.seats.find(({ key }) => key === set.seat)?.roles ?? []
  if (!wears(matter, actor, roles) && !atDesk(matter, actor)) return refuse('not-yours-to-do')
  return onward(matter, [{ type: 'ConditionMet', condition, note, photos }], now)
}

export const answer = (
  matter: OpenMatter,
  { text, figures }: CommandOf<'GiveAnswer'>,
  { actor, now }: Meta,
): Answer => {
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  const given: MatterEvent = { type: 'AnswerGiven', text, figures }
  return onward(matter, [given, ...stopped(matter, ['respond', 'feed-back'], now)], now)
}

export const codify = (
  matter: OpenMatter,
  { title, text }: CommandOf<'CodifyMatter'>,
  { actor, now, ids }: Meta,
): Answer =>
  needsAct(matter, actor, 'codify', 'close') ??
  onward(matter, [{ type: 'ConventionRecorded', convention: ids('cnv'), title, text }], now)

export const takeOutcome = (
  matter: OpenMatter,
  { outcome, note }: CommandOf<'TakeOutcome'>,
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
export const link = (matter: OpenMatter, { to, relation }: CommandOf<'LinkMatter'>, { actor }: Meta): Answer => {
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
