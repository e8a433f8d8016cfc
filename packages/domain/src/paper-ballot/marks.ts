// What is marked on a sheet, question by question: whether a reading is complete, and where two readings are the same.
import { type PollId, type Refused, refuse } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { type Question, isChoice, spoilOf } from '../poll/index.ts'
import type { Marks, PaperRefusal, Reading, SheetQuestion, StandingPaper } from './paper-ballot.ts'

type Choice = readonly string[]

/** In which order marks were entered says nothing, save where the order is what the sheet asks. */
const written = (question: Question, choice: Choice): Choice =>
  question.type === 'ranked' && !spoilOf(question, choice) ? choice : choice.toSorted()

const same = (question: Question, one: Choice, other: Choice): boolean =>
  canonicalText(written(question, one)) === canonicalText(written(question, other))

type Both = { readonly first: Reading; readonly second: Reading }
type Asking = Pick<StandingPaper, 'questions'>

const agreed = ({ first, second }: Both, { poll, question }: SheetQuestion): boolean =>
  same(question, first.marks[poll] ?? [], second.marks[poll] ?? [])

/** The questions that two read differently: one that only one of them was asked is among them. */
export const differing = ({ questions }: Asking, both: Both): readonly SheetQuestion[] =>
  questions.filter((each) => !agreed(both, each))

/** What both read, of the questions in which they agree. */
export const agreedMarks = ({ questions }: Asking, both: Both): Marks =>
  Object.fromEntries(
    questions.filter((each) => agreed(both, each)).map(({ poll }) => [poll, both.second.marks[poll] ?? []]),
  )

/** Every one of these questions is marked, none besides, and each as it allows; a sheet without a signature is invalid, whatever is marked on it (R1.53). */
export const wrongMarks = (
  asked: readonly SheetQuestion[],
  marks: Marks,
  signed: boolean,
): Refused<PaperRefusal> | null => {
  const polls = Object.keys(marks) as PollId[]
  const whole = polls.length === asked.length && asked.every(({ poll }) => polls.includes(poll))
  if (!whole) return refuse('marks-incomplete')
  if (!asked.every(({ poll, question }) => isChoice(question, marks[poll]!, { invalid: true })))
    return refuse('choice-unfit')
  return signed || polls.every((poll) => marks[poll]![0] === 'invalid') ? null : refuse('paper-unsigned')
}
