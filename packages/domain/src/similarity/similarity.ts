// The share of their pairs of neighbouring characters that two texts have in common (Jaccard 1901): 0 for nothing, 1 for all.

const SPOKEN = /[\p{Letter}\p{Number}]+/gu

/** Width, case, spaces and punctuation do not count. */
export const bigrams = (text: string): ReadonlySet<string> => {
  const characters = [...(text.normalize('NFKC').toLowerCase().match(SPOKEN) ?? []).join('')]
  return new Set(characters.slice(1).map((character, index) => characters[index]! + character))
}

export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared += 1
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
