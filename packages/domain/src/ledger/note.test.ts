import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { toBase64 } from './base64.ts'
import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { type NoteKey, noteKeyText, noteSigner, openNote, parseNote, parseNoteKey, signNote } from './note.ts'
import { type Receipt, openReceipt, parseReceipt, promisedBy, signReceipt } from './receipt.ts'
import vectors from './vectors/signed-note/notes.json' with { type: 'json' }

const keyOf = (text: string): NoteKey => {
  const key = parseNoteKey(text)
  if (isRefused(key)) throw new Error(`${text} is no key`)
  return key
}

const ledger = noteSigner('yishi.example/ledger', new Uint8Array(32).fill(1))
const witness = noteSigner('witness.example', new Uint8Array(32).fill(2))
const impostor = noteSigner('yishi.example/ledger', new Uint8Array(32).fill(3))
const text = 'first line\n第二行\n'

test.each(vectors.verify_ok)('R6.9: the published note of $vkey', ({ vkey, text, signature_line }) => {
  const key = keyOf(vkey)
  expect(noteKeyText(key)).toBe(vkey)
  expect(openNote(`${text}\n${signature_line}\n`, [key])).toEqual({ text, verifiedBy: [key] })
  expect(openNote(`${text.replace('If', 'When')}\n${signature_line}\n`, [key])).toEqual({ refused: 'bad-signature' })
})

test.each(vectors.key_id)('R6.9: the published key $vkey', ({ vkey, key_id_hex }) => {
  expect(bytesToHex(keyOf(vkey).id)).toBe(key_id_hex)
  expect(parseNoteKey(vkey.replace(key_id_hex, '00000000'))).toEqual({ refused: 'malformed-key' })
})

test.each(vectors.format_only)('R6.10: the published checkpoint', ({ note, parsed }) => {
  const read = parseNote(note)
  if (isRefused(read)) throw new Error('refused')
  expect(read.signatures.map(({ name, id }) => [name, bytesToHex(id)])).toEqual([[parsed.origin, parsed.key_id_hex]])
  const checkpoint = parseCheckpoint(read.text)
  if (isRefused(checkpoint)) throw new Error('refused')
  expect({ ...checkpoint, root: toBase64(checkpoint.root) }).toEqual({
    origin: parsed.origin,
    size: parsed.size,
    root: parsed.root_b64,
  })
  expect(checkpointText(checkpoint)).toBe(read.text)
})

test('the signature of RFC 8032, test 1', () => {
  const { secret, public: publicKey, signature } = vectors.ed25519_rfc8032_test1
  const signer = noteSigner('rfc8032', hexToBytes(secret))
  expect(bytesToHex(signer.publicKey)).toBe(publicKey)
  expect(bytesToHex(signer.sign(new Uint8Array()))).toBe(signature)
})

test('R6.9: known signatures are checked, unknown ones passed over', () => {
  const note = signNote(text, [ledger, witness])
  expect(openNote(note, [ledger])).toEqual({ text, verifiedBy: [ledger] })
  expect(openNote(note, [witness, ledger])).toMatchObject({ verifiedBy: [ledger, witness] })
  expect(openNote(note, [impostor])).toEqual({ refused: 'no-known-signature' })
  expect(openNote(note, [])).toEqual({ refused: 'no-known-signature' })
})

test('R6.9: one bad signature of a known key spoils the note, though others verify', () => {
  const [head = '', own = '', other = ''] = signNote(text, [ledger, witness]).split(/(?=— )/)
  const wrong = signNote('another text\n', [ledger]).split(/(?=— )/)[1] ?? ''
  expect(openNote(head + wrong + other, [ledger, witness])).toEqual({ refused: 'bad-signature' })
  expect(openNote(head + own + wrong, [ledger])).toEqual({ refused: 'bad-signature' })
  expect(openNote(head + wrong + other, [witness])).toMatchObject({ verifiedBy: [witness] })
})

test('R6.9: sixteen signatures and more are read', () => {
  const many = Array.from({ length: 20 }, (_, n) => noteSigner(`witness${n}.example`, new Uint8Array(32).fill(n)))
  expect(openNote(signNote(text, many), many)).toMatchObject({ verifiedBy: many })
})

test('a text may have blank lines; the last one parts it from the signatures', () => {
  const blank = 'a\n\nb\n'
  expect(openNote(signNote(blank, [ledger]), [ledger])).toMatchObject({ text: blank })
})

