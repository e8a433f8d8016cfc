// A source of randomness as RFC 3797 section 4 writes it down, so that everybody hashes the same text.

/** A number, numbers that were drawn together (their order does not count), or text. Numbers may come as text of their digits. */
export type SourceValue = number | string | readonly (number | string)[]

const NUMBER = /^(\d{1,80})(?:\.(\d{1,40}))?$/

type Value = { readonly whole: bigint; readonly decimals: string }

/** Leading zeros go, and so do those that end the decimals. */
const numberIn = (value: number | string): Value | null => {
  const found = NUMBER.exec(String(value))
  if (!found || (typeof value === 'number' && value > Number.MAX_SAFE_INTEGER)) return null
  return { whole: BigInt(found[1]!), decimals: (found[2] ?? '').replace(/0+$/, '') }
}

/** Only letters and digits count, without their accents, in capitals. */
const plainText = (text: string): string | null => {
  const kept = text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{Nd}]/gu, '')
    .toUpperCase()
  return kept === '' ? null : kept
}

const ascending = (a: Value, b: Value): number => {
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1
  return a.decimals < b.decimals ? -1 : a.decimals > b.decimals ? 1 : 0
}

/** A number ends with a full stop, or has it before its decimals. */
const numbers = (values: readonly (number | string)[]): string | null => {
  const read = values.map(numberIn)
  if (read.length === 0 || !read.every((each) => each !== null)) return null
  return read
    .toSorted(ascending)
    .map(({ whole, decimals }) => `${whole}.${decimals}`)
    .join('')
}

const written = (value: SourceValue): string | null => {
  if (typeof value === 'object') return numbers(value)
  return numbers([value]) ?? (typeof value === 'string' ? plainText(value) : null)
}

/**
 * `9319./2.5.8.10.12./`: every number with a full stop, every source with a slash, in the order that was published.
 * Null where a source has no such text: nothing in it, a negative number, a word among numbers.
 */
export const keyOf = (sources: readonly SourceValue[]): string | null => {
  const texts = sources.map(written)
  if (texts.length === 0 || !texts.every((each) => each !== null)) return null
  return texts.map((text) => `${text}/`).join('')
}
