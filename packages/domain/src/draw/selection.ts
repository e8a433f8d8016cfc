// Selection without replacement from a numbered pool (RFC 3797 section 5): anybody who knows the key comes to the same result.
import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** The RFC draws with MD5. Ours are drawn with SHA-256 in the same framing (ASVS 11.4.1); MD5 is there for the published example alone. */
export const DRAW_HASHES = ['sha256', 'md5'] as const
export type DrawHash = (typeof DRAW_HASHES)[number]

const digestBy = { sha256, md5 } as const

/** The round number stands before and after the key in two bytes, and a remainder of 128 bits favours nobody below this. */
export const LARGEST_POOL = 65_535

export type Step = {
  /** Hex digits, in capitals as the RFC prints them. */
  readonly digest: string
  /** How many were left before this step; the digest is divided by it. */
  readonly divisor: number
  readonly remainder: number
  /** Who was drawn, counted from 1 in the pool as it was published. */
  readonly position: number
}

export type Selecting = {
  readonly key: string
  readonly size: number
  readonly count: number
  readonly hash?: DrawHash
}

const twoBytes = (round: number): Uint8Array => Uint8Array.of(round >> 8, round & 0xff)

/** Throws for a pool that is empty or too large, and for more than it holds: whoever asks has looked before. */
export const select = ({ key, size, count, hash = 'sha256' }: Selecting): readonly Step[] => {
  if (!(size >= 1 && size <= LARGEST_POOL && count >= 1 && count <= size))
    throw new RangeError(`cannot draw ${count} from ${size}`)
  const text = utf8ToBytes(key)
  const left = Array.from({ length: size }, (_, index) => index + 1)
  return Array.from({ length: count }, (_, round) => {
    const frame = twoBytes(round)
    const digest = bytesToHex(digestBy[hash](concatBytes(frame, text, frame)))
    const divisor = left.length
    const remainder = Number(BigInt(`0x${digest}`) % BigInt(divisor))
    const [position] = left.splice(remainder, 1)
    return { digest: digest.toUpperCase(), divisor, remainder, position: position! }
  })
}
