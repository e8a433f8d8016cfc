// A court bundle opened: the zip archive as it came, or the folder it was unpacked into; its files by their names.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

export type OpenBundle = {
  readonly paths: readonly string[]
  /** Null where there is none of this name. */
  readonly read: (path: string) => Uint8Array | null
}

const inFolder = (root: string): OpenBundle => {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = found.map(({ parentPath, name }) =>
    join(parentPath, name).slice(root.length).replaceAll('\\', '/').replace(/^\/+/u, ''),
  )
  const known = new Set(paths)
  return { paths, read: (path) => (known.has(path) ? readFileSync(join(root, path)) : null) }
}

const inArchive = (file: string): OpenBundle => {
  const files = unzipSync(readFileSync(file))
  const paths = Object.keys(files).filter((path) => !path.endsWith('/'))
  return { paths, read: (path) => files[path] ?? null }
}

/** Null for what is neither; archives of more than two gigabytes are unpacked first. */
export const openBundle = (path: string): OpenBundle | null => {
  try {
    return statSync(path).isDirectory() ? inFolder(join(path)) : inArchive(path)
  } catch {
    return null // missing, too large for one piece, or no archive: the answer names it
  }
}
