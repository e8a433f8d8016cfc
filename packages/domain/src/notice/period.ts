// How long a notice hangs: whole calendar days after the day it was hung, to 24:00 in Shanghai (Civil Code 201, 203; RULES R0.4).
import {
  type LocalDate,
  addDays,
  addWorkingDaysProvisional,
  endOfDay,
  localDateOf,
  periodEnd,
} from '../calendar/index.ts'
import { type Instant, type Refused, isRefused, refuse } from '../kernel/index.ts'
import { BASES, type BasisKey, isInForce } from './basis.ts'
import type { NoticePeriod } from './notice.ts'

/** A last day on a holiday or at a weekend moves to the first working day after it. */
const lastDayOf = (hungOn: LocalDate, days: number, basis: BasisKey | null) =>
  basis
    ? periodEnd(hungOn, { unit: 'day', count: days })
    : // No statute asks for it, so that an unpublished year stops nobody: Monday to Friday, and the poster says the day.
      addWorkingDaysProvisional(addDays(hungOn, days - 1), 1).date

type PeriodRefusal = 'basis-not-in-force' | 'period-too-short' | 'calendar-year-missing'

/** A period that rests on a statute is never shorter than it says, and never rests on a guessed calendar. */
export const noticePeriod = (
  hungAt: Instant,
  { days, basis }: { readonly days: number; readonly basis: BasisKey | null },
): NoticePeriod | Refused<PeriodRefusal> => {
  const hungOn = localDateOf(hungAt)
  if (basis) {
    const { rule, minDays } = BASES[basis]
    if (!isInForce(basis, hungOn)) return refuse('basis-not-in-force', { rule })
    if (days < minDays) return refuse('period-too-short', { rule, least: minDays, days })
  }
  const lastDay = lastDayOf(hungOn, days, basis)
  return isRefused(lastDay) ? lastDay : { days, lastDay, endsAt: endOfDay(lastDay) }
}
