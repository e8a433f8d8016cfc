// A certificate of a whole agenda holds as it was made; each question is checked for itself, and that they belong together.
import { expect, test } from 'vitest'
import { type NoteKey, noteKeyText, noteSigner, parseNoteKey } from '../ledger/index.ts'
import { type AgendaCertificate, checkAgendaCertificate } from './index.ts'
import { certifiedAgenda } from './testing/certified.ts'

const signer = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(1))
const key = parseNoteKey(noteKeyText(signer)) as NoteKey
const made = certifiedAgenda([9, 9, 9], signer)
const broken = (change: Partial<AgendaCertificate>): readonly string[] => {
  const { questions, ...whole } = checkAgendaCertificate({ ...made, ...change }, [key])
  const named = questions.flatMap((each, at) =>
    Object.entries(each).map(([name, holds]) => [`${at + 1} ${name}`, holds] as const),
  )
  return [...Object.entries(whole), ...named].filter(([, holds]) => !holds).map(([name]) => name)
}
const changing = (at: number, change: object) => ({
  questions: made.questions.map((each, index) => (index === at ? { ...each, ...change } : each)),
})
const [first, second, third] = made.questions as [
  AgendaCertificate['questions'][number],
  AgendaCertificate['questions'][number],
  AgendaCertificate['questions'][number],
]

test('as it was made all of it holds, and one that was taken back leaves a gap', () => {
  expect(broken({})).toEqual([])
  expect(broken({ questions: [first, third] })).toEqual([])
})

test.each<[string, Partial<AgendaCertificate>, readonly string[]]>([
  ['another result of the second', changing(1, { passed: false, chosen: [] }), ['2 counted', '2 recorded']],
  ['one ballot less in the third', changing(2, { cast: 8 }), ['3 ballots']],
  [
    'another list of the first',
    changing(0, { electorate: { ...first.electorate, digest: 'cd'.repeat(32) } }),
    ['1 recorded'],
  ],
  ['a list of another size', changing(1, { electorate: { ...second.electorate, named: 10 } }), ['together']],
  ['figures of one told of another', changing(1, { poll: third.poll }), ['together']],
  ['another order', { questions: [first, third, second] }, ['together']],
  ['without its first question', { questions: [second, third] }, ['together']],
  ['as another agenda', { agenda: second.poll }, ['together']],
  [
    'a question that the log put on no agenda',
    {
      log: {
        ...made.log,
        leaves: made.log.leaves.map((leaf) => leaf.replace(`"agenda":"${first.poll}",`, '"agenda":"pol_other",')),
      },
    },
    ['together', 'included'],
  ],
])('%s is found', (_, change, checks) => expect(broken(change).toSorted()).toEqual([...checks].toSorted()))

test('nobody else’s signature holds', () => {
  const other = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(2))
  const stranger = parseNoteKey(noteKeyText(other)) as NoteKey
  expect(checkAgendaCertificate(made, [stranger])).toMatchObject({ together: true, signed: false, included: false })
})
