// Everything the kernel has to know about one capability; it knows none of them by name.
import type { Instant, Rulebook } from '@yishi/domain/kernel'
import type { EntriesOf, EntryDraft } from '@yishi/domain/ledger'
import type { Transaction } from './database/tables.ts'
import type { Store, Subject, Tagged, Written } from './store.ts'

export type Status = { readonly status: string }

/** At this moment the clock gives this command, unless the subject has moved on. */
export type Wake<Command> = { readonly at: Instant; readonly command: Command }

export type Parent = Subject & { readonly capability: string }

export type Capability<State extends Status, Command extends Tagged, Event extends Tagged, Refusal extends string> = {
  readonly name: string
  readonly rulebook: Rulebook<State, Command, Event, Refusal>
  readonly store: Store<State, Event>
  /** What the ledger keeps of each event; null where it keeps nothing. */
  readonly toEntry: EntriesOf<Event, EntryDraft | null>
  /** Locked before the subject itself, as the matter before its order; without a command the subject exists already. */
  readonly parent?: (trx: Transaction, subject: Subject, command: Command | null) => Promise<Parent | null>
  readonly wakes?: (state: State) => Wake<Command> | null
}

/** A capability whose types the kernel has forgotten: it only moves values between its parts. */
export type AnyCapability = {
  readonly name: string
  readonly rulebook: Rulebook<Status, Tagged, Tagged, string>
  readonly store: {
    readonly lock: Store<Status, Tagged>['lock']
    readonly lockAll?: NonNullable<Store<Status, Tagged>['lockAll']>
    readonly keep?: (trx: Transaction, subject: Subject, state: Status, events: readonly Tagged[]) => Promise<unknown>
    readonly write: Readonly<
      Record<string, (trx: Transaction, subject: Subject, event: Tagged, at: Instant) => Promise<unknown>>
    >
    readonly writeAll?: Readonly<
      Record<string, (trx: Transaction, all: readonly Written<Tagged>[]) => Promise<unknown>>
    >
  }
  readonly toEntry: Readonly<Record<string, (event: Tagged) => EntryDraft | null>>
  readonly parent?: (trx: Transaction, subject: Subject, command: Tagged | null) => Promise<Parent | null>
  readonly wakes?: (state: Status) => Wake<Tagged> | null
}

/** Every capability has this much; `forget` makes it one the kernel can run. */
export type Registered = {
  readonly name: string
  readonly rulebook: object
  readonly store: object
  readonly toEntry: object
}

export const forget = (capability: Registered): AnyCapability => capability as unknown as AnyCapability
