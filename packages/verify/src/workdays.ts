// Counts working days by the shipped legal calendar, so that a deadline can be checked by hand.
import { addWorkingDays, localDateSchema } from '@yishi/domain/calendar'
import { type Command, badInput } from './outcome.ts'

const USAGE = 'yishi workdays add DATE DAYS'
const MOST_DAYS = 10_000

export const addWorkdays: Command = {
  usage: USAGE,
  run: ([date, days, ...more]) => {
    const from = localDateSchema.safeParse(date)
    if (more.length > 0 || !from.success || !/^\d{1,5}$/.test(days ?? '') || Number(days) > MOST_DAYS)
      return badInput('usage', USAGE)
    const due = addWorkingDays(from.data, Number(days))
    return typeof due === 'string'
      ? { exit: 0, answer: { date: due } }
      : { exit: 2, answer: { error: due.refused, detail: { ...due.detail } } }
  },
}
