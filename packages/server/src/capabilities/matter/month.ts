// The calendar month in which a moment lies, as people in Shanghai count it.
import { localDateOf, startOfDay } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'

export const startOfMonth = (now: Instant): Instant =>
  startOfDay(`${localDateOf(now).slice(0, 7)}-01` as ReturnType<typeof localDateOf>)
