// What is left of a clock, in words; apart from the dictionaries because it also runs in the page, each minute.
import { restInWords } from '@yishi/domain/calendar'
import type { Language } from './dictionary.ts'

type Rest = { readonly ms: number; readonly overdue: boolean; readonly paused?: object | null }

/** «还剩 5 小时 20 分», «已超 6 小时», «时限暂停，还剩 3 天»; `5 h 20 min left`, `6 h over`, `Paused, 3 d left`. */
export const restSentence = ({ ms, overdue, paused = null }: Rest, lang: Language): string => {
  const rest = restInWords(ms, lang)
  if (lang === 'zh') return `${paused ? '时限暂停，' : ''}${overdue ? '已超' : '还剩'} ${rest}`
  return `${paused ? 'Paused, ' : ''}${rest} ${overdue ? 'over' : 'left'}`
}
