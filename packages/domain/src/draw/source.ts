// A source of randomness as RFC 3797 section 4 writes it down, so that everybody hashes the same text.

/** A number, numbers that were drawn together (their order does not count), or text. Whole numbers may come as text of their digits. */
export type SourceValue = number | string | readonly (number | string)[]

const DIGITS = /^\d{1,80}$/
const DECIMAL = /^(\d{1,40})\.(\d{1,40})$/

/** Leading zeros are suppressed. */
const whole = (value: number | string): bigint | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
  return DIGITS.test(value) ? BigInt(value) : null
}

/** A decimal holds its own point and gets no other. */
const decimal = (value: number | string): string | null => {
  const found = DECIMAL.exec(String(value))
  return found ? `${BigInt(found[1]!)}.${found[2]}` : null
}

/** Only letters and digits count, without their accents, in capitals. */
const plainText = (text: string): string | null => {
  const kept = text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{Nd}]/gu, '')
    .toUpperCase()
  return kept === '' ? null : kept
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

const numbers = (values: readonly (number | string)[]): string | null => {
  const read = values.map(whole)
  if (read.length === 0 || !read.every((each) => each !== null)) return null
  return read
    .toSorted(ascending)
    .map((each) => `${each}.`)
    .join('')
}

const written = (value: SourceValue): string | null => {
  if (typeof value === 'object') return numbers(value)
  const number = whole(value)
  if (number !== null) return `${number}.`
  return decimal(value) ?? (typeof value === 'string' ? plainText(value) : null)
}

/**
 * `9319./2.5.8.10.12./`: every number with a full stop, every source with a slash, in the order that was published.
 * Null where a source has no such text: nothing in it, a negative number, decimals in a list.
 */
export const keyOf = (sources: readonly SourceValue[]): string | null => {
  const texts = sources.map(written)
  if (texts.length === 0 || !texts.every((each) => each !== null)) return null
  return texts.map((text) => `${text}/`).join('')
}
