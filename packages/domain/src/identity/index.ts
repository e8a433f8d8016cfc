// Who an account is on the roster: claims to own a unit, and how they are confirmed.
export {
  CLAIM_HOLDS,
  type Claim,
  type ClaimCommand,
  type ClaimEvent,
  type ClaimRefusal,
  type ClaimedPlace,
  type Footing,
  type How,
  LONGEST_NAME,
  LONGEST_REASON,
  MOST_CLAIMS,
  NO_CLAIM,
  STAFF_HOWS,
  type StaffHow,
  type Witness,
} from './claim.ts'
export { claimEntry } from './entry.ts'
export { type Fit, type RosterOwner, type Said, fitOf, mayBeVouched, needsReason, ownerNamed } from './matching.ts'
export { claimRules } from './rulebook.ts'
