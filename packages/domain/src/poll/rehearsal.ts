// A rehearsal of the quorum while a poll runs: how many take part under each regime and how many are still missing, from participation alone and never from what anybody chose. RULES R1.2, R1.32.
import { type Amounts, type Measure, unitsOf, written } from './measure.ts'
import { type PollRule, REGIMES, type Regime, type Threshold } from './rule.ts'

/** Amounts of all, of those whose ballot is in, and of the silent ones with delivery, or with all three proofs, on file. */
export type Participation = {
  readonly electorate: Amounts
  readonly returned: Amounts
  readonly silent: Amounts
  readonly proven: Amounts
}

export type RehearsedLine = {
  readonly measure: Measure
  readonly have: string
  readonly needed: string
  /** `0` where enough take part. */
  readonly missing: string
  readonly ref: string
}
export type Rehearsal = {
  readonly regime: Regime
  /** Whether the rule allows it at all. */
  readonly allowed: boolean
  readonly lines: readonly RehearsedLine[]
}

const of = (amounts: Amounts, measure: Measure): bigint => unitsOf(amounts, measure) ?? 0n

/** The least whole number of units that passes the threshold. */
const neededFor = ({ at, share: [n, d] }: Threshold, whole: bigint): bigint => {
  const [part, all] = [BigInt(n) * whole, BigInt(d)]
  return at === 'more' ? part / all + 1n : (part + all - 1n) / all
}

const JOINING: Readonly<Record<Regime, 'silent' | 'proven' | null>> = {
  strict: null,
  'delivered-counts': 'silent',
  'follow-majority': 'proven',
}

const isQuorum = ({ part, whole }: Threshold): boolean =>
  whole === 'electorate' && (part === 'participants' || part === 'present')

const linesOf = (rule: PollRule, taking: Participation, regime: Regime): readonly RehearsedLine[] =>
  rule.quorum.filter(isQuorum).flatMap((threshold) =>
    rule.measures.map((measure) => {
      const joining = JOINING[regime]
      const have = of(taking.returned, measure) + (joining ? of(taking[joining], measure) : 0n)
      const needed = neededFor(threshold, of(taking.electorate, measure))
      const missing = have >= needed ? 0n : needed - have
      const text = (units: bigint) => written(measure, units)
      return { measure, have: text(have), needed: text(needed), missing: text(missing), ref: threshold.ref }
    }),
  )

/** A ballot that turns out invalid may still take its part away: this is what is in, not what will count. */
export const rehearse = (rule: PollRule, taking: Participation): readonly Rehearsal[] =>
  REGIMES.map((regime) => ({ regime, allowed: rule.silent.includes(regime), lines: linesOf(rule, taking, regime) }))
