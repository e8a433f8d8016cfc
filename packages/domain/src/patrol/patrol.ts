// Who goes round, and what is true of everything that they saw: when it was, and whose round it was then.
import { type Actor, type CommunityId, DAY, type Instant, type Refused, holds, later, refuse } from '../kernel/index.ts'
import { NOTE_TAKERS } from '../matter/index.ts'

/** Whoever may note a matter down for others may do so on a round. */
export const PATROLLERS = NOTE_TAKERS

/** A phone that was offline for longer tells of what nobody can check any more. */
const LONGEST_OFFLINE = 30 * DAY

export type PatrolRefusal = 'not-your-round' | 'seen-too-long-ago'

export type Seen = {
  readonly community: CommunityId
  readonly path: string
  /** By the clock of the phone. */
  readonly seenAt: Instant
  /** Whether it was this person's round when it was seen, whatever has become of their hat since. */
  readonly heldThen: boolean
}

export type Standing = 'now' | 'then'

/** A round that has changed hands since is told apart from one that was never this person's. */
export const standingOf = (
  { community, path, seenAt, heldThen }: Seen,
  actor: Actor,
  now: Instant,
): Standing | Refused<PatrolRefusal> => {
  if (later(seenAt, LONGEST_OFFLINE) < now) return refuse('seen-too-long-ago', { days: LONGEST_OFFLINE / DAY })
  if (holds(actor, PATROLLERS, community, path)) return 'now'
  return heldThen ? 'then' : refuse('not-your-round')
}

/** A phone whose clock is ahead has seen it now, not in the future. */
export const seenBy = (seenAt: Instant, now: Instant): Instant => (seenAt > now ? now : seenAt)
