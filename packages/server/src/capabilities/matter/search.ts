// Chinese text is searched by its pairs of neighbouring characters: any part of two or more characters is found, without a dictionary.
import { pairsIn } from '@yishi/domain/similarity'

/** Pairs are of letters and numbers alone: there is nothing in them to escape. */
const quoted = (token: string): string => `'${token}'`

/** A tsvector; 2,000 pairs are enough to find a text by. */
export const searchVector = (...texts: readonly string[]): string =>
  pairsIn(texts.join(' ')).slice(0, 2000).map(quoted).join(' ')

/** A tsquery in which every pair must occur; null where there is nothing to search for. */
export const searchQuery = (wanted: string): string | null => {
  const all = pairsIn(wanted).slice(0, 40)
  return all.length === 0 ? null : all.map(quoted).join(' & ')
}

/** A tsquery in which one pair is enough; null where there is none. */
export const anyOfQuery = (tokens: readonly string[]): string | null =>
  tokens.length === 0 ? null : tokens.map(quoted).join(' | ')
