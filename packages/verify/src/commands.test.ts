import {
  leafHashOf,
  leafText,
  noteKeyText,
  noteSigner,
  sealEntry,
  signCheckpoint,
  signReceipt,
  toBase64,
} from '@yishi/domain/ledger'
import { expect, test } from 'vitest'
import consistencyVectors from '../../domain/src/ledger/vectors/rfc6962/consistency.json' with { type: 'json' }
import inclusionVectors from '../../domain/src/ledger/vectors/rfc6962/inclusion.json' with { type: 'json' }
import { answerTo } from './commands.ts'
import { exactJson } from './exact-json.ts'

const file = (text: string) => (path: string) => (path === 'FILE' ? text : null)
const ask = (words: string, content: unknown = null) =>
  answerTo(words.split(' '), file(typeof content === 'string' ? content : JSON.stringify(content)))

test.each(inclusionVectors.vectors)('inclusion $name', (vector) => {
  expect(ask('verify inclusion FILE', vector).exit).toBe(vector.wantErr ? 1 : 0)
})

test.each(consistencyVectors.vectors)('consistency $name', (vector) => {
  expect(ask('verify consistency FILE', vector).exit).toBe(vector.wantErr ? 1 : 0)
})

test('of an array every claim must hold', () => {
  const holding = inclusionVectors.vectors.filter(({ wantErr }) => !wantErr)
  const failing = inclusionVectors.vectors.find(({ wantErr }) => wantErr)
  expect(ask('verify inclusion FILE', holding)).toEqual({ exit: 0, answer: { holds: true, checked: 6 } })
  expect(ask('verify inclusion FILE', [...holding, failing])).toEqual({
    exit: 1,
    answer: { holds: false, checked: 7, failed: [6] },
  })
})

test('an index beyond what a number holds is read exactly', () => {
  const text =
    '{"leafIdx": 18446744073709551615, "name": "a 18446744073709551615 \\" 12345678901234567890", "n": 1.5e3}'
  expect(exactJson(text)).toEqual({
    leafIdx: '18446744073709551615',
    name: 'a 18446744073709551615 " 12345678901234567890',
    n: 1500,
  })
  expect(exactJson('{')).toBeUndefined()
})

const [claim] = inclusionVectors.vectors

test.each([
  ['no JSON', '{', 'not-json'],
  ['an empty array', '[]', 'nothing-to-check'],
  ['no object', '[1]', 'unreadable-claim'],
  ['a missing field', { ...claim, root: undefined }, 'unreadable-claim'],
  ['a negative index', { ...claim, leafIdx: -1 }, 'unreadable-claim'],
  ['a fraction', { ...claim, leafIdx: 0.5 }, 'unreadable-claim'],
  ['a hash that is no base64', { ...claim, root: 'xyz' }, 'unreadable-claim'],
  ['a proof that is no list', { ...claim, proof: 'abc' }, 'unreadable-claim'],
])('bad input: %s', (_, content, error) => {
  expect(ask('verify inclusion FILE', content)).toMatchObject({ exit: 2, answer: { error } })
})

const signer = noteSigner('yishi.example/ledger', new Uint8Array(32).fill(1))
const stranger = noteSigner('yishi.example/ledger', new Uint8Array(32).fill(2))
const key = noteKeyText(signer)
const receipt = {
  entryId: 'ent_1',
  leafHash: 'ab'.repeat(32),
  at: '2026-11-21T08:30:00.000Z',
  maximumDelaySeconds: 60,
  origin: 'yishi.example/ledger',
} as const

test('a receipt, from the command line or from a file', async () => {
  const text = await signReceipt(receipt, signer)
  const answer = { holds: true, ...receipt, promisedBy: '2026-11-21T08:31:00.000Z' }
  expect(ask(`verify receipt ${text} --key ${key}`)).toEqual({ exit: 0, answer })
  expect(ask(`receipt FILE --key ${key}`, `${text}\n`)).toEqual({ exit: 0, answer })
  expect(ask(`verify receipt ${text} --key ${noteKeyText(stranger)}`)).toEqual({
    exit: 1,
    answer: { holds: false, reason: 'bad-signature' },
  })
  expect(ask(`verify receipt FILE --key ${key}`, 'hello')).toMatchObject({
    exit: 2,
    answer: { error: 'malformed-receipt' },
  })
})

test('a checkpoint', () => {
  const note = signCheckpoint({ origin: 'yishi.example/ledger', size: 7, root: new Uint8Array(32) }, signer)
  const root = `${'A'.repeat(43)}=`
  expect(ask(`verify checkpoint FILE --key ${key}`, note)).toEqual({
    exit: 0,
    answer: { holds: true, origin: 'yishi.example/ledger', size: 7, root },
  })
  expect(ask(`verify checkpoint FILE --key ${key}`, note.replace('\n7\n', '\n8\n'))).toEqual({
    exit: 1,
    answer: { holds: false, reason: 'bad-signature' },
  })
  expect(ask(`verify checkpoint FILE --key ${noteKeyText(stranger)}`, note)).toMatchObject({ exit: 1 })
  expect(ask(`verify checkpoint FILE --key ${key}`, 'hello')).toMatchObject({ exit: 2 })
})

