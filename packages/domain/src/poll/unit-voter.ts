// Who of several owners votes for their unit: they choose one (指导规则 25, R1.8), and that one answers every question of one assembly.
import type { PersonId } from '../kernel/index.ts'
import type { Poll } from './poll.ts'
import type { Channel } from './precedence.ts'

/** The same unit's ballots on the other questions of its agenda that are still to be voted on. */
export type Beside = {
  /** Who votes for the unit there. */
  readonly person: PersonId | null
  /** Whether they have done so by themselves. */
  readonly cast: boolean
}

type Unit = {
  readonly person: PersonId | null
  readonly pollStatus: Poll['status']
  readonly beside: Beside | null
  readonly channel?: Channel | null
}

/** On whichever question it was decided; nobody where nobody has cast or was chosen. */
export const voterOfUnit = ({ person, beside }: Pick<Unit, 'person' | 'beside'>): PersonId | null =>
  person ?? beside?.person ?? null

/** Before the count an owner can still be chosen. */
export const isChoosing = ({ pollStatus }: Pick<Unit, 'pollStatus'>): boolean =>
  pollStatus === 'announced' || pollStatus === 'open'

/** Somebody else than this owner has voted from their own phone, on this question or on one beside it. */
export const votedByAnother = (unit: Unit, person: PersonId): boolean =>
  voterOfUnit(unit) !== person && (unit.channel === 'online' || unit.beside?.cast === true)
