// The figures of an aggregated vote as people hand them in: counts and areas as numbers or as text, and silence with what proves it. RULES R1.31, R1.32.
import { type Amounts, type Counts, amountsSchema, countsSchema } from '@yishi/domain/poll'
import { type Outcome, badInput, isOutcome } from './outcome.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const WHOLE = /^(0|[1-9]\d{0,9})$/

/** A count may come as text of its digits, an area as a number; what is null was not given. */
const plainAmounts = (value: unknown): unknown => {
  if (!isFields(value)) return value
  const given = Object.entries(value).filter(([, amount]) => amount !== null)
  const plain = given.map(([measure, amount]): [string, unknown] => {
    if (measure === 'area') return [measure, typeof amount === 'number' ? String(amount) : amount]
    return [measure, typeof amount === 'string' && WHOLE.test(amount) ? Number(amount) : amount]
  })
  return Object.fromEntries(plain)
}

type Issue = { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] }

/** Where the first thing stands that cannot be read: a field, or a word that names none. */
const placeOf = (name: string, { issues: [issue] }: { readonly issues: readonly Issue[] }): string =>
  [name, ...(issue?.path ?? []), ...(issue?.keys ?? []).slice(0, 1)].map(String).join('.')

export const electorateIn = (value: unknown): Amounts | Outcome => {
  const parsed = amountsSchema.safeParse(plainAmounts(value))
  return parsed.success ? parsed.data : badInput('unreadable-claim', placeOf('electorate', parsed.error))
}

/** Delivered, told of the agenda, and warned of what silence means. */
const PROOFS = ['delivered', 'told', 'warned'] as const

const proofsIn = (silent: unknown): readonly string[] | null | Outcome => {
  if (!isFields(silent) || silent['proofs'] === undefined) return null
  const { proofs } = silent
  const wrong = badInput('unreadable-claim', 'counts.silent.proofs')
  if (!isFields(proofs)) return wrong
  const known = Object.entries(proofs).every(
    ([name, held]) => PROOFS.some((proof) => proof === name) && typeof held === 'boolean',
  )
  return known ? PROOFS.filter((proof) => proofs[proof] === true) : wrong
}

const amountsAlone = (value: unknown): unknown => {
  if (!isFields(value)) return value
  const { proofs: _, ...amounts } = value
  return amounts
}

export type ClaimedCounts = {
  /** As they are written, all silent ballots among them. */
  readonly counts: Counts
  /** `none`: nothing proves that the silent ones were ever reached, so that they stay out, whatever the regime. */
  readonly silence: 'delivered' | 'none'
}

/** Silence that is proved in all three ways may follow a majority, and what was delivered takes part where that is enough. */
export const countsIn = (value: unknown): ClaimedCounts | Outcome => {
  const fields: Fields = isFields(value) ? value : {}
  const proofs = proofsIn(fields['silent'])
  if (proofs !== null && isOutcome(proofs)) return proofs
  if (proofs !== null && fields['proven'] !== undefined) return badInput('unreadable-claim', 'counts.silent.proofs')
  const plain = Object.entries({ ...fields, silent: amountsAlone(fields['silent'] ?? {}) })
  const amounts = Object.fromEntries(plain.map(([name, each]) => [name, plainAmounts(each)]))
  const parsed = countsSchema.safeParse(isFields(value) ? amounts : value)
  if (!parsed.success) return badInput('unreadable-claim', placeOf('counts', parsed.error))
  const counts = parsed.data
  if (proofs === null) return { counts, silence: fields['proven'] === undefined ? 'none' : 'delivered' }
  if (!proofs.includes('delivered')) return { counts, silence: 'none' }
  return {
    counts: proofs.length === PROOFS.length ? { ...counts, proven: counts.silent } : counts,
    silence: 'delivered',
  }
}
