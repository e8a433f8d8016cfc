// What somebody has answered in the plain form of a question: on to checking it, or back to it with what is wrong and all that was entered.
import type { BallotProblem, PollPage } from '@yishi/contract/poll-page'
import type { Refused } from '@yishi/domain/kernel'
import { type Question, choicesOf, questionDigest, readMarks } from '@yishi/domain/poll'
import type { Form } from '../../kernel/http/form.ts'

type Answered = Partial<Pick<PollPage, 'step' | 'choice' | 'typed' | 'problem'>>

const typedIn = (question: Question, form: Form): Readonly<Record<string, string>> => {
  const names = choicesOf(question).flatMap((key) => [`rank-${key}`, `score-${key}`])
  return Object.fromEntries(names.flatMap((name) => [[name, form.field(name).slice(0, 4)] as const]))
}

export const answerIn = (question: Question, form: Form): Answered => {
  const asked = form.field('asked')
  if (asked && asked !== questionDigest(question)) return { problem: { code: 'question-changed' } }
  const all = (name: string) => form.fields(name).slice(0, 20)
  const marked = readMarks(question, { one: (name) => form.field(name), all })
  if ('choice' in marked) return { step: 'confirm', choice: marked.choice }
  return { problem: marked.problem, choice: all('choice'), typed: typedIn(question, form) }
}

const IN_THE_FORM: readonly BallotProblem['code'][] = [
  'choice-unfit',
  'option-unknown',
  'rank-twice',
  'too-many-marks',
  'score-out-of-range',
  'question-changed',
  'other-row-voted',
]

/** What the voter can mend; null for what the page says in its own words. */
export const problemOf = ({ refused }: Refused): BallotProblem | null => {
  const code = IN_THE_FORM.find((each) => each === refused)
  return code ? { code } : null
}
