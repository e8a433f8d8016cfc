// What the clock rings for while a roll hangs: a ruling that is late for those who owe it, and the day before the vote for everybody. RULES R2.4.
import { addDays, startOfDay } from '../calendar/index.ts'
import { HOUR, type Instant, type Meta, later, refuse } from '../kernel/index.ts'
import type { Election, ElectionCommand } from './election.ts'
import type { Answer } from './roll-rules.ts'

type Published = Extract<Election, { status: 'published' }>

const REMINDS_AT = 9 * HOUR

/** In the morning of the day before. */
const eveOf = ({ day }: Published): Instant => later(startOfDay(addDays(day, -1)), REMINDS_AT)

export const wake = (election: Published, _: ElectionCommand, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-election')
  const late = election.waiting.filter(({ due }) => due <= now).map(({ objection }) => objection)
  return [
    ...(late.length > 0 ? [{ type: 'RulingsOverdue' as const, objections: late }] : []),
    ...(!election.reminded && eveOf(election) <= now ? [{ type: 'VotingNear' as const }] : []),
  ]
}

export const electionWakesAt = (election: Election): Instant | null => {
  if (election.status !== 'published') return null
  const moments = [...election.waiting.map(({ due }) => due), ...(election.reminded ? [] : [eveOf(election)])]
  return moments.toSorted()[0] ?? null
}
