// A checkpoint says how large the log is and what its root is; signed, it binds the log for ever (c2sp.org/tlog-checkpoint).
import { type Refused, isRefused, refuse } from '../kernel/index.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { Hash } from './merkle.ts'
import { type NoteKey, type NoteRefusal, type NoteSigner, openNote, signNote } from './note.ts'

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash }

export type CheckpointRefusal = NoteRefusal | 'malformed-checkpoint' | 'not-signed-by-origin'

export const checkpointText = ({ origin, size, root }: Checkpoint): string => {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is no size of a log`)
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Lines after the third are extensions: read over, as the format asks. */
export const parseCheckpoint = (text: string): Checkpoint | Refused<'malformed-checkpoint'> => {
  const [, origin = '', decimal = '', encoded = ''] =
    /^([^\n]+)\n(0|[1-9]\d*)\n([^\n]+)\n(?:[^\n]+\n)*$/.exec(text) ?? []
  const root = fromBase64(encoded)
  const size = Number(decimal)
  if (origin === '' || root?.length !== 32 || !Number.isSafeInteger(size)) return refuse('malformed-checkpoint')
  return { origin, size, root }
}

/** The log signs under its origin's name. */
export const signCheckpoint = (checkpoint: Checkpoint, signer: NoteSigner): string => {
  if (signer.name !== checkpoint.origin) throw new TypeError(`${signer.name} cannot sign for ${checkpoint.origin}`)
  return signNote(checkpointText(checkpoint), [signer])
}

/** Believed only with a signature by a known key that has the origin's name; witnesses may have signed besides. */
export const openCheckpoint = (note: string, keys: readonly NoteKey[]): Checkpoint | Refused<CheckpointRefusal> => {
  const opened = openNote(note, keys)
  if (isRefused(opened)) return opened
  const checkpoint = parseCheckpoint(opened.text)
  if (isRefused(checkpoint)) return checkpoint
  return opened.verifiedBy.some(({ name }) => name === checkpoint.origin) ? checkpoint : refuse('not-signed-by-origin')
}
