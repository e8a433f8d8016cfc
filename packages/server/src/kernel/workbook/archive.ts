// Reads the parts of a zip archive that strangers send: a damaged one is refused, and one that would unpack to too much as well.
import { inflateRawSync } from 'node:zlib'

export type ArchiveRefusal = 'not-a-workbook' | 'workbook-too-large'

/** Leaves the reading of an archive at once; whoever opens archives turns it into a value. */
export class ArchiveRefused extends Error {
  readonly refusal: ArchiveRefusal
  constructor(refusal: ArchiveRefusal, cause?: unknown) {
    super(refusal, { cause })
    this.refusal = refusal
  }
}

export type Archive = {
  /** The text of a part, or null where there is none of this name. */
  readonly text: (name: string) => string | null
}

const END = 0x06_05_4b_50
const CENTRAL = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const MOST_PARTS = 5_000
const ENCRYPTED = 1

type Part = { readonly method: number; readonly size: number; readonly offset: number }

const endOf = (file: Buffer): number => {
  for (let at = file.length - END_SIZE; at >= Math.max(0, file.length - END_SIZE - LONGEST_COMMENT); at -= 1)
    if (file.readUInt32LE(at) === END) return at
  throw new ArchiveRefused('not-a-workbook')
}

const partsOf = (file: Buffer): ReadonlyMap<string, Part> => {
  const end = endOf(file)
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw new ArchiveRefused('not-a-workbook')
  const parts = new Map<string, Part>()
  let at = file.readUInt32LE(end + 16)
  for (let left = count; left > 0; left -= 1) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new ArchiveRefused('not-a-workbook')
    if (file.readUInt16LE(at + 8) & ENCRYPTED) throw new ArchiveRefused('not-a-workbook')
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const part = {
      method: file.readUInt16LE(at + 10),
      size: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    }
    parts.set(file.toString('utf8', at + 46, at + 46 + name), part)
    at += 46 + name + extra + comment
  }
  return parts
}

const unpack = (file: Buffer, { method, size, offset }: Part, room: number): Buffer => {
  if (file.readUInt32LE(offset) !== LOCAL) throw new ArchiveRefused('not-a-workbook')
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const packed = file.subarray(start, start + size)
  if (packed.length !== size) throw new ArchiveRefused('not-a-workbook')
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  if (method !== 0) throw new ArchiveRefused('not-a-workbook')
  if (size > room) throw new ArchiveRefused('workbook-too-large')
  return packed
}

const refusalOf = (error: unknown): ArchiveRefused => {
  if (error instanceof ArchiveRefused) return error
  const { code } = error as { code?: unknown }
  if (code === 'ERR_BUFFER_TOO_LARGE') return new ArchiveRefused('workbook-too-large', error)
  if (error instanceof RangeError || String(code).startsWith('Z_')) return new ArchiveRefused('not-a-workbook', error)
  throw error
}

const orRefused = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw refusalOf(error)
  }
}

/** `most`: bytes that all parts together may unpack to, whatever the archive says about their sizes. */
export const openArchive = (file: Buffer, most: number): Archive => {
  const parts = orRefused(() => partsOf(file))
  let room = most
  return {
    text: (name) => {
      const part = parts.get(name)
      if (!part) return null
      const content = orRefused(() => unpack(file, part, room))
      room -= content.length
      return new TextDecoder().decode(content)
    },
  }
}
