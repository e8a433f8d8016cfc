// What the ledger keeps of a claim: that it was made, how it was confirmed and whether an account lost its row; who, where, numbers and reasons sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { ClaimEvent } from './claim.ts'

export const claimEntry: EntriesOf<ClaimEvent> = {
  ClaimLodged: ({ by, node, door, unit, said, lapsesAt }) => ({
    facts: { lapsesAt },
    sealed: { by, node, door, unit, name: said.name, phone: said.phone },
  }),
  IdentityConfirmed: ({ by, owner, how, reason, former }) => ({
    facts: { how, replaced: former !== null },
    sealed: { by, owner, reason, former },
  }),
  RosterNumberChanged: ({ owner, phone, before }) => ({
    facts: { first: before === null },
    sealed: { owner, phone, before },
  }),
  ClaimDoubted: () => ({ facts: {}, sealed: {} }),
  ClaimRefused: ({ reason }) => ({ facts: {}, sealed: { reason } }),
  ClaimWithdrawn: () => ({ facts: {}, sealed: {} }),
  ClaimLapsed: () => ({ facts: {}, sealed: {} }),
}
