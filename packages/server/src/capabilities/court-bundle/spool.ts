// Files of a bundle on their way into it: written to disk piece by piece and hashed meanwhile, because the list of all digests goes first and none of them fits into memory at 33,000 units.
import { createHash } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BundleManifest } from '@yishi/domain/court-bundle'

export type Listed = BundleManifest['files'][number]
/** `kept`: where it lies on this machine, for as long as the bundle is made. */
export type Spooled = { readonly kept: string; readonly listed: Listed }
export type Pieces = AsyncIterable<string> | Iterable<string | Buffer>

export type SpoolFile = {
  readonly push: (piece: string | Buffer) => Promise<void>
  readonly close: () => Promise<void>
}
export type Spool = {
  readonly files: readonly Spooled[]
  readonly open: (path: string) => Promise<SpoolFile>
  readonly write: (path: string, pieces: Pieces) => Promise<void>
  readonly remove: () => Promise<void>
}

/** For its maker's eyes alone: names and choices are in it. */
const OWN = 0o600

export const openSpool = async (): Promise<Spool> => {
  const folder = await mkdtemp(join(tmpdir(), 'yishi-court-bundle-'))
  const files: Spooled[] = []
  let opened = 0
  const openFile = async (path: string): Promise<SpoolFile> => {
    const kept = join(folder, String((opened += 1)))
    const handle = await open(kept, 'w', OWN)
    const hash = createHash('sha256')
    let bytes = 0
    return {
      async push(piece) {
        const content = typeof piece === 'string' ? Buffer.from(piece) : piece
        hash.update(content)
        bytes += content.length
        await handle.appendFile(content)
      },
      async close() {
        await handle.close()
        files.push({ kept, listed: { path, bytes, sha256: hash.digest('hex') } })
      },
    }
  }
  return {
    files,
    open: openFile,
    async write(path, pieces) {
      const file = await openFile(path)
      for await (const piece of pieces) await file.push(piece)
      await file.close()
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
