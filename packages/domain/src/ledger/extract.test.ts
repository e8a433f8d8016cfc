// An extract proves all its leaves at once: for any choice of them, and for no other leaf, place, node or log.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  EMPTY_TREE,
  type Extract,
  checkExtract,
  extractAddresses,
  extractNodes,
  growAll,
  inclusionAddresses,
  leafHash,
  noteKey,
  noteKeyText,
  noteSigner,
  parseNoteKey,
  rootOf,
  rootOfExtract,
  signCheckpoint,
  toBase64,
} from './index.ts'

const signer = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(1))
const keyOf = (of: typeof signer) => parseNoteKey(noteKeyText(of)) as ReturnType<typeof noteKey>
const textOf = (place: number) => `entry ${place}`

const logOf = (size: number) => {
  const leaves = Array.from({ length: size }, (_, place) => leafHash(utf8ToBytes(textOf(place))))
  const { tree, completed } = growAll(EMPTY_TREE, leaves)
  const nodes = new Map(completed.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return { root: rootOf(tree), nodeAt: (level: number, index: number) => nodes.get(`${level}/${index}`)! }
}

const extractOf = (places: readonly number[], size: number): Extract => {
  const { root, nodeAt } = logOf(size)
  return {
    size,
    places: [...places],
    leaves: places.map(textOf),
    nodes: extractNodes(places, size, nodeAt).map(toBase64),
    checkpoint: signCheckpoint({ origin: signer.name, size, root }, signer),
  }
}

const anyChoice = fc
  .integer({ min: 1, max: 200 })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      places: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: size }),
    }),
  )
  .map(({ size, places }) => ({ size, places: places.toSorted((a, b) => a - b) }))

test('whichever leaves are taken, they and the nodes lead to the signed root', () => {
  fc.assert(
    fc.property(anyChoice, ({ size, places }) => {
      expect(checkExtract(extractOf(places, size), [keyOf(signer)])).toEqual({ included: true, signed: true })
    }),
  )
})

test('any leaf, place or node that was changed is found', () => {
  fc.assert(
    fc.property(anyChoice, fc.nat(), fc.constantFrom('leaf', 'place', 'node', 'lost', 'more'), (choice, at, what) => {
      const extract = extractOf(choice.places, choice.size)
      const index = at % extract.leaves.length
      const leaves = extract.leaves.with(index, `${extract.leaves[index]!} and more`)
      const places = extract.places.map((place, each) => (each >= index ? place + 1 : place))
      const nodes = extract.nodes.map((node, each) =>
        each === at % extract.nodes.length ? toBase64(new Uint8Array(32)) : node,
      )
      const changed = {
        leaf: { ...extract, leaves },
        place: { ...extract, places },
        node: { ...extract, nodes: nodes.length > 0 ? nodes : ['AAAA'] },
        lost: { ...extract, leaves: extract.leaves.toSpliced(index, 1), places: extract.places.toSpliced(index, 1) },
        more: { ...extract, nodes: [...extract.nodes, toBase64(new Uint8Array(32))] },
      }[what]
      expect(checkExtract(changed, [keyOf(signer)]).included).toBe(false)
    }),
  )
})

test('no node is carried that the leaves give themselves: all leaves need none, neighbours share their way', () => {
  const all = Array.from({ length: 100 }, (_, place) => place)
  expect(extractAddresses(all, 100)).toEqual([])
  const few = [40, 41, 42, 43]
  const alone = few.reduce((sum, place) => sum + inclusionAddresses(place, 100).length, 0)
  expect(extractAddresses(few, 100).length).toBeLessThan(alone / 3)
})

test('another’s signature, another size, places that fall and no leaves at all are refused', () => {
  const extract = extractOf([1, 2], 5)
  const stranger = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(2))
  expect(checkExtract(extract, [keyOf(stranger)])).toEqual({ included: false, signed: false })
  expect(checkExtract({ ...extract, size: 6 }, [keyOf(signer)]).included).toBe(false)
  expect(rootOfExtract({ ...extract, places: [2, 1] })).toBeNull()
  expect(rootOfExtract({ ...extract, places: [1, 1] })).toBeNull()
  expect(rootOfExtract({ ...extract, places: [], leaves: [] })).toBeNull()
})
