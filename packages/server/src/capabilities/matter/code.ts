// The names by which a matter is found again: nine digits to read out, and a secret in the link that follows it for ever.
import { type KeyObject, createHash, createHmac, randomInt } from 'node:crypto'
import type { JoiningId, MatterId, ObjectionId } from '@yishi/domain/kernel'

/** Luhn check digit (ISO/IEC 7812-1, Annex B): finds every single mistyped digit and nearly every swap. */
const checkDigit = (digits: string): number => {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

export const newCode = (): string => {
  const digits = String(randomInt(10_000_000, 100_000_000))
  return `${digits}${checkDigit(digits)}`
}

/** The nine digits in what somebody typed, or null where a digit is wrong or missing. */
export const readCode = (typed: string): string | null => {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/gu, '')
  return /^\d{9}$/.test(digits) && checkDigit(digits.slice(0, 8)) === Number(digits[8]) ? digits : null
}

/** What a community makes its links from; a key object, for to make one from bytes takes longer than the link. */
export type LinkKey = KeyObject

/** Made from the id of the matter, joining or objection, so that a request sent twice is answered with the same link. */
export const linkToken = (secret: LinkKey, of: JoiningId | MatterId | ObjectionId): string =>
  createHmac('sha256', secret).update(`yishi/link/${of}`).digest().subarray(0, 18).toString('base64url')

export const linkDigest = (token: string): string => createHash('sha256').update(token).digest('base64url')
