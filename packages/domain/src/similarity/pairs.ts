// Chinese text is compared and searched by its pairs of neighbouring characters: no dictionary is needed, and no word is missed.

const WORDS = /[\p{Letter}\p{Number}]+/gu

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(WORDS) ?? []

const neighbours = (characters: readonly string[]): readonly string[] =>
  characters.slice(1).map((character, index) => characters[index]! + character)

/** A word of one character stands for itself, so that it is found too. */
const pairsOf = (word: string): readonly string[] => {
  const characters = [...word]
  return characters.length === 1 ? characters : neighbours(characters)
}

/** Each pair of its words once, in the order of the text. */
export const pairsIn = (text: string): readonly string[] => [...new Set(wordsOf(text).flatMap(pairsOf))]

/** The pairs of a text read in one breath: width, case, spaces and punctuation do not count. */
export const bigrams = (text: string): ReadonlySet<string> =>
  new Set(neighbours([...wordsOf(text.normalize('NFKC')).join('')]))

/** The share of their pairs that two texts have in common (Jaccard 1901): 0 for nothing, 1 for all. */
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const pair of few) if (many.has(pair)) shared += 1
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
