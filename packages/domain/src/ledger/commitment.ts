// A commitment stands in the ledger for what must stay erasable: without its salt it tells nothing, with it it proves the value.
import { hmacHex } from '#sha256'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Json, canonicalText, isJson } from './canonical.ts'

/** HMAC-SHA-256 over the RFC 8785 text of the value, keyed by the salt; 64 hex digits. */
export type Commitment = string

/** What opens a commitment; erasing it erases the value from the ledger for good. */
export type Opening = { readonly salt: string; readonly value: Json }

export const SALT_BYTES = 32

export const commit = (salt: Uint8Array, value: unknown): { commitment: Commitment; opening: Opening } => {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`)
  return {
    commitment: hmacHex(salt, canonicalText(value)),
    opening: { salt: bytesToHex(salt), value: value as Json },
  }
}

export const opens = (commitment: Commitment, { salt, value }: Opening): boolean =>
  /^[0-9a-f]{64}$/.test(salt) && isJson(value) && commit(hexToBytes(salt), value).commitment === commitment
