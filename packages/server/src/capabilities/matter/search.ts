// Chinese text is searched by its pairs of neighbouring characters: any part of two or more characters is found, without a dictionary.

const WORDS = /[\p{Letter}\p{Number}]+/gu

const pairs = (word: string): readonly string[] => {
  const characters = [...word]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

const tokens = (text: string): readonly string[] => [...new Set((text.toLowerCase().match(WORDS) ?? []).flatMap(pairs))]

const quoted = (token: string): string => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/** A tsvector; 2,000 pairs are enough to find a text by. */
export const searchVector = (...texts: readonly string[]): string =>
  tokens(texts.join(' ')).slice(0, 2000).map(quoted).join(' ')

/** A tsquery in which every pair must occur; null where there is nothing to search for. */
export const searchQuery = (wanted: string): string | null => {
  const all = tokens(wanted).slice(0, 40)
  return all.length === 0 ? null : all.map(quoted).join(' & ')
}
