// Files of a bundle on their way into it: written to disk piece by piece and hashed meanwhile, because the list of all digests goes first and none of them fits into memory at 33,000 units.
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundleManifest } from '@yishi/domain/court-bundle'
import { OWN_FILE, OWN_FOLDER } from './place.ts'

export type Listed = BundleManifest['files'][number]
/** `kept`: where it lies on this machine, for as long as the bundle is made. */
export type Spooled = { readonly kept: string; readonly listed: Listed }
export type Pieces = AsyncIterable<string | Buffer> | Iterable<string | Buffer>

export type SpoolFile = {
  readonly push: (piece: string | Buffer) => Promise<void>
  readonly close: () => Promise<void>
}
export type Spool = {
  readonly files: readonly Spooled[]
  readonly open: (path: string) => Promise<SpoolFile>
  readonly write: (path: string, pieces: Pieces) => Promise<void>
  /** Lets go of what a making that failed had open. */
  readonly close: () => Promise<void>
}

/** An empty folder, whatever was there. */
export const openSpool = async (folder: string): Promise<Spool> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: OWN_FOLDER })
  const files: Spooled[] = []
  const handles = new Set<FileHandle>()
  let opened = 0
  const openFile = async (path: string): Promise<SpoolFile> => {
    const kept = join(folder, String((opened += 1)))
    const handle = await open(kept, 'w', OWN_FILE)
    handles.add(handle)
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
        handles.delete(handle)
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
    async close() {
      for (const handle of handles) await handle.close()
      handles.clear()
    },
  }
}
