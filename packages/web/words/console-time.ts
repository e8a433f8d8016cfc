// Rests and moments as the console says them, in both languages and in the legal time zone.
import type { Language } from './dictionary.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Coarser the further away: minutes below six hours, hours below three days, then days. */
export const spanText = (ms: number, lang: Language): string => {
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor(ms / HOUR), Math.floor(ms / MINUTE)]
  const zh = lang === 'zh'
  if (minutes < 1) return zh ? '不到 1 分钟' : 'less than 1 min'
  if (hours < 1) return zh ? `${minutes} 分钟` : `${minutes} min`
  if (hours < 6 && minutes % 60 > 0) return zh ? `${hours} 小时 ${minutes % 60} 分` : `${hours} h ${minutes % 60} min`
  if (days < 3) return zh ? `${hours} 小时` : `${hours} h`
  return zh ? `${days} 天` : `${days} days`
}

export const restText = (clock: { overdue: boolean; ms: number }, lang: Language): string => {
  const span = spanText(Math.abs(clock.ms), lang)
  if (clock.overdue) return lang === 'zh' ? `超 ${span}` : `${span} over`
  return lang === 'zh' ? `剩 ${span}` : `${span} left`
}

const timeZone = 'Asia/Shanghai'
const parts = (at: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  )

/** `11-19 08:10`, as the board writes moments. */
export const shortMoment = (at: string): string => {
  const { month, day, hour, minute } = parts(at)
  return `${month}-${day} ${hour}:${minute}`
}

export const fullMoment = (at: string): string => `${parts(at)['year']}-${shortMoment(at)}`

const midnight = (at: string): boolean => parts(at)['hour'] === '00' && parts(at)['minute'] === '00'

/** A limit in days ends at midnight, which people read as the end of the day before: `11-30 24:00`. */
export const shortDeadline = (at: string): string => fullDeadline(at).slice(5)

export const fullDeadline = (at: string): string =>
  midnight(at) ? fullMoment(new Date(Date.parse(at) - DAY).toISOString()).replace('00:00', '24:00') : fullMoment(at)

export const clockTime = (at: string): string => shortMoment(at).slice(6)

/** «11 月 21 日 周六»; `Sat 21 Nov`. */
export const dayText = (at: string, lang: Language): string => {
  const date = new Date(at)
  const format = { timeZone, weekday: 'short', month: 'short', day: 'numeric' } as const
  if (lang === 'en') return new Intl.DateTimeFormat('en-GB', format).format(date)
  return `${Number(parts(at)['month'])} 月 ${dayOfMonth(at)} 日 ${weekdayText(at, lang)}`
}

/** `22` and «周日», `Sun`: the leaf of a calendar. */
export const dayOfMonth = (at: string): string => `${Number(parts(at)['day'])}`
export const weekdayText = (at: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, weekday: 'short' }).format(new Date(at))

/** What a `datetime-local` field holds, read in the legal time zone whatever the machine's own is set to. */
export const fromLocalField = (text: string): string => new Date(`${text}:00+08:00`).toISOString()
export const toLocalField = (at: string): string => `${parts(at)['year']}-${shortMoment(at)}`.replace(' ', 'T')
