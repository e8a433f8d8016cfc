// The archive of a bundle, packed from its spooled files and the photographs; written beside its name, and named when it is whole.
import { createWriteStream } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type Scan, photoOf } from './lines.ts'
import { OWN_FILE } from './place.ts'
import type { Progress } from './progress.ts'
import type { Reading } from './recomputed.ts'
import type { Spooled } from './spool.ts'

/** As files that were packed from memory have them. */
const MODE = 0o100664

type Contents = { readonly files: readonly Spooled[]; readonly scans: readonly Scan[] }

const zipped = (at: Reading, { files, scans }: Contents): ZipFile => {
  const zip = new ZipFile()
  for (const { kept, listed } of files) zip.addFile(kept, listed.path, { mode: MODE })
  for (const { photo, listed } of scans)
    zip.addReadStreamLazy(listed.path, { compress: false }, (give) => {
      photoOf(at, photo).then(
        (content) =>
          give(content ? null : new Error(`${listed.path} is gone`), Readable.from([content ?? Buffer.alloc(0)])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  zip.end()
  return zip
}

const onDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

/** Gives its size in bytes. Where it fails, `unfinished` is left to whoever clears up. */
export const writeArchive = async (
  at: Reading,
  contents: Contents & { readonly progress: Progress },
  { unfinished, archive }: { readonly unfinished: string; readonly archive: string },
): Promise<number> => {
  const { files, scans, progress } = contents
  const total = [...files, ...scans].reduce((sum, { listed }) => sum + listed.bytes, 0)
  const zip = zipped(at, contents)
  const broken = new AbortController()
  let cause: unknown = null
  zip.once('error', (error: unknown) => {
    cause = error
    broken.abort()
  })
  let packed = 0
  const told = async function* (pieces: AsyncIterable<string | Buffer>) {
    for await (const piece of pieces) {
      packed += piece.length
      await progress('packing', packed / total)
      yield piece
    }
  }
  const sink = createWriteStream(unfinished, { mode: OWN_FILE })
  try {
    await pipeline(zip.outputStream, told, sink, { signal: broken.signal })
  } catch (error) {
    throw cause ?? error
  }
  await onDisk(unfinished)
  await rename(unfinished, archive)
  return (await stat(archive)).size
}
