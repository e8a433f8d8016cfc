// Moments as people say them, always on the clock of Shanghai: «今天 14:30», «11 月 19 日 19:42»; `today 14:30`, `19 Nov 19:42`.
import { addDays, daysBetween, localDateOf, localTimeOf, type LocalDate } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import type { Language } from './dictionary.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const NEAR: Record<Language, Readonly<Record<number, string>>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

const plainDay = (date: LocalDate, asOf: LocalDate, lang: Language): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const sameYear = date.slice(0, 4) === asOf.slice(0, 4)
  if (lang === 'zh') return `${sameYear ? '' : `${year} 年 `}${month} 月 ${day} 日`
  return `${day} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`}`
}

/** The day with its year, for what hangs on a wall: «2026 年 11 月 30 日», `30 Nov 2026`. */
export const fullDay = (date: LocalDate, lang: Language): string => plainDay(date, '0000-01-01', lang)

/** Two days, the year said once: «2026 年 11 月 24 日至 12 月 1 日»; `24 Nov to 1 Dec 2026`. */
export const daysInWords = (from: LocalDate, to: LocalDate, lang: Language): string =>
  lang === 'zh'
    ? `${fullDay(from, lang)}至${from.slice(0, 4) === to.slice(0, 4) ? ' ' : ''}${plainDay(to, from, lang)}`
    : `${plainDay(from, to, lang)} to ${fullDay(to, lang)}`

/** «12 月 4 日», `4 Dec`; near days by their names, another year said. */
export const dayInWords = (date: string, asOf: string, lang: Language): string => {
  const today = localDateOf(asOf as Instant)
  return NEAR[lang][daysBetween(today, date as LocalDate)] ?? plainDay(date as LocalDate, today, lang)
}

export const momentInWords = (at: string, asOf: string, lang: Language): string => {
  return `${dayInWords(localDateOf(at as Instant), asOf, lang)} ${localTimeOf(at as Instant)}`
}

/** Behind a Chinese word: a number stands apart from it, «到 12 月 4 日», a word does not, «到明天 24:00». */
export const apart = (moment: string): string => (/^\d/u.test(moment) ? ` ${moment}` : moment)

/** For files that are read years later, and sorted: «2026-11-21 14:30». */
export const fullMoment = (at: string): string => `${localDateOf(at as Instant)} ${localTimeOf(at as Instant)}`

/** For paper, which is read on other days: «11 月 21 日 14:30». */
export const plainMoment = (at: string, lang: Language): string => {
  const date = localDateOf(at as Instant)
  return `${plainDay(date, date, lang)} ${localTimeOf(at as Instant)}`
}

/** The day on which something ends: one that ends at midnight ends with the day before. */
export const endDay = (at: string): LocalDate => localDateOf(new Date(Date.parse(at) - 1).toISOString() as Instant)

/** A limit in days ends at midnight, which people read as the end of the day before, not as the start of the next. */
export const deadlineInWords = (due: string, asOf: string, lang: Language): string => {
  if (localTimeOf(due as Instant) !== '00:00') return momentInWords(due, asOf, lang)
  return `${dayInWords(addDays(localDateOf(due as Instant), -1), asOf, lang)} 24:00`
}
