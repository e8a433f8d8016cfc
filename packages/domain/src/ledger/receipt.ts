// A receipt is the ledger's signed promise that an accepted entry will stand in the log within a stated time.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Instant, type Refused, SECOND, isRefused, later, refuse } from '../kernel/index.ts'
import { fromBase64Url, toBase64Url } from './base64.ts'
import { canonicalText } from './canonical.ts'
import { type NoteKey, isSignedBy } from './note.ts'

export type Receipt = {
  readonly entryId: string
  /** 64 hex digits. */
  readonly leafHash: string
  readonly at: Instant
  readonly maximumDelaySeconds: number
  readonly origin: string
}

/** Whoever signs many may do so on another thread. */
export type ReceiptSigner = Pick<NoteKey, 'name'> & {
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

export type ReceiptRefusal = 'malformed-receipt' | 'unknown-key' | 'bad-signature'

/** Outside a note's text, which ends in a newline: no signature of one can pass for the other's. */
const MARK = 'YISHI1'

const isReceipt = (value: unknown): value is Receipt => {
  if (typeof value !== 'object' || value === null) return false
  const { entryId, leafHash, at, maximumDelaySeconds, origin } = value as Record<string, unknown>
  return (
    Object.keys(value).length === 5 &&
    [entryId, origin].every((name) => typeof name === 'string' && /^[\x21-\x7e]{1,128}$/.test(name)) &&
    /^[0-9a-f]{64}$/.test(String(leafHash)) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(at)) &&
    Number.isSafeInteger(maximumDelaySeconds) &&
    Number(maximumDelaySeconds) >= 0
  )
}

/** `YISHI1.<base64url of the JSON>.<base64url of the signature over all before it>`: one line, short enough for a QR code. */
export const signReceipt = async (receipt: Receipt, signer: ReceiptSigner): Promise<string> => {
  if (!isReceipt(receipt)) throw new TypeError('a receipt is ids, a leaf hash and numbers')
  if (signer.name !== receipt.origin) throw new TypeError(`${signer.name} cannot sign for ${receipt.origin}`)
  const promise = `${MARK}.${toBase64Url(utf8ToBytes(canonicalText(receipt)))}`
  return `${promise}.${toBase64Url(await signer.sign(utf8ToBytes(promise)))}`
}

/** Reads a receipt without believing it. */
export const parseReceipt = (text: string): Receipt | Refused<'malformed-receipt'> => {
  const [, encoded = ''] = /^YISHI1\.([\w-]+)\.[\w-]+$/.exec(text) ?? []
  const bytes = fromBase64Url(encoded)
  try {
    const value: unknown = JSON.parse(String.fromCharCode(...(bytes ?? [])))
    return isReceipt(value) ? value : refuse('malformed-receipt')
  } catch {
    return refuse('malformed-receipt') // not JSON
  }
}

export const openReceipt = (text: string, keys: readonly NoteKey[]): Receipt | Refused<ReceiptRefusal> => {
  const receipt = parseReceipt(text)
  if (isRefused(receipt)) return receipt
  const cut = text.lastIndexOf('.')
  const signature = fromBase64Url(text.slice(cut + 1))
  if (!signature) return refuse('malformed-receipt')
  const ofOrigin = keys.filter(({ name }) => name === receipt.origin)
  if (ofOrigin.length === 0) return refuse('unknown-key')
  const promise = utf8ToBytes(text.slice(0, cut))
  return ofOrigin.some((key) => isSignedBy(promise, signature, key)) ? receipt : refuse('bad-signature')
}

/** From this moment on, a log without the entry has broken its promise. */
export const promisedBy = ({ at, maximumDelaySeconds }: Receipt): Instant => later(at, maximumDelaySeconds * SECOND)
