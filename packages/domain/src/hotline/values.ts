// Moments and limits as hotline lists write them: `2026/1/5 9:03`, `2026-01-05 09:03:22`, a spreadsheet's serial number, `5个工作日`.
import { type Limit, type LocalDate, dueAt, localDateSchema, startOfDay } from '../calendar/index.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND, later } from '../kernel/index.ts'

const MOMENT =
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?:[T ]?(?<hour>\d{1,2})[:时](?<minute>\d{1,2})(?:[:分](?<second>\d{1,2}))?(?:\.\d+)?[分秒]?)?$/u
/** Days since 1899-12-30, from 2000 to 2099. */
const SERIAL = /^(?:3[6-9]|[4-6]\d|7[0-2])\d{3}(?:\.\d+)?$/u
const EPOCH: LocalDate = '1899-12-30'

const two = (text: string): string => text.padStart(2, '0')

type Moment = { readonly at: Instant; readonly timed: boolean }

const ofSerial = (text: string): Moment => {
  const seconds = Math.round(Number(text) * (DAY / SECOND))
  return { at: later(startOfDay(EPOCH), seconds * SECOND), timed: text.includes('.') }
}

const momentIn = (typed: string): Moment | null => {
  const text = typed.normalize('NFKC').trim()
  if (SERIAL.test(text)) return ofSerial(text)
  const { year, month, day, hour, minute = '0', second = '0' } = MOMENT.exec(text)?.groups ?? {}
  if (!year || !month || !day) return null
  const date = localDateSchema.safeParse(`${year}-${two(month)}-${two(day)}`)
  if (!date.success || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const time = Number(hour ?? 0) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND
  return { at: later(startOfDay(date.data as LocalDate), time), timed: hour !== undefined }
}

export const readMoment = (text: string): Instant | null => momentIn(text)?.at ?? null

/** A day without a time is over at its end. */
const readDeadline = (text: string): Instant | null => {
  const moment = momentIn(text)
  if (!moment) return null
  return moment.timed ? moment.at : later(moment.at, DAY)
}

const LENGTH = /^(?<count>[1-9]\d{0,2})(?<unit>个?工作日|日|天|个?小时|h)?(?:内|以内|办结)?$/iu

const readLength = (typed: string): Limit | null => {
  const { count, unit = '工作日' } = LENGTH.exec(typed.normalize('NFKC').replaceAll(/\s/gu, ''))?.groups ?? {}
  if (!count) return null
  if (/小时|h/iu.test(unit)) return `PT${count}H`
  return unit === '日' || unit === '天' ? `P${count}D` : `P${count}WD`
}

/** A ticket says its limit as a moment or as a length; null where it says neither. */
export const readLimit = (text: string): { readonly due: Instant } | { readonly limit: Limit } | null => {
  const due = readDeadline(text)
  if (due) return { due }
  const limit = readLength(text)
  return limit && { limit }
}

/** By the kind of a ticket where it names no limit itself, the more particular word first (静安区大宁路街道 12345 规则 2019). */
const LIMITS: readonly { readonly words: readonly string[]; readonly limit: Limit }[] = [
  { words: ['疑难', '复杂', '审批'], limit: 'P15WD' },
  { words: ['督办', '回访'], limit: 'P3WD' },
  { words: ['咨询', '建议'], limit: 'P1WD' },
  { words: ['求助', '投诉', '举报'], limit: 'P5WD' },
]
const USUAL: Limit = 'P5WD'

export type Deadline = { readonly due: Instant; readonly limit: Limit | null; readonly provisional: boolean }
type Told = { readonly due?: string; readonly kind?: string; readonly topic?: string }

/** The ticket carries its limit; `from` is when it was called in. */
export const deadlineOf = ({ due, kind = '', topic = '' }: Told, from: Instant): Deadline => {
  const told = due ? readLimit(due) : null
  if (told && 'due' in told) return { due: told.due, limit: null, provisional: false }
  const ofKind = LIMITS.find(({ words }) => words.some((word) => `${kind} ${topic}`.includes(word)))?.limit
  const limit = told?.limit ?? ofKind ?? USUAL
  return { ...dueAt(from, limit), limit }
}
