// The installation's secret for sign-ins: it signs cookies and seals second factors; made at the first start, kept in the data directory.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startupProblem } from '../../kernel/startup-problem.ts'

const BYTES = 32

export const newAuthSecret = (): string => randomBytes(BYTES).toString('base64url')

export const openAuthSecret = (dataDirectory: string): string => {
  const directory = join(dataDirectory, 'keys')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'auth.key')
  try {
    writeFileSync(path, `${newAuthSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (Buffer.from(secret, 'base64url').length === BYTES) return secret
  throw startupProblem(
    `登录密钥 ${path} 已损坏，请从备份恢复这个文件。`,
    `The sign-in key ${path} is damaged: restore this file from a backup.`,
  )
}
