// Whether a signature is that of a round of the public beacon drand (BLS12-381, RFC 9380). Apart from draws, because the curve is loaded only where one is checked.
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { QUICKNET, isSignature } from '../draw/index.ts'

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

const message = (round: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(round))
  return sha256(bytes)
}

/** The signature is a point in G1; what is none is no signature. */
export const isRoundSignature = (round: number, signature: string, publicKey: string = QUICKNET.publicKey): boolean => {
  if (!isSignature(signature)) return false
  const { shortSignatures: bls } = bls12_381
  try {
    return bls.verify(hexToBytes(signature), bls.hash(message(round), DOMAIN), hexToBytes(publicKey))
  } catch {
    return false // not a point of the curve
  }
}
