// What the clock rings for: rulings that are late, the eve of each vote, and the last day on which open seats are voted on. RULES R2.4.
import { type LocalDate, addDays, localDateOf, startOfDay } from '../calendar/index.ts'
import { HOUR, type Instant, type Meta, isRefused, later, refuse } from '../kernel/index.ts'
import type { ElectionCommand } from './acts.ts'
import type { Election } from './election.ts'
import { recallRing } from './recall.ts'
import type { Answer } from './keeping.ts'

type Published = Extract<Election, { status: 'published' }>
type Short = Extract<Election, { status: 'short' }>

const REMINDS_AT = 9 * HOUR

/** In the morning of the day before. */
export const eveOf = ({ day }: { readonly day: LocalDate }): Instant => later(startOfDay(addDays(day, -1)), REMINDS_AT)

export const wake = (election: Published, _: ElectionCommand, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-election')
  const late = election.waiting.filter(({ due }) => due <= now).map(({ objection }) => objection)
  return [
    ...(late.length > 0 ? [{ type: 'RulingsOverdue' as const, objections: late }] : []),
    ...(!election.reminded && eveOf(election) <= now ? [{ type: 'VotingNear' as const }] : []),
  ]
}

/** Days before the last one on which open seats are voted on; the first is ours, no source gives one. */
const NEAR = 3

/** In the mornings: while there is still time and no day is fixed, and once the last day is over and nobody votes on one to come. */
const furtherRing = ({ furtherBy, rung, nextVote }: Short): { readonly at: Instant; readonly late: boolean } | null => {
  if (!furtherBy || rung === 'late') return null
  const ring = (days: number) => later(startOfDay(addDays(furtherBy, days)), REMINDS_AT)
  if (rung === 'none' && !nextVote) return { at: ring(-NEAR), late: false }
  return nextVote && nextVote.day > furtherBy ? null : { at: ring(1), late: true }
}

/** Where nobody was awake in time, that it is near is not said after it is past. */
const furtherDue = (election: Short, now: Instant): Answer => {
  const ring = furtherRing(election)
  if (!ring || ring.at > now) return []
  const by = election.furtherBy!
  return [{ type: 'FurtherVoteDue', by, late: localDateOf(now) > by }]
}

export const wakeAgain = (election: Short, _: ElectionCommand, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-election')
  const due = election.nextVote?.remindsAt
  const further = furtherDue(election, now)
  if (isRefused(further)) return further
  return [...(due && due <= now ? [{ type: 'VotingNear' as const }] : []), ...further]
}

export const electionWakesAt = (election: Election): Instant | null => {
  if (election.status === 'draft') return recallRing(election)?.at ?? null
  if (election.status === 'short') {
    const rings = [election.nextVote?.remindsAt, furtherRing(election)?.at]
    return rings.filter((at) => at !== undefined && at !== null).toSorted()[0] ?? null
  }
  if (election.status !== 'published') return null
  const moments = [...election.waiting.map(({ due }) => due), ...(election.reminded ? [] : [eveOf(election)])]
  return moments.toSorted()[0] ?? null
}