test('a notice: its wording, its place in the log, and the signature over both', () => {
  const wording = { title: '移栽方案', text: '两棵香樟。' }
  const { leaf, openings } = sealEntry(
    { facts: {}, sealed: { wording } },
    {
      community: 'com_1',
      at: '2026-11-20T02:00:00.000Z',
      subject: 'ntc_1',
      type: 'NoticeHung',
      actor: 'visitor',
      salts: { wording: new Uint8Array(32).fill(9) },
    },
  )
  const root = leafHashOf(leaf)
  const hash = toBase64(root)
  const paper = {
    wording,
    salt: openings['wording']!.salt,
    leaf: leafText(leaf),
    inclusion: { leafIdx: 0, treeSize: 1, root: hash, leafHash: hash, proof: [] },
    checkpoint: signCheckpoint({ origin: signer.name, size: 1, root }, signer),
  }
  const answer = { holds: true, opened: true, included: true }
  expect(ask('verify notice FILE', paper)).toEqual({ exit: 0, answer: { ...answer, signed: null } })
  expect(ask(`notice FILE --key ${key}`, paper)).toEqual({ exit: 0, answer: { ...answer, signed: true } })
  expect(ask(`verify notice FILE --key ${noteKeyText(stranger)}`, paper)).toMatchObject({
    exit: 1,
    answer: { holds: false, signed: false },
  })
  const changed = { ...paper, wording: { ...wording, text: '三棵香樟。' } }
  expect(ask('verify notice FILE', changed)).toMatchObject({ exit: 1, answer: { opened: false, included: true } })
  expect(ask('verify notice FILE', { ...paper, inclusion: null })).toMatchObject({ exit: 1 })
  for (const spoilt of ['{', '[]', { ...paper, salt: 1 }, { ...paper, inclusion: {} }, { ...paper, inclusion: 'x' }])
    expect(ask('verify notice FILE', spoilt)).toMatchObject({ exit: 2, answer: { error: 'unreadable-claim' } })
})

test('the announcement of a draw, by the name under which its leaf knows it', () => {
  const value = { title: '排位', rounds: [{ name: '', pool: ['1 号', '2 号'], count: 1 }] }
  const { leaf, openings } = sealEntry(
    { facts: { count: 1 }, sealed: { announcement: value } },
    {
      community: 'com_1',
      at: '2026-11-20T02:00:00.000Z',
      subject: 'drw_1',
      type: 'DrawAnnounced',
      actor: 'visitor',
      salts: { announcement: new Uint8Array(32).fill(9) },
    },
  )
  const hash = toBase64(leafHashOf(leaf))
  const paper = {
    announcement: value,
    salt: openings['announcement']!.salt,
    leaf: leafText(leaf),
    inclusion: { leafIdx: 0, treeSize: 1, root: hash, leafHash: hash, proof: [] },
    checkpoint: signCheckpoint({ origin: signer.name, size: 1, root: leafHashOf(leaf) }, signer),
  }
  expect(ask(`verify announcement FILE --key ${key}`, paper)).toEqual({
    exit: 0,
    answer: { holds: true, opened: true, included: true, signed: true },
  })
  const shorter = { ...paper, announcement: { ...value, rounds: [{ name: '', pool: ['1 号'], count: 1 }] } }
  expect(ask('verify announcement FILE', shorter)).toMatchObject({ exit: 1, answer: { opened: false } })
  expect(ask('verify notice FILE', paper)).toMatchObject({ exit: 1 })
})

test.each([
  'verify notice',
  'verify notice NOWHERE',
  'verify notice FILE FILE',
  'verify notice FILE --key nonsense',
  'verify notice FILE --loud',
  'verify receipt FILE',
  `verify receipt --key ${key}`,
  `verify receipt FILE --key ${key} --loud`,
  'verify receipt FILE --key nonsense',
  `verify receipt NOWHERE --key ${key}`,
  `verify checkpoint NOWHERE --key ${key}`,
  'verify inclusion',
  'verify inclusion NOWHERE',
  'verify inclusion FILE FILE',
  'verify',
  'dance',
  'verify toString',
  'workdays add',
  'workdays add 2026-02-30 1',
  'workdays add 2026-01-05 -1',
  'workdays add 2026-01-05 1.5',
  'workdays add 2026-01-05 99999',
  'workdays add 2026-01-05 5 5',
  'workdays add 9999-12-31 5',
  'workdays add 9990-12-31 10000',
])('bad input: %s', (words) => {
  expect(ask(words)).toMatchObject({ exit: 2, answer: { error: expect.any(String) } })
})

test('working days by the legal calendar', () => {
  expect(ask('workdays add 2026-09-30 5')).toEqual({ exit: 0, answer: { date: '2026-10-13' } })
  expect(ask('workdays add 2026-12-30 5')).toEqual({
    exit: 2,
    answer: { error: 'calendar-year-missing', detail: { year: 2027 } },
  })
})
