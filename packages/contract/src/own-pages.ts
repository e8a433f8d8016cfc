// The props of the pages that are somebody's own: what they raised and were told, and where they stand as an owner. Types only.
import type { Message } from './account.ts'
import type { HomePage, HomeStanding } from './identity.ts'
import type { PublicMatter } from './matter.ts'

/** A poll that is open and has no ballot of somebody who may cast one. */
export type WaitingVote = { readonly poll: string; readonly text: string; readonly until: string | null }

export type OwnPages = {
  /** `GET /me`; `POST /me/read` marks the inbox as read; `POST /logout` signs out. */
  me: {
    name: string
    phone: string
    matters: readonly (PublicMatter & { readonly link: string })[]
    /** What this person raised for neighbours whose consent stands. */
    helped?: readonly (PublicMatter & { readonly link: string })[]
    inbox: readonly Message[]
    votes: readonly WaitingVote[]
    /** Where this person stands as an owner. */
    homes: readonly HomeStanding[]
    /** Whether this person may open the console. */
    staff: boolean
    communities: readonly HomePage['community'][]
    asOf: string
  }
  'own-home': HomePage
}
