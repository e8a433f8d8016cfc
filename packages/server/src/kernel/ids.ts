// New ids: 48 bits of time, then 80 of chance, as 26 letters that sort by time and read aloud without confusion (Crockford's base32).
import { randomBytes } from 'node:crypto'
import type { Ids } from '@yishi/domain/kernel'
import type { Clock } from './clock.ts'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

export const idBody = (milliseconds: number, chance: Uint8Array): string => {
  const word = (BigInt(milliseconds) << 80n) | BigInt(`0x${Buffer.from(chance).toString('hex')}`)
  return Array.from({ length: 26 }, (_, at) => LETTERS.charAt(Number((word >> BigInt(5 * (25 - at))) & 31n))).join('')
}

export const newIds =
  (clock: Clock): Ids =>
  (prefix) =>
    `${prefix}_${idBody(Date.parse(clock.now()), randomBytes(10))}`
