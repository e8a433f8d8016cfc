// How a capability's state lies in tables: locked and read as one union, written by one statement per event.
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import type { Transaction } from './database/tables.ts'

export type Subject<Id extends string = string> = { readonly community: CommunityId; readonly id: Id }

export type Tagged = { readonly type: string }

export type Written<Event> = { readonly subject: Subject; readonly event: Event; readonly at: Instant }

export type Store<State, Event extends Tagged> = {
  /** `select … for update`, then rows → union; an absent row gives the capability's first state. */
  readonly lock: (trx: Transaction, subject: Subject) => Promise<State>
  /** The same for many in one statement, in the order of their ids; where a store has it, what is asked of different subjects at one moment is done together. */
  readonly lockAll?: (
    trx: Transaction,
    community: CommunityId,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, State>>
  readonly write: {
    readonly [Type in Event['type']]: (
      trx: Transaction,
      subject: Subject,
      event: Extract<Event, { type: Type }>,
      at: Instant,
    ) => Promise<unknown>
  }
  /** The same for many subjects in one statement, where it is known that many come at once. */
  readonly writeAll?: {
    readonly [Type in Event['type']]?: (
      trx: Transaction,
      all: readonly Written<Extract<Event, { type: Type }>>[],
    ) => Promise<unknown>
  }
  /** Writes the row of a state that many events fold into, once at the end of the transaction. */
  readonly keep?: (trx: Transaction, subject: Subject, state: State, events: readonly Event[]) => Promise<unknown>
}
