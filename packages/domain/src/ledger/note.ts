// Signed notes: a text with Ed25519 signatures below it, as every transparency log writes and reads them (c2sp.org/signed-note).
import { ed25519 } from '@noble/curves/ed25519.js'
import { equalBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Refused, isRefused, refuse } from '../kernel/index.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** Who may sign: `id` tells keys of one name apart. */
export type NoteKey = { readonly name: string; readonly id: Uint8Array; readonly publicKey: Uint8Array }

/** Whoever holds the secret key may bring a faster `sign` than ours. */
export type NoteSigner = NoteKey & { readonly sign: (message: Uint8Array) => Uint8Array }

export type NoteSignature = { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array }
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }
export type OpenedNote = { readonly text: string; readonly verifiedBy: readonly NoteKey[] }

export type NoteRefusal = 'malformed-note' | 'bad-signature' | 'no-known-signature'

const ED25519 = 1
const ID_BYTES = 4
const MAX_SIGNATURES = 100

const isName = (name: string): boolean => /^[^\s+\p{Cc}]+$/u.test(name) && name.isWellFormed()

// oxlint-disable-next-line no-control-regex -- control characters are exactly what a note may not have
const isText = (text: string): boolean => /^[^\x00-\x09\x0b-\x1f]*\n$/.test(text) && text.isWellFormed()

export const noteKey = (name: string, publicKey: Uint8Array): NoteKey => {
  if (!isName(name)) throw new TypeError(`${name} cannot name a key`)
  const id = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, ID_BYTES)
  return { name, id, publicKey }
}

/** `seed` is the 32-byte secret key of RFC 8032. */
export const noteSigner = (name: string, seed: Uint8Array): NoteSigner => ({
  ...noteKey(name, ed25519.getPublicKey(seed)),
  sign: (message) => ed25519.sign(message, seed),
})

/** The verifier key to hand out: `name+id+key`. */
export const noteKeyText = ({ name, id, publicKey }: NoteKey): string =>
  `${name}+${bytesToHex(id)}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`

export const parseNoteKey = (text: string): NoteKey | Refused<'malformed-key'> => {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = fromBase64(encoded)
  if (!isName(name) || bytes?.length !== 33 || bytes[0] !== ED25519) return refuse('malformed-key')
  const key = noteKey(name, bytes.slice(1))
  return bytesToHex(key.id) === id ? key : refuse('malformed-key')
}

export const isSignedBy = (message: Uint8Array, signature: Uint8Array, { publicKey }: NoteKey): boolean => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false // wrong lengths and points off the curve come as exceptions
  }
}

export const signNote = (text: string, signers: readonly NoteSigner[]): string => {
  if (!isText(text)) throw new TypeError('a note is lines of text without control characters')
  const message = utf8ToBytes(text)
  const lines = signers.map(({ name, id, sign }) => `— ${name} ${toBase64(concatBytes(id, sign(message)))}\n`)
  return `${text}\n${lines.join('')}`
}

const parseSignature = (line: string): NoteSignature | null => {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isName(name) || !bytes || bytes.length <= ID_BYTES) return null
  return { name, id: bytes.slice(0, ID_BYTES), signature: bytes.slice(ID_BYTES) }
}

/** Reads a note without believing it. */
export const parseNote = (note: string): Note | Refused<'malformed-note'> => {
  const blank = note.lastIndexOf('\n\n')
  const text = note.slice(0, blank + 1)
  const lines = note.slice(blank + 2, -1).split('\n')
  if (blank < 0 || !note.endsWith('\n') || !isText(text) || lines.length > MAX_SIGNATURES)
    return refuse('malformed-note')
  const signatures = lines.map(parseSignature)
  return signatures.every((signature) => signature !== null) ? { text, signatures } : refuse('malformed-note')
}

/** Signatures of unknown keys are passed over; one that fails under a known key spoils the note, and one must verify. */
export const openNote = (note: string, keys: readonly NoteKey[]): OpenedNote | Refused<NoteRefusal> => {
  const parsed = parseNote(note)
  if (isRefused(parsed)) return parsed
  const message = utf8ToBytes(parsed.text)
  const verifiedBy = new Set<NoteKey>()
  for (const { name, id, signature } of parsed.signatures) {
    const key = keys.find((known) => known.name === name && equalBytes(known.id, id))
    if (!key) continue
    if (!isSignedBy(message, signature, key)) return refuse('bad-signature')
    verifiedBy.add(key)
  }
  return verifiedBy.size > 0 ? { text: parsed.text, verifiedBy: [...verifiedBy] } : refuse('no-known-signature')
}
