// A pasted piece of chat as clean lines: nothing that steers a terminal or hides in a text, and not more than a person can look through.
import { type Refused, refuse } from '../kernel/index.ts'

export const MOST_CHARACTERS = 100_000
export const MOST_LINES = 3_000

/** Controls and marks of direction; joiners stay, because emojis are made with them. */
const UNSEEN = /[\p{Cc}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu
const SURROGATE_ALONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export type LinesRefusal = 'excerpt-too-long' | 'excerpt-empty'

const clean = (line: string): string =>
  line
    .replaceAll(SURROGATE_ALONE, '')
    .replaceAll('\t', ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/\s{3,}/gu, '  ')
    .replaceAll('\u00A0', ' ')
    .trimEnd()

export const linesOf = (text: string): readonly string[] | Refused<LinesRefusal> => {
  if (text.length > MOST_CHARACTERS) return refuse('excerpt-too-long', { most: MOST_CHARACTERS, lines: MOST_LINES })
  const lines = text.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029\u0085]/u)
  if (lines.length > MOST_LINES) return refuse('excerpt-too-long', { most: MOST_CHARACTERS, lines: MOST_LINES })
  const cleaned = lines.map(clean)
  return cleaned.some((line) => line.trim() !== '') ? cleaned : refuse('excerpt-empty')
}
