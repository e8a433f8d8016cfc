// The installation's signing key (Ed25519, RFC 8032), made at the first start and kept in the data directory.
import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommunityId } from '@yishi/domain/kernel'
import { type NoteSigner, noteKey } from '@yishi/domain/ledger'
import { startupProblem } from './startup-problem.ts'

const SEED_BYTES = 32
/** What PKCS #8 puts before the seed of an Ed25519 key (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const readSeed = (path: string): Buffer => {
  try {
    writeFileSync(path, `${randomBytes(SEED_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const seed = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (seed.length === SEED_BYTES) return seed
  throw startupProblem(
    `签名密钥 ${path} 已损坏，请从备份恢复这个文件。`,
    `The signing key ${path} is damaged: restore this file from a backup.`,
  )
}

export const signerFromSeed = (seed: Uint8Array, host: string): ((community: CommunityId) => NoteSigner) => {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = Buffer.from(createPublicKey(secret).export({ format: 'jwk' }).x ?? '', 'base64url')
  return (community) => ({
    ...noteKey(`${host}/${community}`, publicKey),
    sign: (message) => sign(null, message, secret),
  })
}

/** The origin of a community's log is the public host and the community's id. */
export const openSigner = (dataDirectory: string, publicUrl: string): ((community: CommunityId) => NoteSigner) => {
  const directory = join(dataDirectory, 'keys')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return signerFromSeed(readSeed(join(directory, 'ledger.key')), new URL(publicUrl).host)
}
