// The clock of the big screen, in words; apart from the dictionaries because it also runs in the page, each second.
import type { Language } from './dictionary.ts'

const WEEKDAYS = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const SHANGHAI_MS = 8 * 3_600_000

export const wallClock = (at: number, lang: Language): { readonly time: string; readonly day: string } => {
  const there = new Date(at + SHANGHAI_MS)
  const [month, day, weekday] = [there.getUTCMonth(), there.getUTCDate(), WEEKDAYS[lang][there.getUTCDay()]]
  const time = there.toISOString().slice(11, 16)
  return { time, day: lang === 'zh' ? `${month + 1} 月 ${day} 日 ${weekday}` : `${weekday} ${day} ${MONTHS[month]}` }
}
