// Limits and rests of time as people say them, in both languages; used on pages and in messages.
import { DAY, HOUR, type Language, MINUTE } from '../kernel/index.ts'
import { type Limit, type LimitUnit, readLimit } from './limits.ts'

const ZH = {
  minute: '分钟',
  hour: '小时',
  day: '天',
  week: '周',
  'working-day': '个工作日',
} satisfies Record<LimitUnit, string>

/** «48 小时», «5 个工作日»; `48 hours`, `5 working days`. */
export const limitInWords = (limit: Limit, language: Language): string => {
  const { unit, count } = readLimit(limit)
  return language === 'zh' ? `${count} ${ZH[unit]}` : `${count} ${unit.replace('-', ' ')}${count === 1 ? '' : 's'}`
}

/** The two largest units that say something: «2 天 3 小时», «5 小时 20 分»; `2 days 3 h`, `5 h 20 min`. Rounded down. */
export const restInWords = (ms: number, language: Language): string => {
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR), Math.floor((ms % HOUR) / MINUTE)]
  if (ms < MINUTE) return language === 'zh' ? '不到 1 分钟' : 'less than 1 min'
  const zh = [days && `${days} 天`, hours && `${hours} 小时`, !days && minutes && `${minutes} 分${hours ? '' : '钟'}`]
  const en = [
    days && `${days} ${days === 1 ? 'day' : 'days'}`,
    hours && `${hours} h`,
    !days && minutes && `${minutes} min`,
  ]
  return (language === 'zh' ? zh : en).filter(Boolean).join(' ')
}
