// What a replay needs of a running installation: its door, its clock, its people, and their sessions.
import type { Instant } from '@yishi/domain/kernel'

/** Somebody of the case: the cookie of their session, and the ids by which the interface knows them. */
export type Player = { readonly cookie: string; readonly party: string }

export type Ground = {
  readonly community: string
  /** The code on the plate of the whole community. */
  readonly place: string
  readonly players: ReadonlyMap<string, Player>
}

export const playerOf = (ground: Ground, key: string): Player => {
  const found = ground.players.get(key)
  if (!found) throw new Error(`nobody plays ${key} in this community`)
  return found
}

export type Installation = {
  readonly url: string
  readonly advanceTo: (at: Instant) => Promise<void>
  /** By the key of the community. */
  readonly grounds: ReadonlyMap<string, Ground>
}
