// A real case as a script: who took part, what was raised, what was done when, which figures are told, and how it ended.
import type { RaiseMatter } from '@yishi/contract/matter'
import type { MatterCommandName, OrderCommandName } from '@yishi/contract/matter-command'
import type { Role } from '@yishi/domain/kernel'
import type { Sorting } from '@yishi/domain/matter'
import type { RoomDeed } from './rooms/deeds.ts'

/** `+3 09:30`: three days after the raising, at that time in Shanghai, chosen by us; an instant with zone is told or chosen as `assumed` says. */
export type ScriptMoment = string

/** The key of a party, or `raiser`: whoever raised the matter, by its link. */
export type ScriptActor = string

export type ScriptStep = {
  /** So that a span can name it. */
  readonly id?: string
  readonly at: ScriptMoment
  readonly by: ScriptActor
  /** Whose order, where the desk writes down what that party said. */
  readonly of?: string
  readonly do: MatterCommandName | OrderCommandName | RoomDeed
  /** The body of the command; where it names a party, it is the party's key. */
  readonly with: Readonly<Record<string, unknown>>
  /** How many photos come with it; the pictures are ours. */
  readonly photos?: number
  /** What the case says a vote came to, at the step by which it is decided: the options chosen, or `for`; nothing where it failed. */
  readonly decides?: { readonly passed: boolean; readonly chosen: readonly string[] }
  /** Whose orders the close of a meeting places by itself, from what it resolved. */
  readonly places?: readonly string[]
}

export type ScriptRaise = Pick<RaiseMatter, 'text' | 'channel'> & {
  readonly at: ScriptMoment
  readonly by: ScriptActor
  readonly where: string
  readonly publicity?: RaiseMatter['publicity']
  /** The moment is the case's own. */
  readonly dateTold?: boolean
  /** The ticket of a 12345 list in which it came, as the desk uploads it; the number is ours. */
  readonly ticket?: string
}

/** A duration that the case tells, found again between two entries of the story. */
export type ScriptSpan = {
  readonly what: string
  readonly from: string
  readonly to: string
  readonly minutes: number
}

export type ScriptEnd = { readonly as: 'solved' | 'answered' } | { readonly as: 'open'; readonly stage: string }

export type ScriptCase = {
  /** Provenance: the case's name in the collection of real cases. */
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly procedure: { readonly key: string; readonly told: boolean }
  /** What the case does not tell and we chose. */
  readonly assumed: readonly string[]
  readonly doubts?: string
  readonly raise: ScriptRaise
  readonly steps: readonly ScriptStep[]
  readonly spans?: readonly ScriptSpan[]
  readonly ends: ScriptEnd
}

export type ScriptParty = { readonly name: string; readonly role: Role }
export type ScriptCommunity = {
  readonly key: string
  readonly name: string
  readonly kind: 'residential' | 'village' | 'block'
  readonly streetOffice: string | null
}

/** The cases of one community; `committee` is the party that has everything which nobody else has. */
export type Script = {
  readonly community: ScriptCommunity
  readonly parties: { readonly committee: ScriptParty } & Readonly<Record<string, ScriptParty>>
  readonly cases: readonly ScriptCase[]
}

export type Inexpressible = { readonly id: string; readonly waitsFor: string; readonly why: string }

export type ScriptSorting = Sorting & { readonly procedure?: string }
