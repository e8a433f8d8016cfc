// A certificate holds as it was made, and each of its parts is checked for itself.
import { expect, test } from 'vitest'
import { type NoteKey, noteKeyText, noteSigner, parseNoteKey } from '../ledger/index.ts'
import { type Certificate, checkCertificate } from './index.ts'
import { certified } from './testing/certified.ts'

const signer = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(1))
const key = parseNoteKey(noteKeyText(signer)) as NoteKey
const made = certified(9, signer)
const broken = (change: Partial<Certificate>): readonly string[] =>
  Object.entries(checkCertificate({ ...made, ...change }, [key]))
    .filter(([, holds]) => !holds)
    .map(([name]) => name)
const withLeaves = (change: (leaf: string, place: number) => string) => ({
  log: { ...made.log, leaves: made.log.leaves.map(change) },
})

test('as it was made all of it holds', () => expect(broken({})).toEqual([]))

test.each<[string, Partial<Certificate>, readonly string[]]>([
  ['another result', { passed: false, chosen: [] }, ['counted', 'recorded']],
  [
    'impossible figures',
    { figures: { ...made.figures, votes: { ...made.figures.votes, for: { heads: 90, area: '540.00' } } } },
    ['counted', 'recorded'],
  ],
  [
    'a hundredth of a square metre',
    { figures: { ...made.figures, votes: { ...made.figures.votes, for: { heads: 6, area: '539.99' } } } },
    ['recorded'],
  ],
  ['another list', { electorate: { ...made.electorate, digest: 'cd'.repeat(32) } }, ['recorded']],
  ['another rule', { rule: { ...made.rule, noticeDays: 1 } }, ['recorded']],
  ['more ballots than the log has', { cast: 10 }, ['ballots']],
  [
    'a leaf of a ballot taken for another',
    withLeaves((leaf) => leaf.replace('"bal_3"', '"bal_2"')),
    ['ballots', 'included'],
  ],
  [
    'a ballot that came after the count began',
    withLeaves((leaf) =>
      leaf.replace('CountEntered', 'BallotCast').replace('"facts":{}', `"facts":{"poll":"${made.poll}"}`),
    ),
    ['recorded', 'ballots', 'included'],
  ],
  ['words that are no leaf', withLeaves((leaf, place) => (place === 0 ? 'x' : leaf)), ['recorded', 'included']],
])('%s is found', (_, change, checks) => expect(broken(change)).toEqual(checks))

test('nobody else’s signature holds', () => {
  const other = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(2))
  const stranger = parseNoteKey(noteKeyText(other)) as NoteKey
  expect(checkCertificate(made, [stranger])).toMatchObject({ counted: true, signed: false, included: false })
})
