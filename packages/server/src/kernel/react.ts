// When an event of one capability must move another, or the outside world: said at the wiring, run in the same transaction.
import { type Actor, CLOCK, type Instant } from '@yishi/domain/kernel'
import type { Capability, Status } from './capability.ts'
import type { Transaction } from './database/tables.ts'
import type { JobDraft } from './job-draft.ts'
import type { Subject, Tagged } from './store.ts'

export type Change<State, Event> = {
  readonly trx: Transaction
  readonly subject: Subject
  readonly event: Event
  /** After all events of the same command. */
  readonly state: State
  readonly actor: Actor
  readonly at: Instant
}

export type Step = {
  readonly capability: string
  readonly subject: Subject
  readonly command: Tagged
  readonly actor: Actor
  /** The state of a subject whose id was made a moment ago: nobody else can know it, so nothing is read or locked. */
  readonly fresh?: Status
}

export type Consequence = { readonly step: Step } | { readonly job: JobDraft }

export type Reaction = {
  readonly capability: string
  readonly react: (change: Change<Status, Tagged>) => readonly Consequence[] | Promise<readonly Consequence[]>
}

/** After each event of this capability. */
export const on = <State extends Status, Command extends Tagged, Event extends Tagged, Refusal extends string>(
  capability: Capability<State, Command, Event, Refusal>,
  react: (change: Change<State, Event>) => readonly Consequence[] | Promise<readonly Consequence[]>,
): Reaction => ({ capability: capability.name, react: react as unknown as Reaction['react'] })

/** A command that follows; nobody in person gives it unless an actor is named. */
export const follow = <State extends Status, Command extends Tagged, Event extends Tagged, Refusal extends string>(
  capability: Capability<State, Command, Event, Refusal>,
  subject: Subject,
  command: NoInfer<Command>,
  actor: Actor = CLOCK,
): Consequence => ({ step: { capability: capability.name, subject, command, actor } })

export const enqueue = (kind: string, data: JobDraft['data']): Consequence => ({ job: { kind, data } })
