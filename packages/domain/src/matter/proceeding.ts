// The meetings, polls, notices and projects of a matter: when its stage may open one, and what follows when one tells how it stands.
import { type Actor, type Meta, type Refused, refuse } from '../kernel/index.ts'
import { type ProceedingKind, opensIn } from '../procedure/index.ts'
import { actsHere, needsClock, onward, stageOfMatter } from './acting.ts'
import type { CommandOf } from './command.ts'
import type { MatterEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Matter, MatterRefusal, NewOrder, OpenMatter } from './matter.ts'

export type OpeningRefusal = Extract<MatterRefusal, 'not-at-this-stage' | 'not-yours-to-do' | 'one-at-a-time'>

/** Why the present stage does not let this actor open a proceeding of the kind; null where it does. */
export const mayOpen = (matter: Matter, kind: ProceedingKind, actor: Actor): Refused<OpeningRefusal> | null => {
  if (matter.status !== 'open') return refuse('not-at-this-stage')
  const { act } = stageOfMatter(matter)
  if (!opensIn(act, kind)) return refuse('not-at-this-stage', { act })
  if (!actsHere(matter, actor)) return refuse('not-yours-to-do')
  const running = matter.facts.proceedings.some((each) => each.kind === kind && each.status === 'running')
  return running ? refuse('one-at-a-time') : null
}

type Resolved = readonly Omit<NewOrder, 'order'>[]

/** What was resolved becomes orders by itself where the matter now stands at handing out or doing; one of them leads. */
const handOut = (matter: Matter, resolved: Resolved, { ids }: Meta): readonly MatterEvent[] => {
  if (matter.status !== 'open' || resolved.length === 0) return []
  const { act } = stageOfMatter(matter)
  if (act !== 'assign' && act !== 'do') return []
  const named = resolved.findIndex(({ lead }) => lead)
  const leading = named < 0 ? 0 : named
  const orders = resolved.map((order, index) => ({ ...order, lead: index === leading, order: ids('ord') }))
  return [{ type: 'OrdersPlaced', orders, whistled: false, transferredFrom: null }]
}

/** A proceeding that was withdrawn with its stage moves nothing any more, whatever it still tells. */
export const noteProceeding = (
  matter: OpenMatter,
  { proceeding, resolved }: CommandOf<'NoteProceeding'>,
  meta: Meta,
): readonly MatterEvent[] | Refused<MatterRefusal> => {
  const no = needsClock(meta.actor)
  if (no) return no
  const known = matter.facts.proceedings.find(({ id }) => id === proceeding.id)
  if (known?.status === 'withdrawn') return []
  const visit = known?.visit ?? matter.course.visit
  const events = onward(matter, [{ type: 'ProceedingNoted', proceeding: { ...proceeding, visit } }], meta.now)
  const after = events.reduce(evolve, matter as Matter)
  const placed = handOut(after, resolved, meta)
  return after.status === 'open' && placed.length > 0 ? [...events, ...onward(after, placed, meta.now)] : events
}
