// The figures of a count: how many chose what, and whether such figures can be true at all.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { type Amounts, MEASURES, type Measure, amountsSchema, sumOf, unitsOf, written } from './measure.ts'

const amounts = amountsSchema.default({})

/** Figures of one question for or against; an option is counted as if it had been asked alone. */
export const countsSchema = z.strictObject({
  /** Those who came; where nobody says, those who took part. */
  present: amountsSchema.optional(),
  for: amounts,
  against: amounts,
  abstain: amounts,
  invalid: amounts,
  /** Ballots that were delivered and have not come back. */
  silent: amounts,
  /** Those of the silent ones for which delivery, announcement and warning are all on file (R1.31). */
  proven: amounts,
})
export type Counts = z.infer<typeof countsSchema>

export type CountRefusal = 'counts-exceed-electorate' | 'counts-exceed-present'

const returned = ({ for: agreed, against, abstain, invalid }: Counts): readonly Amounts[] => [
  agreed,
  against,
  abstain,
  invalid,
]

const excess = (parts: readonly Amounts[], whole: Amounts, measure: Measure) => {
  const [total, sum] = [unitsOf(whole, measure), unitsOf(sumOf(parts, [measure]), measure) ?? 0n]
  return total !== null && sum > total ? { sum: written(measure, sum), total: written(measure, total) } : null
}

/** More votes than voters, or than people in the room: the figures are wrong, whatever they say. */
export const impossible = (electorate: Amounts, counts: Counts): Refused<CountRefusal> | null => {
  const { present, silent, proven } = counts
  for (const measure of MEASURES) {
    const all =
      excess([...returned(counts), silent], electorate, measure) ??
      excess([present ?? {}], electorate, measure) ??
      excess([proven], silent, measure)
    if (all) return refuse('counts-exceed-electorate', { measure, ...all })
    const here = present && excess(returned(counts), present, measure)
    if (here) return refuse('counts-exceed-present', { measure, ...here })
  }
  return null
}

const isNothing = (amounts: Amounts): boolean => MEASURES.every((measure) => (unitsOf(amounts, measure) ?? 0n) === 0n)

/** Somebody says how much it is; and whoever counts people without their area leaves a gap, which is never read as nothing. */
export const isCounted = (counts: Counts, measure: Measure): boolean => {
  const all = [...returned(counts), counts.silent]
  const isTold = (each: Amounts) => each[measure] !== undefined
  return [...all, counts.present ?? {}].some(isTold) && all.every((each) => isTold(each) || isNothing(each))
}
