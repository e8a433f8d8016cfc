// What somebody asks to be changed, and what came of it.
import type { CommunityId, Actor, Refused } from '@yishi/domain/kernel'
import type { Status } from './capability.ts'
import type { Transaction } from './database/tables.ts'
import type { Entry } from './entry.ts'
import type { Once } from './once.ts'
import type { Subject, Tagged } from './store.ts'

export type KernelRefusal = 'not-in-this-state' | 'idempotency-key-reused'

export type Request<State, Command, Refusal extends string = never> = {
  readonly subject: Subject
  /** A function where it depends on how things stand: asked in the same transaction, once the subject is locked; it writes nothing. */
  readonly command: Command | ((trx: Transaction) => Promise<Command | Refused<Refusal>>)
  readonly actor: Actor
  /** The state of a subject that is not locked: nobody else can know it, because its id was made a moment ago, or its store keeps nothing that was decided on a state which has moved. */
  readonly fresh?: State
  readonly once?: Once
  /** Where reactions reach other communities too. */
  readonly communities?: readonly CommunityId[]
}

/** A request whose types the kernel has forgotten. */
export type Asked = Request<Status, Tagged, string> & { readonly capability: string }

/** What a request did, and what its twin is answered too; `entries` are all that followed from it, the subject's own first. */
export type Deed = { readonly id: string; readonly entries: readonly Entry[] }

/** `happened` is null for a twin, whose first did it all; `state` is the subject's after all reactions. */
export type Performed<State = Status, Event = Tagged> = Deed & {
  readonly happened: { readonly events: readonly Event[]; readonly state: State } | null
}
