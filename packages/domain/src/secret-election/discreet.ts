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

/** Where votes are added by names, those that look alike once they are masked are told apart by a number. */
const masksOf = ({ sections, addsDown }: SecretResult, known: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const names = sections.flatMap(({ candidates }) => candidates.map(({ name }) => plainName(name)))
  const unknown = [...new Set(names)].filter((name) => !known.has(name))
  return new Map(
    [...Map.groupBy(unknown, maskName)].flatMap(([mask, all]) =>
      all.map((name, index): [string, string] => [name, addsDown && all.length > 1 ? `${mask}（${index + 1}）` : mask]),
    ),
  )
}

/** The sums stay what they are: names change, keys and votes do not. */
export const withoutWrittenNames = (
  law: Pick<ElectionLaw, 'valid' | 'elected' | 'second' | 'women' | 'recall'>,
  results: readonly SecretResult[],
): readonly SecretResult[] => {
  const known = knownIn(results)
  return results.map((result) => {
    const masks = masksOf(result, known)
    const nameOf = ({ name }: Standing): string => masks.get(plainName(name)) ?? name
    return resultAgain(law, result, { nameOf })
  })
}
