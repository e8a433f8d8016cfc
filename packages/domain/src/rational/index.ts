// Exact fractions: money that is shared among people is never rounded before it is shown (R7.24).

export type Rational = {
  readonly numerator: bigint
  /** Positive, and without a factor in common with the numerator. */
  readonly denominator: bigint
}

export const greatestDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** In lowest terms; throws for a denominator of zero, which would be a mistake of ours. */
export const rational = (numerator: bigint, denominator = 1n): Rational => {
  if (denominator === 0n) throw new RangeError('a fraction of nothing')
  const divisor = greatestDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const ZERO = rational(0n)

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const minus = (a: Rational, b: Rational): Rational =>
  plus(a, { numerator: -b.numerator, denominator: b.denominator })

export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator)

/** Negative where `a` is less, zero where they are equal. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  return left < right ? -1 : left > right ? 1 : 0
}

export const lesser = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)

export const sum = (all: readonly Rational[]): Rational => all.reduce(plus, ZERO)

const DECIMAL = /^(\d{1,15})(?:\.(\d{1,18}))?$/

/** Reads `400000` or `0.9`, with at most so many decimals; null for anything else, also for a sign, an exponent or a grouping. */
export const decimal = (text: string, decimals = 6): Rational | null => {
  const found = DECIMAL.exec(text)
  if (!found || (found[2] ?? '').length > decimals) return null
  const [, whole = '', part = ''] = found
  return rational(BigInt(whole + part), 10n ** BigInt(part.length))
}

/** `302`, or `500000/3293` where it is no whole number. */
export const fraction = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`

const FRACTION = /^(\d+)(?:\/([1-9]\d*))?$/

/** Reads what `fraction` wrote, and also `1000000/6586`; throws for anything else, which only a mistake of ours could have kept. */
export const readFraction = (text: string): Rational => {
  const found = FRACTION.exec(text)
  if (!found) throw new Error(`${text} is no fraction`)
  return rational(BigInt(found[1]!), BigInt(found[2] ?? '1'))
}

/** With at most this many decimals, rounded down, for people to read: `16.66`. Not negative. */
export const shown = ({ numerator, denominator }: Rational, decimals = 2): string => {
  const scaled = String((numerator * 10n ** BigInt(decimals)) / denominator).padStart(decimals + 1, '0')
  const part = scaled.slice(scaled.length - decimals).replace(/0+$/, '')
  const whole = scaled.slice(0, scaled.length - decimals)
  return part === '' ? whole : `${whole}.${part}`
}

/** The exact decimal, `0.9`; null where it would never end. */
export const asDecimal = (value: Rational): string | null => {
  const text = shown(value, 6)
  const back = decimal(text)
  return back && compare(back, value) === 0 ? text : null
}
