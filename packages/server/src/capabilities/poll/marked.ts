// What somebody has marked on the form of a poll, and whether it can be cast as it stands.
import type { PollPage } from '@yishi/contract/poll-page'
import { MOST_CANDIDATES, type Question, isChoice, isSpoiled } from '@yishi/domain/poll'
import type { Form } from '../../kernel/http/form.ts'

const MOST_MARKS = MOST_CANDIDATES

/** The mark beside each name has a field of its own; a name that is left out, or abstained from, has none. */
const besideNames = (form: Form): readonly string[] =>
  Array.from({ length: MOST_CANDIDATES }, (_, index) => form.field(`mark-option-${index + 1}`)).filter(
    (mark) => mark !== '',
  )

/** Boxes that are ticked, or marks beside names; whoever abstains from every name has abstained. */
export const choiceIn = (form: Form): readonly string[] => {
  const all = [...form.fields('choice'), ...besideNames(form)].slice(0, MOST_MARKS)
  const named = all.filter((mark) => mark !== 'abstain')
  return besideNames(form).length > 0 && named.length > 0 ? named : [...new Set(all)]
}

/** Said before it is confirmed, and not after. */
export const troubleWith = (question: Question, choice: readonly string[]): PollPage['problem'] => {
  if (isChoice(question, choice, { invalid: false })) return null
  return question.type === 'candidates' && isSpoiled(question, choice) ? 'too-many-names' : 'choice-unfit'
}
