// Helping a neighbour who has no smartphone: the neighbour's consent is on record before anybody acts for them (个人信息保护法 14, 15, 29).
import type { Actor, CommunityId, ConsentId, PersonId, PhotoId, Role } from '../kernel/index.ts'

/** In person, on the telephone, or on a paper of which there is a photo. */
export const CONSENT_WAYS = ['in-person', 'by-phone', 'on-paper'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** Names the words that the neighbour agreed to; other words have another name. */
export const HELP_TEXT = 'help-1'

export type Consent = {
  readonly consent: ConsentId
  /** Which words were agreed to. */
  readonly text: string
  readonly way: ConsentWay
  /** Whose consent it is. */
  readonly name: string
  readonly phone: string | null
  readonly unit: string
  readonly paper: PhotoId | null
}

/** Raised by oneself, or for a neighbour. */
export type Helped = { readonly help?: Consent }

export type Help = { readonly helper: PersonId; readonly consent: ConsentId }
export type WithHelp = { readonly help: Help | null }

export type HelpCommand = { readonly type: 'WithdrawConsent' }
export type HelpEvent =
  | ({ readonly type: 'ConsentGiven'; readonly helper: PersonId } & Consent)
  | { readonly type: 'ConsentWithdrawn'; readonly consent: ConsentId; readonly byHelper: boolean }

const HELPERS: readonly Role[] = ['resident', 'building-leader', 'volunteer', 'grid-worker']

/** Neighbours help neighbours, wherever in the community each of them lives. */
export const mayHelp = (actor: Actor, community: CommunityId): boolean =>
  actor.kind === 'person' && actor.hats.some((hat) => hat.community === community && HELPERS.includes(hat.role))
