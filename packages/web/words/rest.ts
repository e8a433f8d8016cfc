// What is left of a clock, in words; apart from the dictionaries because it also runs in the page, each minute.
import { restInWords } from '@yishi/domain/calendar'
import type { Language } from './dictionary.ts'

/** «还剩 5 小时 20 分», «已超 6 小时»; `5 h 20 min left`, `6 h over`. */
export const restSentence = (clock: { ms: number; overdue: boolean }, lang: Language): string => {
  const rest = restInWords(clock.ms, lang)
  if (lang === 'zh') return clock.overdue ? `已超 ${rest}` : `还剩 ${rest}`
  return clock.overdue ? `${rest} over` : `${rest} left`
}
