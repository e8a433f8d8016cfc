// What follows from a claim: people hear of it, and an engine is asked where the house has one.
import { claim, claimIsTold } from '../capabilities/identity/index.ts'
import { type Reaction, on } from '../kernel/react.ts'

export const identityReactions: readonly Reaction[] = [on(claim, ({ subject, event }) => claimIsTold(subject, event))]
