// Places as one types them while somebody speaks on the phone: "3-2" is building 3, stairway 2; "3-2-501" its flat 501.
import type { Territory, TerritoryNode } from '@yishi/contract/place'

export type Spot = {
  /** What the server is asked for: a node, or the code of something that stands in one. */
  readonly value: `node:${string}` | `place:${string}`
  readonly label: string
  /** Of building and stairway. */
  readonly numbers: readonly number[]
}

const DIGITS = '零一二三四五六七八九'

/** Up to 99, as far as buildings are counted in words: 三, 十二, 二十一. */
const fromChinese = (text: string): number => {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (word: string): number => DIGITS.indexOf(word)
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + (ones ? digit(ones) : 0)
}

const NUMBER = /\d+|[一二三四五六七八九十]+/gu

const numbersIn = (text: string): readonly number[] =>
  (text.normalize('NFKC').match(NUMBER) ?? []).map((word) => (/^\d/.test(word) ? Number(word) : fromChinese(word)))

const isCounted = ({ kind }: TerritoryNode): boolean => kind === 'building' || kind === 'stairway'

/** Grids and zones tell nobody where they are; alone they keep their name. */
const nameOf = (line: readonly TerritoryNode[]): string =>
  line
    .filter(({ kind }, at) => at === line.length - 1 || (kind !== 'grid' && kind !== 'zone'))
    .map(({ name }) => name)
    .join(' ')

const spotsBelow = (node: TerritoryNode, above: readonly TerritoryNode[]): readonly Spot[] => {
  const line = [...above, node]
  const numbers = line.filter(isCounted).flatMap(({ name }) => numbersIn(name).slice(0, 1))
  const points = node.places.filter(({ kind }) => kind === 'lamp-post' || kind === 'point')
  return [
    { value: `node:${node.node}`, label: nameOf(line), numbers },
    ...points.map(({ code, name }): Spot => ({ value: `place:${code}`, label: name, numbers: [] })),
    ...node.children.flatMap((child) => spotsBelow(child, line)),
  ]
}

/** Everything that can be chosen, in the order of the tree. */
export const spotsOf = ({ places, children }: Territory): readonly Spot[] => [
  ...places.map(({ code, name }): Spot => ({ value: `place:${code}`, label: name, numbers: [] })),
  ...children.flatMap((node) => spotsBelow(node, [])),
]

const ONLY_NUMBERS = /^[\d\s一二三四五六七八九十#号楼幢栋单元室门—–.、-]+$/u

const startsWith = (all: readonly number[], first: readonly number[]): boolean =>
  first.every((number, at) => all[at] === number)

/** Best first: the very place, then what lies in it; where a door is named too, the stairway of that door. */
const byNumbers = (spots: readonly Spot[], typed: readonly number[]): readonly Spot[] => {
  const inside = spots.filter(({ numbers }) => numbers.length > 0 && startsWith(numbers, typed))
  if (inside.length > 0) return inside.toSorted((a, b) => a.numbers.length - b.numbers.length)
  return spots
    .filter(({ numbers }) => numbers.length > 0 && startsWith(typed, numbers))
    .toSorted((a, b) => b.numbers.length - a.numbers.length)
}

export const findSpots = (spots: readonly Spot[], typed: string): readonly Spot[] => {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return spots
  const numbers = ONLY_NUMBERS.test(text) ? numbersIn(text) : []
  if (numbers.length > 0) return byNumbers(spots, numbers)
  const squeezed = text.toLowerCase().replaceAll(/\s/gu, '')
  return spots.filter(({ label }) => label.toLowerCase().replaceAll(/\s/gu, '').includes(squeezed))
}

/** The door that was typed after building and stairway. */
export const doorIn = ({ numbers }: Spot, typed: string): string => {
  const all = ONLY_NUMBERS.test(typed.normalize('NFKC').trim()) ? numbersIn(typed) : []
  const door = all.length > numbers.length && numbers.length > 0 && startsWith(all, numbers) ? all.at(-1) : undefined
  return door === undefined ? '' : `${door}室`
}
