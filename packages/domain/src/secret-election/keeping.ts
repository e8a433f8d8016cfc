// Who runs a secret election and who counts it, what a rule of it answers, and on which day a number of days ends. RULES R0.4, R2.4.
import { type LocalDate, addDays, periodEnd } from '../calendar/index.ts'
import { type Meta, type Refused, holds, isRefused } from '../kernel/index.ts'
import type { ElectionEvent, ElectionRefusal } from './acts.ts'
import { ELECTION_KEEPERS, ELECTION_TELLERS, type StandingElection } from './election.ts'

export type Answer = readonly ElectionEvent[] | Refused<ElectionRefusal>

export const mayKeep = ({ community }: Pick<StandingElection, 'community'>, { actor }: Meta): boolean =>
  holds(actor, ELECTION_KEEPERS, community, '')

export const tells = ({ community }: Pick<StandingElection, 'community'>, { actor }: Meta) =>
  actor.kind === 'person' && holds(actor, ELECTION_TELLERS, community, '') ? actor.person : null

/** The last day of so many; where no calendar is published yet the days are counted as they are. */
export const lastDayOf = (from: LocalDate, days: number): LocalDate => {
  const end = periodEnd(from, { unit: 'day', count: days })
  return isRefused(end) ? addDays(from, days) : end
}
