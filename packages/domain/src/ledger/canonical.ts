// The one text of a JSON value, so that everybody who hashes it hashes the same bytes (RFC 8785).
import canonicalize from 'canonicalize'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** True for what JSON can say and RFC 8785 can write: no undefined, NaN, dates, holes or lone surrogates, at any depth. */
export const isJson = (value: unknown): value is Json => {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return Array.from(value).every(isJson)
  return (
    typeof value === 'object' &&
    isPlain(value) &&
    Object.entries(value).every(([key, member]) => key.isWellFormed() && isJson(member))
  )
}

/** Throws for a value that is not JSON: what reaches the ledger has passed a schema, so this is a bug. */
export const canonicalText = (value: unknown): string => {
  const text = isJson(value) ? canonicalize(value) : undefined
  if (text === undefined) throw new TypeError('only JSON values have a canonical text')
  return text
}
