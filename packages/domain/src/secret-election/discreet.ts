// What everybody reads of a count: whoever was written in and neither sits nor stands in a further vote is told by the family name alone. PIPL art. 6.
import { maskName } from '../privacy/index.ts'
import type { ElectionLaw } from './law.ts'
import { plainName } from './plan.ts'
import { type SecretResult, type Standing, electedIn, resultAgain } from './result.ts'

/** Names of those who were put forward: on a ballot, elected, or standing in a further vote. */
const knownIn = (results: readonly SecretResult[]): ReadonlySet<string> => {
  const further = results.flatMap(({ sections }) =>
    sections.flatMap(({ candidates, next }) =>
      candidates.filter(({ key, written }) => !written || next.includes(key)).map(({ name }) => plainName(name)),
    ),
  )
  return new Set([...further, ...electedIn(results).map(({ name }) => plainName(name))])
}

/** The sums stay what they are: names change, keys and votes do not. */
export const withoutWrittenNames = (
  law: Pick<ElectionLaw, 'valid' | 'elected' | 'second' | 'women'>,
  results: readonly SecretResult[],
): readonly SecretResult[] => {
  const known = knownIn(results)
  const nameOf = ({ name }: Standing): string => (known.has(plainName(name)) ? name : maskName(name))
  return results.map((result) => resultAgain(law, result, { nameOf }))
}
