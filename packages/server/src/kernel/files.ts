// Where uploaded files lie: below the data directory, under names that the program made.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type FileStore = {
  /** Complete or not at all; the same path twice is the same content. */
  readonly write: (path: string, content: Uint8Array) => Promise<void>
  /** Null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>
  /** Gone afterwards, whether it was there or not. */
  readonly remove: (path: string) => Promise<void>
}

const NAME = /^[\w.-]+(?:\/[\w.-]+)*$/u

const placeOf = (root: string, path: string): string => {
  if (!NAME.test(path) || path.split('/').includes('..')) throw new TypeError(`${path} is no name of a stored file`)
  return join(root, path)
}

export const openFiles = (root: string): FileStore => ({
  write: async (path, content) => {
    const place = placeOf(root, path)
    const unfinished = `${place}.${randomBytes(6).toString('hex')}.new`
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    try {
      await writeFile(unfinished, content, { mode: 0o600, flush: true })
      await rename(unfinished, place)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  },
  read: async (path) => {
    try {
      return await readFile(placeOf(root, path))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  },
  remove: (path) => rm(placeOf(root, path), { force: true }),
})
