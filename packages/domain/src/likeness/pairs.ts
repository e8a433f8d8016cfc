// Chinese text is compared and searched by its pairs of neighbouring characters: no dictionary is needed, and no word is missed.

const WORDS = /[\p{Letter}\p{Number}]+/gu

const pairs = (word: string): readonly string[] => {
  const characters = [...word]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/** Each pair once, in the order of the text. */
export const pairsIn = (text: string): readonly string[] => [
  ...new Set((text.toLowerCase().match(WORDS) ?? []).flatMap(pairs)),
]
