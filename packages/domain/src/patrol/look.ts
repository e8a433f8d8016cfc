// A stairway that somebody looked at and found in order; the ledger remembers every look.
import { type Instant, refuse, rulebook } from '../kernel/index.ts'
import type { EntriesOf } from '../ledger/index.ts'
import { type PatrolRefusal, type Seen, seenBy, standingOf } from './patrol.ts'

export type Stairway = { readonly status: 'unknown' } | { readonly status: 'known'; readonly seenAt: Instant | null }
export type LookCommand = { readonly type: 'LookAtStairway' } & Seen
export type LookEvent = { readonly type: 'StairwayLookedAt'; readonly seenAt: Instant }
export type LookRefusal = PatrolRefusal | 'stairway-unknown'

const refusal = (answer: ReturnType<typeof standingOf>) => (typeof answer === 'string' ? null : answer)

export const lookRules = rulebook<Stairway, LookCommand, LookEvent, LookRefusal>(
  {
    unknown: { LookAtStairway: () => refuse('stairway-unknown') },
    known: {
      LookAtStairway: (_, seen, { actor, now }) =>
        refusal(standingOf(seen, actor, now)) ?? [{ type: 'StairwayLookedAt', seenAt: seenBy(seen.seenAt, now) }],
    },
  },
  /** What comes in late from a phone that was offline takes no later look back. */
  (stairway, { seenAt }) => ({
    status: 'known',
    seenAt: stairway.status === 'known' && stairway.seenAt && stairway.seenAt > seenAt ? stairway.seenAt : seenAt,
  }),
)

export const lookEntry: EntriesOf<LookEvent> = {
  StairwayLookedAt: ({ seenAt }) => ({ facts: { seenAt }, sealed: {} }),
}
