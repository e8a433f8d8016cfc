// Who may act on a matter, and how a rule's events carry it onward; shared by the rules of every act.
import {
  type Actor,
  type Instant,
  type Refused,
  type PartyId,
  type Role,
  belongsTo,
  holds,
  refuse,
} from '../kernel/index.ts'
import { type Act, type Stage, standingOrders, seatOf, settle, stageOfProcedure } from '../procedure/index.ts'
import { evolve } from './evolve.ts'
import type { MatterEvent } from './event.ts'
import type { MatterRefusal, OpenMatter } from './matter.ts'

type Located = Pick<OpenMatter, 'community' | 'path' | 'id' | 'raiser' | 'help'>

/** The committee's desk and the branch may keep every matter's book. */
export const DESK: readonly Role[] = ['staff', 'branch']

export const wears = (matter: Located, actor: Actor, roles: readonly Role[]): boolean =>
  holds(actor, roles, matter.community, matter.path)

export const atDesk = (matter: Located, actor: Actor): boolean => wears(matter, actor, DESK)

/** Acts for the neighbour who raised it, while their consent stands. */
export const isHelper = ({ help }: Located, actor: Actor): boolean =>
  actor.kind === 'person' && actor.person === help?.helper

export const isRaiser = (matter: Located, actor: Actor): boolean =>
  (actor.kind === 'link-holder' && actor.matter === matter.id) ||
  (actor.kind === 'person' && actor.person === matter.raiser) ||
  isHelper(matter, actor)

export const stageOfMatter = (matter: OpenMatter): Stage => stageOfProcedure(matter.procedure, matter.course.stage)

/** Living here gives nobody a hand in another's matter: whoever raised it acts by having raised it. */
export const rolesHere = (matter: OpenMatter): readonly Role[] =>
  stageOfMatter(matter)
    .actors.flatMap((seat) => seatOf(matter.procedure, seat).roles)
    .filter((role) => role !== 'resident')

const speaksFor = (matter: OpenMatter, actor: Actor, parties: readonly PartyId[]): boolean =>
  parties.some((party) => belongsTo(actor, party, matter.path))

/** Where work is done, a seat alone gives no part in it: only an order does. */
const hasPartHere = (matter: OpenMatter, actor: Actor): boolean =>
  stageOfMatter(matter).act === 'do'
    ? speaksFor(
        matter,
        actor,
        standingOrders(matter.facts).map(({ party }) => party),
      )
    : wears(matter, actor, rolesHere(matter))

/** The desk, the responsible party, and whoever has a part in the stage. */
export const actsHere = (matter: OpenMatter, actor: Actor): boolean =>
  atDesk(matter, actor) || speaksFor(matter, actor, [matter.course.responsible]) || hasPartHere(matter, actor)

/** Refuses unless the matter stands at one of these acts and the actor has a seat there. */
export const needsAct = (matter: OpenMatter, actor: Actor, ...acts: readonly Act[]): Refused<MatterRefusal> | null => {
  const { act } = stageOfMatter(matter)
  if (!acts.includes(act)) return refuse('not-at-this-stage', { act })
  return actsHere(matter, actor) ? null : refuse('not-yours-to-do')
}

/** Only the program itself notes what became of an order and wakes a clock; no person asks for it. */
export const needsClock = ({ kind }: Actor): Refused<MatterRefusal> | null =>
  kind === 'clock' ? null : refuse('not-yours-to-do')

/** The events, and whatever follows from them by itself along the procedure. */
export const onward = (matter: OpenMatter, events: readonly MatterEvent[], now: Instant): readonly MatterEvent[] => {
  const after = events.reduce(evolve, matter)
  return after.status === 'open' ? [...events, ...settle(after, now)] : events
}
