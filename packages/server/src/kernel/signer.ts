// The installation's signing key (Ed25519, RFC 8032), made at the first start and kept in the data directory.
import { type KeyObject, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { CommunityId } from '@yishi/domain/kernel'
import { type NoteSigner, noteKey } from '@yishi/domain/ledger'
import { openKey } from './key-file.ts'

/** What PKCS #8 puts before the seed of an Ed25519 key (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** `signAside` signs on another thread: of many at one moment none holds up whoever is served meanwhile. */
export type Signer = NoteSigner & { readonly signAside: (message: Uint8Array) => Promise<Uint8Array> }

const signSoon = promisify(sign) as (algorithm: null, message: Uint8Array, key: KeyObject) => Promise<Uint8Array>

export const signerFromSeed = (seed: Uint8Array, host: string): ((community: CommunityId) => Signer) => {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = Buffer.from(createPublicKey(secret).export({ format: 'jwk' }).x ?? '', 'base64url')
  const made = new Map<CommunityId, Signer>()
  return (community) => {
    const known = made.get(community)
    if (known) return known
    const signer = {
      ...noteKey(`${host}/${community}`, publicKey),
      sign: (message: Uint8Array) => sign(null, message, secret),
      signAside: (message: Uint8Array) => signSoon(null, message, secret),
    }
    made.set(community, signer)
    return signer
  }
}

/** The origin of a community's log is the public host and the community's id. */
export const openSigner = (dataDirectory: string, publicUrl: string): ((community: CommunityId) => Signer) => {
  const seed = openKey(dataDirectory, { name: 'ledger.key', zh: '签名密钥', en: 'signing key' })
  return signerFromSeed(seed, new URL(publicUrl).host)
}
