// What a poll counts: heads, households, zones, and exclusive area in hundredths of a square metre, so that no sum is ever rounded (R0.3).
import { z } from 'zod'

export const MEASURES = ['heads', 'households', 'area', 'zones'] as const
export type Measure = (typeof MEASURES)[number]

const whole = z.int().min(0).max(1_000_000_000)
/** Square metres as people write them: at most two decimals, no exponent, no grouping. */
const area = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/)

/** An amount in each measure that is counted; a measure that is not named is not known. */
export const amountsSchema = z.strictObject({ heads: whole, households: whole, area, zones: whole }).partial()
export type Amounts = z.infer<typeof amountsSchema>

/** Whole numbers, and hundredths of a square metre; null where the amount is not known. */
export const unitsOf = (amounts: Amounts, measure: Measure): bigint | null => {
  const given = amounts[measure]
  if (given === undefined) return null
  if (typeof given === 'number') return BigInt(given)
  const [metres = '', decimals = ''] = given.split('.')
  return BigInt(metres + decimals.padEnd(2, '0'))
}

/** The number as it is written: `31`, or `20000.00` for an area. */
export const written = (measure: Measure, units: bigint): string => {
  if (measure !== 'area') return String(units)
  const digits = String(units).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const asAmount = (measure: Measure, units: bigint): number | string =>
  measure === 'area' ? written(measure, units) : Number(units)

export const amountsOf = (units: (measure: Measure) => bigint | null): Amounts =>
  Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const found = units(measure)
      return found === null ? [] : [[measure, asAmount(measure, found)]]
    }),
  )

/** What all of them come to, in these measures; what one of them does not tell counts as nothing. */
export const sumOf = (all: readonly Amounts[], measures: readonly Measure[]): Amounts =>
  amountsOf((measure) =>
    measures.includes(measure) ? all.reduce((sum, each) => sum + (unitsOf(each, measure) ?? 0n), 0n) : null,
  )

/** A share as notices print it, `54.45`, rounded to two decimals for the eye alone; null where it cannot be told. */
export const percentOf = (part: Amounts, whole: Amounts, measure: Measure): string | null => {
  const [some, all] = [unitsOf(part, measure), unitsOf(whole, measure)]
  if (some === null || all === null || all === 0n) return null
  return written('area', ((some * 20_000n) / all + 1n) / 2n)
}

/** Below this a sum of whole numbers is exact; what is more is carried over. */
const EXACT = 2 ** 52

/** Whole numbers, and hundredths of a square metre: each one small enough to be exact (R0.3). */
export const exactUnits = (amounts: Amounts, measure: Measure): number => {
  const given = amounts[measure] ?? 0
  return typeof given === 'number' ? given : hundredths(given)
}

const [ZERO, POINT] = [48, 46]

/** Reads digit by digit, because a million areas are read in one count. */
const hundredths = (area: string): number => {
  let units = 0
  let decimals = -1
  for (let at = 0; at < area.length; at += 1) {
    const code = area.charCodeAt(at)
    if (code === POINT) decimals = 0
    else {
      units = units * 10 + (code - ZERO)
      if (decimals >= 0) decimals += 1
    }
  }
  return units * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100)
}

export type Sum = { readonly add: (units: number) => void; readonly total: () => bigint }

/** Adds whole numbers as the machine does, and never past the point at which it would round. */
export const emptySum = (): Sum => {
  let small = 0
  let large = 0n
  return {
    add: (units) => {
      small += units
      if (small < EXACT) return
      large += BigInt(small)
      small = 0
    },
    total: () => large + BigInt(small),
  }
}

export const exactSum = (measure: Measure, all: readonly { readonly amounts: Amounts }[]): bigint => {
  const sum = emptySum()
  for (const { amounts } of all) sum.add(exactUnits(amounts, measure))
  return sum.total()
}
