// By when a committee's steps are done: calendar days after the event (Civil Code art. 201), never moved behind a holiday, so that no day is later than the law's. RULES R0.4, R1.42, R1.44, R1.45.
import { type LocalDate, addDays, addMonths, endOfDay, startOfDay } from '../calendar/index.ts'
import { HOUR, type Instant, earliest, later } from '../kernel/index.ts'
import { TERM_LAWS, type TermLaw, type TermStep } from './law.ts'
import type { RunningTerm, StandingTerm } from './term.ts'

export type Deadline = {
  readonly step: TermStep
  /** The last day; null as long as it waits for another step. */
  readonly due: LocalDate | null
  readonly done: LocalDate | null
}

/** When a reminder comes: so many days before the last one. */
const LEADS: Readonly<Record<TermStep, number>> = {
  'list-published': 1,
  filed: 7,
  'filing-done': 3,
  'taken-over': 3,
  met: 7,
  'reelection-reported': 30,
  'reelection-group': 14,
}
const MORNING = 9 * HOUR

type Told = Pick<StandingTerm, 'law' | 'number' | 'electedOn' | 'from' | 'until' | 'steps'>

const after = (day: LocalDate | undefined, days: number | null): LocalDate | null =>
  day === undefined || days === null ? null : addDays(day, days)

/** A session counts from the one before, the first from the day on which the term began. */
const nextSession = ({ steps, from }: Told, { meetMonths }: TermLaw): LocalDate | null =>
  meetMonths === null ? null : addMonths(steps.met?.on ?? from, meetMonths)

/** Every step that its law asks of this term. Nobody hands anything over to the first committee. */
export const deadlinesOf = (term: Told): readonly Deadline[] => {
  const law: TermLaw = TERM_LAWS[term.law]
  const { steps, number, electedOn, until } = term
  const filed = steps.filed?.on
  const asked: readonly (readonly [TermStep, LocalDate | null, boolean])[] = [
    ['list-published', addDays(electedOn, law.publishedDays), true],
    ['filed', addDays(electedOn, law.filedDays), true],
    ['filing-done', after(filed, law.filingDoneDays), law.filingDoneDays !== null],
    ['taken-over', after(steps['filing-done']?.on ?? filed, law.takenOverDays), number > 1],
    ['met', nextSession(term, law), law.meetMonths !== null],
    ['reelection-reported', addMonths(until, -law.reportMonths), true],
    ['reelection-group', after(steps['reelection-reported']?.on, law.groupDays), law.groupDays !== null],
  ]
  return asked.flatMap(([step, due, isAsked]) =>
    isAsked ? [{ step, due, done: step === 'met' ? null : (steps[step]?.on ?? null) }] : [],
  )
}

export type Ring = { readonly step: TermStep; readonly due: LocalDate; readonly late: boolean; readonly at: Instant }

/** A deadline that has moved, as the next session's does, rings anew. */
export const ringKey = ({ step, due, late }: Omit<Ring, 'at'>): string => `${step} ${due} ${late ? 'late' : 'soon'}`

/** What the clock has still to tell of this term, and when. */
export const ringsOf = (term: RunningTerm): readonly Ring[] =>
  deadlinesOf(term)
    .flatMap(({ step, due, done }): Ring[] =>
      due === null || done !== null
        ? []
        : [
            { step, due, late: false, at: later(startOfDay(addDays(due, -LEADS[step])), MORNING) },
            { step, due, late: true, at: endOfDay(due) },
          ],
    )
    .filter((ring) => !term.rung.includes(ringKey(ring)))

export const termWakesAt = (term: StandingTerm | { readonly status: 'absent' }): Instant | null =>
  term.status === 'running' ? earliest([...ringsOf(term).map(({ at }) => at), endOfDay(term.until)]) : null
