// A secret of the installation: 32 bytes, made at the first start and kept in the data directory, readable by nobody else.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startupProblem } from './startup-problem.ts'

export const KEY_BYTES = 32

export type KeyFile = { readonly name: string; readonly zh: string; readonly en: string }

/** Whoever writes the file first decides; it is never written again. */
export const openKey = (dataDirectory: string, { name, zh, en }: KeyFile): Buffer => {
  const directory = join(dataDirectory, 'keys')
  const path = join(directory, name)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (key.length === KEY_BYTES) return key
  throw startupProblem(
    `${zh} ${path} 已损坏，请从备份恢复这个文件。`,
    `The ${en} ${path} is damaged: restore this file from a backup.`,
  )
}
