// The roll of a secret election: published long enough before the vote, open to objections that are ruled on in time, and corrected with a reason. RULES R0.4, R2.4.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { addDays, endOfDay, localDateOf, noticeSatisfied, periodEnd } from '../calendar/index.ts'
import { type Instant, type Meta, type Refused, isRefused, refuse } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import type { ElectionCommand } from './acts.ts'
import { candidateCautions } from './candidates.ts'
import type { Election, Registered } from './election.ts'
import { type Answer, lastDayOf, mayKeep } from './keeping.ts'
import { unfitDemand } from './recall.ts'

type CommandOf<Type extends ElectionCommand['type']> = Extract<ElectionCommand, { type: Type }>
type In<Status extends Election['status']> = Extract<Election, { status: Status }>
export const rollDigest = (id: string, voters: readonly Registered[]): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText({ election: id, voters }))))

/** The end of a period of so many days that begins on the day of an instant; one that falls on a holiday ends after it (R0.4). */
const within = (from: Instant, days: number): Instant | Refused<'calendar-year-missing'> => {
  const end = periodEnd(localDateOf(from), { unit: 'day', count: days })
  return isRefused(end) ? refuse('calendar-year-missing', end.detail) : endOfDay(end)
}

const twice = (voters: readonly Registered[]): boolean => {
  const known = voters.flatMap(({ person }) => person ?? [])
  return new Set(known).size < known.length
}

export const publishRoll = (
  election: In<'draft'>,
  { voters, strangers }: CommandOf<'PublishRoll'>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const { law, day, id } = election
  const today = localDateOf(meta.now)
  if (voters.length === 0) return refuse('roll-empty')
  if (strangers > 0) return refuse('voter-unknown', { strangers })
  if (twice(voters)) return refuse('roll-twice')
  const short = candidateCautions(law, election.posts).short[0]
  if (short) return refuse('too-few-candidates', short)
  const unfit = unfitDemand(election, today)
  if (unfit) return unfit
  if (!noticeSatisfied(today, day, law.rollDays)) return refuse('roll-too-late', { days: law.rollDays })
  const objectionsUntil = within(meta.now, law.objectionDays)
  if (isRefused(objectionsUntil)) return objectionsUntil
  const roll = { publishedOn: today, objectionsUntil, registered: voters.length, digest: rollDigest(id, voters) }
  return [{ type: 'RollPublished', voters, ...roll }]
}

/** Where no calendar is published yet, nobody is kept from objecting. */
const rulingDue = (at: Instant, days: number): Instant => endOfDay(lastDayOf(localDateOf(at), days))

/** Anybody may, in the days that the law gives. */
export const object = (
  { objectionsUntil, law }: In<'published'>,
  { objection, text, name }: CommandOf<'ObjectToRoll'>,
  { now }: Meta,
): Answer =>
  now >= objectionsUntil
    ? refuse('objection-too-late')
    : [{ type: 'RollObjected', objection, text, name, due: rulingDue(now, law.rulingDays) }]

export const ruleOn = (
  election: In<'published'>,
  { objection, upheld, reason }: CommandOf<'RuleOnObjection'>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (!objection) return refuse('roll-objection-unknown')
  if (objection.ruled) return refuse('objection-ruled')
  const due = within(objection.at, election.law.rulingDays)
  if (isRefused(due)) return due
  return [{ type: 'ObjectionRuled', objection: objection.id, upheld, reason, late: meta.now >= due }]
}

export const correct = (
  election: In<'published'>,
  { add, strike, reason }: CommandOf<'CorrectRoll'>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (twice(add)) return refuse('roll-twice')
  if (localDateOf(meta.now) >= election.day) return refuse('correction-too-late')
  const registered = election.registered + add.length - strike.length
  return registered > 0 ? [{ type: 'RollCorrected', add, strike, registered, reason }] : refuse('roll-empty')
}

/** The first day on which the vote may be held, if the roll is published today. */
export const firstDay = (now: Instant, rollDays: number) => addDays(localDateOf(now), rollDays + 1)
