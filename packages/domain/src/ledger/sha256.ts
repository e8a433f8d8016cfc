// SHA-256 (FIPS 180-4) and its HMAC (RFC 2104), in JavaScript alone: for browsers, and wherever else the domain runs.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export { sha256 }

export const hmacHex = (key: Uint8Array, message: string): string => bytesToHex(hmac(sha256, key, utf8ToBytes(message)))
