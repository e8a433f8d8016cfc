// What the clock rings for: while a roll hangs, a ruling that is late for those who owe it; and for everybody the day before each vote. RULES R2.4.
import { type LocalDate, addDays, startOfDay } from '../calendar/index.ts'
import { HOUR, type Instant, type Meta, later, refuse } from '../kernel/index.ts'
import type { Election, ElectionCommand } from './election.ts'
import type { Answer } from './roll-rules.ts'

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

export const wakeAgain = ({ nextVote }: Short, _: ElectionCommand, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-election')
  const due = nextVote?.remindsAt
  return due && due <= now ? [{ type: 'VotingNear' }] : []
}

export const electionWakesAt = (election: Election): Instant | null => {
  if (election.status === 'short') return election.nextVote?.remindsAt ?? null
  if (election.status !== 'published') return null
  const moments = [...election.waiting.map(({ due }) => due), ...(election.reminded ? [] : [eveOf(election)])]
  return moments.toSorted()[0] ?? null
}
