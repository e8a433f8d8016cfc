// New ids: 48 bits of time, then 80 of chance, as 26 letters that sort by time and read aloud without confusion (Crockford's base32).
import { randomBytes } from 'node:crypto'
import type { Ids } from '@yishi/domain/kernel'
import type { Clock } from './clock.ts'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

const letters = (count: number, value: number): string => {
  let written = ''
  for (let left = value; written.length < count; left = Math.floor(left / 32)) written = LETTERS[left % 32] + written
  return written
}

/** Forty bits of chance are eight letters, and fit a number. */
export const idBody = (milliseconds: number, chance: Uint8Array): string => {
  const bytes = Buffer.from(chance)
  return letters(10, milliseconds) + letters(8, bytes.readUIntBE(0, 5)) + letters(8, bytes.readUIntBE(5, 5))
}

export const newIds =
  (clock: Clock): Ids =>
  (prefix) =>
    `${prefix}_${idBody(Date.parse(clock.now()), randomBytes(10))}`
