// Text in the columns of a terminal, where a Chinese character takes two.

/** Han characters, kana, hangul, and the punctuation and full-width letters used with them. */
const WIDE = /[\u2E80-\uFFEF]/u

export const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)

/** At least one space follows, so that columns never touch. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)))
