// The rules of acting for a neighbour: with consent on record a helper stands in the raiser's place, and without it is a stranger again.
import { type Actor, type Meta, type Refused, refuse } from '../kernel/index.ts'
import { type Consent, type HelpCommand, type HelpEvent, mayHelp } from '../helping/index.ts'
import { atDesk, isHelper, isRaiser } from './acting.ts'
import type { CommandOf } from './command.ts'
import type { ClosedMatter, MatterRefusal, OpenMatter } from './matter.ts'

type Standing = OpenMatter | ClosedMatter

/** What is written down with a matter that somebody raises for a neighbour. */
export const consentTo = (
  { help, community }: CommandOf<'RaiseMatter'>,
  actor: Actor,
): readonly HelpEvent[] | Refused<MatterRefusal> => {
  if (!help) return []
  if (actor.kind !== 'person' || !mayHelp(actor, community)) return refuse('not-yours-to-do')
  return [{ ...(help satisfies Consent), type: 'ConsentGiven', helper: actor.person }]
}

/** Taking back is as easy as giving: the neighbour by the link, the desk for who calls, or the helper. */
export const withdrawConsent = (
  matter: Standing,
  _: HelpCommand,
  { actor }: Meta,
): readonly HelpEvent[] | Refused<MatterRefusal> => {
  if (!isRaiser(matter, actor) && !atDesk(matter, actor)) return refuse('not-yours-to-do')
  if (!matter.help) return refuse('nobody-helps')
  return [{ type: 'ConsentWithdrawn', consent: matter.help.consent, byHelper: isHelper(matter, actor) }]
}
