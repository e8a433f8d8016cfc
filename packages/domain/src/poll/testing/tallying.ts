// Votes of heads under a rule that is named.
import { type Amounts, type Counts, type PollRule, type Regime, countsSchema, pollRuleByKey, tally } from '../index.ts'

export const rule = (key: string): PollRule => {
  const found = pollRuleByKey(key)
  if (!found) throw new Error(`no rule ${key}`)
  return found
}
export const counts = (given: object): Counts => countsSchema.parse(given)
export const heads = (n: number): Amounts => ({ heads: n })
export const vote = (key: string, electorate: number, given: Record<string, number>, regime?: Regime) =>
  tally(
    rule(key),
    heads(electorate),
    counts(Object.fromEntries(Object.entries(given).map(([k, n]) => [k, heads(n)]))),
    regime,
  )
