// The public randomness beacon drand, chain quicknet: which round comes when, and what its signature hashes to (drand.love).
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Instant, SECOND, millis, toInstant } from '../kernel/index.ts'

export const QUICKNET = {
  name: 'quicknet',
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  /** In G2, compressed. */
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: '2023-08-23T15:09:27.000Z',
  periodSeconds: 3,
} as const

const PERIOD = QUICKNET.periodSeconds * SECOND

/** The newest round that is out at this moment. */
export const roundAt = (at: Instant): number => Math.floor((millis(at) - millis(QUICKNET.genesis)) / PERIOD) + 1

/** The first round that comes out at this moment or after it. */
export const roundFrom = (at: Instant): number => Math.ceil((millis(at) - millis(QUICKNET.genesis)) / PERIOD) + 1

export const timeOfRound = (round: number): Instant => toInstant(millis(QUICKNET.genesis) + (round - 1) * PERIOD)

const SIGNATURE = /^[0-9a-f]{96}$/

/** 48 bytes in hexadecimal; whose signature it is, domain/beacon says. */
export const isSignature = (text: string): boolean => SIGNATURE.test(text)

export const randomnessOf = (signature: string): string => bytesToHex(sha256(hexToBytes(signature)))
