// SHA-256 (FIPS 180-4) and its HMAC (RFC 2104) where Node runs the domain: the same as `src/ledger/sha256.ts`, from the machine's own library,
// because a matter that is raised hashes a dozen short texts. The condition `node` of the package chooses it (docs/decisions/0045).
import { hash } from 'node:crypto'

const BLOCK = 64
const DIGEST = 32
const [INNER, OUTER] = [0x36, 0x5c]

export const sha256 = (message: Uint8Array): Uint8Array => {
  const { buffer, byteOffset, length } = hash('sha256', message, 'buffer')
  return new Uint8Array(buffer, byteOffset, length)
}

const masked = (key: Uint8Array, mask: number, room: number): Buffer => {
  const block = Buffer.alloc(BLOCK + room, mask)
  for (let at = 0; at < key.length; at += 1) block[at] = key[at]! ^ mask
  return block.fill(0, BLOCK)
}

/** Two hashes one after the other: an `Hmac` object costs five times as much. Keys of at most 64 bytes. */
export const hmacHex = (key: Uint8Array, message: string): string => {
  if (key.length > BLOCK) throw new RangeError(`a key has at most ${BLOCK} bytes, not ${key.length}`)
  const inner = masked(key, INNER, Buffer.byteLength(message))
  inner.write(message, BLOCK)
  const outer = masked(key, OUTER, DIGEST)
  outer.write(hash('sha256', inner), BLOCK, 'hex')
  return hash('sha256', outer)
}
