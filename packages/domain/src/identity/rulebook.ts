// The life of a claim as a table: who may confirm it, and what has to be said with it. 民法典 278 counts owners; who is one is checked once.
import { type Actor, type Meta, type Refused, holds, later, refuse, rulebook } from '../kernel/index.ts'
import {
  CLAIM_HOLDS,
  type Claim,
  type ClaimCommand,
  type ClaimEvent,
  type ClaimRefusal,
  type Footing,
  type How,
  MOST_CLAIMS,
} from './claim.ts'
import { type RosterOwner, fitOf, mayBeVouched, needsReason } from './matching.ts'

type Answer = readonly ClaimEvent[] | Refused<ClaimRefusal>
type Pending = Extract<Claim, { status: 'pending' }>
type CommandOf<Type extends ClaimCommand['type']> = Extract<ClaimCommand, { type: Type }>

const NO_FOOTING = {
  owner: 'already-an-owner',
  'on-roster': 'on-the-roster',
  'phone-unproved': 'phone-not-proved',
} as const satisfies Record<Exclude<Footing, 'newcomer'>, ClaimRefusal>

const lodge = (_: Claim, command: CommandOf<'LodgeClaim'>, { actor, now }: Meta): Answer => {
  const { id, community, place, said, footing, waiting, recent } = command
  if (actor.kind !== 'person') return refuse('not-yours-to-do')
  if (footing !== 'newcomer') return refuse(NO_FOOTING[footing])
  if (waiting) return refuse('claim-waits')
  if (recent >= MOST_CLAIMS) return refuse('too-many-claims')
  const lapsesAt = later(now, CLAIM_HOLDS)
  return [{ type: 'ClaimLodged', id, community, by: actor.person, said, lapsesAt, ...place }]
}

const isStaff = (actor: Actor, { community }: Pending): boolean => holds(actor, ['staff'], community, '')

const isClaimant = (actor: Actor, claim: Pending, own: boolean): boolean =>
  own || (actor.kind === 'person' && actor.person === claim.by)

/** Staff may set the roster aside, with a reason. */
const byStaff = (claim: Pending, { owner, how, reason }: CommandOf<'ConfirmClaim'>): How | Refused<ClaimRefusal> => {
  if (owner === null) return refuse('not-an-owner')
  if (how === null) return refuse('how-missing')
  if (needsReason(fitOf(claim.said, owner)) && reason.trim() === '') return refuse('reason-needed')
  return how
}

/** Another owner knows their family, and nothing of what the roster says about anybody else. */
const byCoOwner = (
  claim: Pending,
  { owner, witness }: CommandOf<'ConfirmClaim'>,
  actor: Actor,
): How | Refused<ClaimRefusal> => {
  if (actor.kind !== 'person' || !witness.owns || witness.pending) return refuse('not-yours-to-do')
  if (claim.doubted || owner === null || owner.person === actor.person) return refuse('staff-needed')
  return mayBeVouched(fitOf(claim.said, owner)) ? 'co-owner' : refuse('staff-needed')
}

const confirmedAs = (claim: Pending, owner: RosterOwner, how: How, { ids }: Meta) => ({
  type: 'IdentityConfirmed' as const,
  by: claim.by,
  owner: owner.person,
  how,
  former: owner.account === 'living' || owner.account === 'closed' ? (owner.signedUp ?? ids('per')) : null,
})

const confirm = (claim: Pending, command: CommandOf<'ConfirmClaim'>, meta: Meta): Answer => {
  const { actor, now } = meta
  const { owner, own, footing, reason } = command
  if (isClaimant(actor, claim, own)) return refuse('own-claim')
  const how = isStaff(actor, claim) ? byStaff(claim, command) : byCoOwner(claim, command, actor)
  if (typeof how === 'object') return how
  if (now >= claim.lapsesAt) return refuse('claim-lapsed')
  if (owner === null) return refuse('not-an-owner')
  if (footing !== 'newcomer' && owner.account !== 'own') return refuse(NO_FOOTING[footing])
  const { phone } = claim.said
  const confirmed = { ...confirmedAs(claim, owner, how, meta), reason: reason.trim() }
  return owner.phone === phone
    ? [confirmed]
    : [confirmed, { type: 'RosterNumberChanged', owner: owner.person, phone, before: owner.phone }]
}

const doubt = (claim: Pending, { own, witness }: CommandOf<'DoubtClaim'>, { actor }: Meta): Answer => {
  if (isClaimant(actor, claim, own)) return refuse('own-claim')
  if (!witness.owns || witness.pending) return refuse('not-yours-to-do')
  return claim.doubted ? [] : [{ type: 'ClaimDoubted' }]
}

const turnDown = (claim: Pending, { reason, own }: CommandOf<'RefuseClaim'>, { actor }: Meta): Answer => {
  if (isClaimant(actor, claim, own)) return refuse('own-claim')
  if (!isStaff(actor, claim)) return refuse('not-yours-to-do')
  return reason.trim() === '' ? refuse('reason-needed') : [{ type: 'ClaimRefused', reason: reason.trim() }]
}

const withdraw = (claim: Pending, { own }: CommandOf<'WithdrawClaim'>, { actor }: Meta): Answer =>
  isClaimant(actor, claim, own) ? [{ type: 'ClaimWithdrawn' }] : refuse('not-yours-to-do')

const lapse = ({ lapsesAt }: Pending, _: CommandOf<'LapseClaim'>, { actor, now }: Meta): Answer =>
  actor.kind === 'clock' && now >= lapsesAt ? [{ type: 'ClaimLapsed' }] : refuse('not-yours-to-do')

const evolve = (claim: Claim, event: ClaimEvent): Claim => {
  switch (event.type) {
    case 'ClaimLodged': {
      const { id, community, by, said, lapsesAt } = event
      return { status: 'pending', id, community, by, said, lapsesAt, doubted: false }
    }
    case 'ClaimDoubted':
      return claim.status === 'pending' ? { ...claim, doubted: true } : claim
    case 'IdentityConfirmed':
      return { status: 'confirmed' }
    case 'RosterNumberChanged':
      return claim
    case 'ClaimRefused':
      return { status: 'refused' }
    case 'ClaimWithdrawn':
      return { status: 'withdrawn' }
    case 'ClaimLapsed':
      return { status: 'lapsed' }
  }
}

export const claimRules = rulebook<Claim, ClaimCommand, ClaimEvent, ClaimRefusal>(
  {
    absent: { LodgeClaim: lodge },
    pending: {
      ConfirmClaim: confirm,
      DoubtClaim: doubt,
      RefuseClaim: turnDown,
      WithdrawClaim: withdraw,
      LapseClaim: lapse,
    },
    confirmed: {},
    refused: {},
    withdrawn: {},
    lapsed: {},
  },
  evolve,
)
