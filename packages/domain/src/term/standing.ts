// How a committee stands today: who sits, what has to follow from empty seats or from sitting idle, and what it may not do while it is re-elected. RULES R1.45, R1.46.
import { type LocalDate, addMonths } from '../calendar/index.ts'
import { IDLE_MONTHS } from './law.ts'
import type { Member, StandingTerm } from './term.ts'

export const sittingIn = ({ members }: Pick<StandingTerm, 'members'>): readonly Member[] =>
  members.filter(({ vacancy }) => vacancy === null)

/** `by-election`: more than half remain. `early-election`: fewer than half do. A committee is odd, so that nothing lies between. */
export type VacancyFinding = 'full' | 'by-election' | 'early-election'

export type TermStanding = {
  readonly sitting: number
  readonly open: number
  readonly vacancy: VacancyFinding
  /** The day from which the committee has been idle for too long, once it has come; null as long as it has not. */
  readonly idleSince: LocalDate | null
  /** A group runs the re-election: the old committee calls no assembly on the company, fees and the other great matters. */
  readonly powersRest: boolean
}

type Told = Pick<StandingTerm, 'status' | 'members' | 'committee' | 'from' | 'steps'>

export const termStanding = (term: Told, today: LocalDate): TermStanding => {
  const sitting = sittingIn(term).length
  const { committee, from, steps, status } = term
  const half = 2 * sitting > committee ? 'by-election' : 'early-election'
  const idle = addMonths(steps.met?.on ?? from, IDLE_MONTHS)
  return {
    sitting,
    open: committee - sitting,
    vacancy: sitting === committee ? 'full' : half,
    idleSince: status === 'running' && today > idle ? idle : null,
    powersRest: status === 'running' && steps['reelection-group'] !== undefined,
  }
}
