// The program's log: one line of JSON per event, times in UTC, ids and numbers only.
import { systemClock } from './clock.ts'
import type { Log } from './context.ts'

/** What PostgreSQL adds as detail can quote a row, so of an error only these are kept. */
export const plainError = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, code: (error as { code?: unknown }).code, stack: error.stack }
    : { message: String(error) }

export const openLog = (write: (line: string) => unknown): Log => {
  const at = (level: string) => (facts: object, message: string) => {
    const { err, ...rest } = facts as { err?: unknown }
    const error = err === undefined ? {} : { error: plainError(err) }
    write(`${JSON.stringify({ time: systemClock.now(), level, message, ...rest, ...error })}\n`)
  }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
