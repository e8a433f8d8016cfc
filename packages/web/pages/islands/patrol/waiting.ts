// What this phone holds until it gets through, in the browser's own database: closing the page or restarting the phone loses nothing.
// Of people it knows an opaque id alone, no name and no number (ASVS V14.3.3).
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

type Seen = {
  /** Made here: sent twice, it counts once. */
  readonly key: string
  readonly owner: string
  readonly community: string
  readonly node: string
  /** The name of the stairway, for whoever reads what waits. */
  readonly place: string
  readonly seenAt: string
  /** Why it was refused: it waits for a person now, not for the network. */
  readonly trouble: string | null
}
export type WaitingLook = Seen & { readonly what: 'look' }
export type WaitingNote = Seen & {
  readonly what: 'note'
  readonly text: string
  readonly settled: boolean
  /** A photo that has arrived is its id. */
  readonly photos: readonly (Blob | string)[]
}
/** A call at a door for a vote; `node` is the unit on the list of the poll. */
export type WaitingCall = Seen & {
  readonly what: 'call'
  readonly poll: string
  readonly result: string
  readonly to: string
  readonly companion: string
  readonly told: boolean
  readonly warned: boolean
  readonly signed: boolean
  /** Of a sheet of several pages: all of them are there. */
  readonly whole?: boolean
  readonly photos: readonly (Blob | string)[]
}
export type Waiting = WaitingLook | WaitingNote | WaitingCall

interface Kept extends DBSchema {
  waiting: { key: string; value: Waiting; indexes: { owner: string } }
}

let opened: Promise<IDBPDatabase<Kept>> | null = null

/** Rejects where the browser keeps nothing; the plain forms do the job there. */
export const openWaiting = (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>('yishi-patrol', 1, {
    upgrade: (db) => void db.createObjectStore('waiting', { keyPath: 'key' }).createIndex('owner', 'owner'),
  })
  return opened
}

export const keep = async (each: Waiting): Promise<void> => void (await (await openWaiting()).put('waiting', each))

export const forget = async ({ key }: Pick<Waiting, 'key'>): Promise<void> =>
  (await openWaiting()).delete('waiting', key)

/** In the order in which they were seen; nobody is shown another's. */
export const waitingOf = async (owner: string): Promise<readonly Waiting[]> => {
  const all = await (await openWaiting()).getAllFromIndex('waiting', 'owner', owner)
  return all.sort((a, b) => (a.seenAt < b.seenAt ? -1 : 1))
}
