// What is published beside the log is proved by its commitment, its place and the signature over them; any change is found.
import { expect, test } from 'vitest'
import {
  EMPTY_TREE,
  type Published,
  checkPublished,
  growAll,
  inclusionProof,
  leafHashOf,
  leafText,
  noteKey,
  noteSigner,
  parseNoteKey,
  noteKeyText,
  rootOf,
  sealEntry,
  signCheckpoint,
  toBase64,
} from './index.ts'

const signer = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(1))
const stranger = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(2))
const keyOf = (of: typeof signer) => parseNoteKey(noteKeyText(of)) as ReturnType<typeof noteKey>
const value = { title: '移栽方案', text: '两棵香樟。', figures: [] }
const entry = (words: object) =>
  sealEntry(
    { facts: { kind: 'plan' }, sealed: { wording: words } },
    {
      community: 'com_1',
      at: '2026-11-20T02:00:00.000Z',
      subject: 'ntc_1',
      type: 'NoticeHung',
      actor: 'visitor',
      salts: { wording: new Uint8Array(32).fill(9) },
    },
  )
const { leaf, openings } = entry(value)
const hashes = [entry({ other: 1 }).leaf, leaf, entry({ other: 2 }).leaf].map(leafHashOf)
const { tree, completed } = growAll(EMPTY_TREE, hashes)
const at = (level: number, index: number) =>
  completed.find((node) => node.level === level && node.index === index)?.hash ?? hashes[index]!
const root = rootOf(tree)
const published: Published = {
  name: 'wording',
  value,
  salt: openings['wording']!.salt,
  leaf: leafText(leaf),
  inclusion: {
    leafIdx: 1,
    treeSize: 3,
    root: toBase64(root),
    leafHash: toBase64(hashes[1]!),
    proof: inclusionProof(1, 3, at).map(toBase64),
  },
  checkpoint: signCheckpoint({ origin: signer.name, size: 3, root }, signer),
}

test('as it was published, all three hold', () => {
  expect(checkPublished(published, [keyOf(signer)])).toEqual({ opened: true, included: true, signed: true })
})

test('without a place in the log, a checkpoint or a key there is nothing to say of them', () => {
  expect(checkPublished({ ...published, inclusion: null }, [keyOf(signer)])).toEqual({
    opened: true,
    included: null,
    signed: null,
  })
  expect(checkPublished({ ...published, checkpoint: null }, [keyOf(signer)])).toHaveProperty('signed', null)
  expect(checkPublished(published, [])).toHaveProperty('signed', null)
})

const inclusion = published.inclusion!
test.each<[string, Partial<Published>, object]>([
  ['one word changed', { value: { ...value, text: '三棵香樟。' } }, { opened: false }],
  ['one thing added', { value: { ...value, more: 1 } }, { opened: false }],
  ['another salt', { salt: '0'.repeat(64) }, { opened: false }],
  ['a value that is no JSON', { value: undefined }, { opened: false }],
  ['another name', { name: 'spots' }, { opened: false }],
  ['another leaf', { leaf: published.leaf.replace('plan', 'list') }, { opened: true, included: false }],
  ['no leaf', { leaf: '{' }, { opened: false, included: false }],
  ['another place', { inclusion: { ...inclusion, leafIdx: 0 } }, { included: false }],
  ['a proof cut short', { inclusion: { ...inclusion, proof: inclusion.proof.slice(1) } }, { included: false }],
  ['a proof that is no hash', { inclusion: { ...inclusion, proof: ['!', '!'] } }, { included: false }],
  [
    'a checkpoint of another size',
    { checkpoint: signCheckpoint({ origin: signer.name, size: 4, root }, signer) },
    { signed: false },
  ],
  [
    'a checkpoint signed by a stranger',
    { checkpoint: signCheckpoint({ origin: signer.name, size: 3, root }, stranger) },
    { signed: false },
  ],
  ['a checkpoint that is none', { checkpoint: 'x' }, { signed: false }],
])('%s is found', (_, changed, found) => {
  expect(checkPublished({ ...published, ...changed }, [keyOf(signer)])).toMatchObject(found)
})
