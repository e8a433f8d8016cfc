// Who is on call at a moment: the nearest roster that has somebody, read on the clock of Shanghai.
import { type LocalDate, addDays, daysBetween, localDateOf, localTimeOf } from '../calendar/index.ts'
import { type Instant, covers } from '../kernel/index.ts'
import { type Shift, WEEKDAYS } from './duty.ts'

const A_MONDAY: LocalDate = '2026-03-02'

const weekdayOf = (date: LocalDate) => WEEKDAYS[(((daysBetween(A_MONDAY, date) % 7) + 7) % 7) as 0]

const shiftsOf = <S extends Shift>(shifts: readonly S[], date: LocalDate): readonly S[] => {
  const single = shifts.filter(({ day }) => day === date)
  return single.length > 0 ? single : shifts.filter(({ day }) => day === 'daily' || day === weekdayOf(date))
}

const overnight = ({ begins, ends }: Shift): boolean => ends <= begins

const onAt = <S extends Shift>(shifts: readonly S[], now: Instant): readonly S[] => {
  const [today, time] = [localDateOf(now), localTimeOf(now)]
  const begun = shiftsOf(shifts, today).filter(
    (shift) => shift.begins <= time && (overnight(shift) || time < shift.ends),
  )
  const sinceYesterday = shiftsOf(shifts, addDays(today, -1)).filter((shift) => overnight(shift) && time < shift.ends)
  return [...sinceYesterday, ...begun]
}

type Kept<S> = { readonly path: string; readonly shifts: readonly S[] }

/** A gap in the roster of a building is filled by that of the community. */
export const onCall = <S extends Shift>(rosters: readonly Kept<S>[], path: string, now: Instant): readonly S[] =>
  rosters
    .filter((roster) => covers(roster.path, path))
    .toSorted((a, b) => b.path.length - a.path.length)
    .map(({ shifts }) => onAt(shifts, now))
    .find((found) => found.length > 0) ?? []
