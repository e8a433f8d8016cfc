// A claim to own a unit (业主身份认领): lodged by who is signed in by phone, confirmed once by the committee or by another owner of the same unit, never by oneself.
import {
  type ClaimId,
  type CommunityId,
  DAY,
  type Instant,
  type NodeId,
  type PersonId,
  type UnitId,
} from '../kernel/index.ts'
import type { RosterOwner, Said } from './matching.ts'

/** After so long a claim that nobody confirmed lapses, and may be made anew. */
export const CLAIM_HOLDS = 30 * DAY
/** So many claims somebody may make in one community within `CLAIM_HOLDS`: enough for a mistake or two, too few to try doors. */
export const MOST_CLAIMS = 3
export const LONGEST_NAME = 60
export const LONGEST_REASON = 300

/** How staff made sure. */
export const STAFF_HOWS = ['certificate', 'in-person', 'called', 'known'] as const
export type StaffHow = (typeof STAFF_HOWS)[number]
export type How = StaffHow | 'co-owner'

/** Why somebody can or cannot claim here: already an owner, on the roster as something else, or without a proved number. */
export type Footing = 'newcomer' | 'owner' | 'on-roster' | 'phone-unproved'

type Body = {
  readonly id: ClaimId
  readonly community: CommunityId
  /** Under the row that signing in has made; nobody of the roster. */
  readonly by: PersonId
  readonly said: Said
  readonly lapsesAt: Instant
  /** Another owner of the unit does not know the claimant: then the committee alone decides. */
  readonly doubted: boolean
}

export type Claim =
  | { readonly status: 'absent' }
  | ({ readonly status: 'pending' } & Body)
  | { readonly status: 'confirmed' | 'refused' | 'withdrawn' | 'lapsed' }

/** The place as it was chosen and typed; the unit where the roster has such a door. */
export type ClaimedPlace = { readonly node: NodeId; readonly door: string; readonly unit: UnitId | null }

/** What the confirming person has to do with the unit. */
export type Witness = { readonly owns: boolean; readonly pending: boolean }

export type ClaimCommand =
  | {
      readonly type: 'LodgeClaim'
      readonly id: ClaimId
      readonly community: CommunityId
      readonly place: ClaimedPlace
      readonly said: Said
      /** As it stands while nobody else can change it. */
      readonly footing: Footing
      readonly waiting: boolean
      readonly recent: number
    }
  | {
      readonly type: 'ConfirmClaim'
      /** The row that the claimant is said to be, as it stands now; null where no owner of the unit is meant. */
      readonly owner: RosterOwner | null
      readonly footing: Footing
      /** Of staff only; another owner vouches. */
      readonly how: StaffHow | null
      readonly reason: string
      /** Asked under the same account, be it by another name. */
      readonly own: boolean
      readonly witness: Witness
    }
  | { readonly type: 'DoubtClaim'; readonly own: boolean; readonly witness: Witness }
  | { readonly type: 'RefuseClaim'; readonly reason: string; readonly own: boolean }
  | { readonly type: 'WithdrawClaim'; readonly own: boolean }
  | { readonly type: 'LapseClaim' }

export type ClaimEvent =
  | ({
      readonly type: 'ClaimLodged'
      readonly id: ClaimId
      readonly community: CommunityId
      readonly by: PersonId
      readonly said: Said
      readonly lapsesAt: Instant
    } & ClaimedPlace)
  | {
      readonly type: 'IdentityConfirmed'
      readonly by: PersonId
      /** The row of the roster that the account acts under from now on. */
      readonly owner: PersonId
      readonly how: How
      readonly reason: string
      /** The row under which the account that had it before goes on; null where none had. */
      readonly former: PersonId | null
    }
  | {
      readonly type: 'RosterNumberChanged'
      readonly owner: PersonId
      readonly phone: string
      readonly before: string | null
    }
  | { readonly type: 'ClaimDoubted' }
  | { readonly type: 'ClaimRefused'; readonly reason: string }
  | { readonly type: 'ClaimWithdrawn' }
  | { readonly type: 'ClaimLapsed' }

export type ClaimRefusal =
  | 'already-an-owner'
  | 'on-the-roster'
  | 'phone-not-proved'
  | 'claim-waits'
  | 'too-many-claims'
  | 'own-claim'
  | 'not-yours-to-do'
  | 'claim-lapsed'
  | 'not-an-owner'
  | 'staff-needed'
  | 'how-missing'
  | 'reason-needed'

export const NO_CLAIM: Claim = { status: 'absent' }