test.each([
  ['no signature', 'a\n\n'],
  ['no blank line', 'a\n— b AAAAAAA=\n'],
  ['no newline at the end', signNote('a\n', [ledger]).slice(0, -1)],
  ['a hyphen for the dash', signNote('a\n', [ledger]).replace('—', '-')],
  ['a tab', signNote('a\n', [ledger]).replace('a\n', 'a\tb\n')],
  ['a carriage return', signNote('a\n', [ledger]).replace('a\n', 'a\r\n')],
  ['a line below that is no signature', `${signNote('a\n', [ledger])}b\n`],
  ['a signature of four bytes', 'a\n\n— b AAAAAA==\n'],
  ['nothing', ''],
])('R6.9: malformed: %s', (_, note) => {
  expect(openNote(note, [ledger])).toEqual({ refused: 'malformed-note' })
})

test('nobody signs what nobody could read back', () => {
  for (const bad of ['no newline', 'tab\t\n', 'return\r\n', '\ud800\n'])
    expect(() => signNote(bad, [ledger])).toThrow(TypeError)
  for (const name of ['two words', 'a+b', '']) expect(() => noteSigner(name, new Uint8Array(32))).toThrow(TypeError)
})

const root = new Uint8Array(32).fill(5)
const checkpoint = { origin: 'yishi.example/ledger', size: 42, root }

test('R6.10: a checkpoint binds the origin that signed it', () => {
  const note = signCheckpoint(checkpoint, ledger)
  expect(openCheckpoint(note, [ledger])).toEqual(checkpoint)
  expect(openCheckpoint(note.replace('\n42\n', '\n43\n'), [ledger])).toEqual({ refused: 'bad-signature' })
  expect(openCheckpoint(note, [impostor])).toEqual({ refused: 'no-known-signature' })
  const witnessed = signNote(checkpointText(checkpoint), [witness])
  expect(openCheckpoint(witnessed, [witness])).toEqual({ refused: 'not-signed-by-origin' })
  expect(() => signCheckpoint(checkpoint, witness)).toThrow(TypeError)
})

test.each(['a\n042\n', 'a\n-1\n', 'a\n1.5\n', 'a\n9007199254740993\n', '\n1\n', 'a\n\n'])(
  'R6.4, R6.10: no checkpoint: %j',
  (head) => {
    expect(parseCheckpoint(`${head}${toBase64(root)}\n`)).toEqual({ refused: 'malformed-checkpoint' })
  },
)

test('R6.10: a root of another length or a second spelling is no root', () => {
  expect(parseCheckpoint(`a\n1\n${toBase64(root.slice(1))}\n`)).toEqual({ refused: 'malformed-checkpoint' })
  expect(parseCheckpoint(`a\n1\n${toBase64(root).replace('=', '')}\n`)).toEqual({ refused: 'malformed-checkpoint' })
  expect(parseCheckpoint(`a\n0\n${toBase64(root)}\nextension\n`)).toMatchObject({ size: 0 })
})

const receipt: Receipt = {
  entryId: 'ent_0199f3c2-7d1e-7c44-8a55-0b9f6f0e7a11',
  leafHash: 'ab'.repeat(32),
  at: '2026-11-21T08:30:00.000Z',
  maximumDelaySeconds: 60,
  origin: 'yishi.example/ledger',
}

test('a receipt fits a QR code, and reads back', async () => {
  const text = await signReceipt(receipt, ledger)
  expect(text).toMatch(/^YISHI1\.[\w-]+\.[\w-]{86}$/)
  expect(text.length).toBeLessThan(450)
  expect(parseReceipt(text)).toEqual(receipt)
  expect(openReceipt(text, [impostor, ledger])).toEqual(receipt)
  expect(promisedBy(receipt)).toBe('2026-11-21T08:31:00.000Z')
})

test('a receipt of somebody else is none', async () => {
  const text = await signReceipt(receipt, ledger)
  expect(openReceipt(text, [witness])).toEqual({ refused: 'unknown-key' })
  expect(openReceipt(text, [impostor])).toEqual({ refused: 'bad-signature' })
  await expect(signReceipt(receipt, witness)).rejects.toThrow(TypeError)
  const forged = await signReceipt(receipt, { ...witness, name: receipt.origin })
  expect(openReceipt(forged, [ledger, witness])).toEqual({ refused: 'bad-signature' })
})

test('no other character in a receipt is believed', async () => {
  const text = await signReceipt(receipt, ledger)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('A', 'z', '0', '-', '.', '='), (at, character) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1)
      if (changed !== text) expect(openReceipt(changed, [ledger])).toHaveProperty('refused')
    }),
  )
})

test.each(['', 'YISHI1', 'YISHI1..', 'YISHI1.e30.AA', 'YISHI1.bm8.AA', 'YISHI2.e30.AA', '灯'])(
  '%j is no receipt',
  (text) => {
    expect(openReceipt(text, [ledger])).toEqual({ refused: 'malformed-receipt' })
  },
)
