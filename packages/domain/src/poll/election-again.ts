// Voting again for the seats that stayed open: only after the ballot before has been counted, for those seats, and with whom it left over. RULES R1.64.
import { type Refused, refuse } from '../kernel/index.ts'
import { electedIn } from './election.ts'
import type { CandidatesQuestion } from './candidates.ts'
import type { Poll } from './poll.ts'
import type { Question } from './question.ts'

/** What stands in the next ballot: the same committee, those elected sitting already, and whoever was left over by name. */
export const againOf = (earlier: Poll): CandidatesQuestion | null => {
  if (earlier.status !== 'decided' || earlier.question.type !== 'candidates') return null
  const { question, outcome, id } = earlier
  const { allocation } = outcome
  if (!allocation || allocation.open === 0) return null
  const options = question.options
    .filter(({ key }) => allocation.again.includes(key))
    .map((each, index) => ({ ...each, key: `option-${index + 1}` }))
  return { ...question, options, sitting: question.sitting + electedIn(allocation).length, again: id }
}

/** A tie is between those who tie; where too few have passed, others may stand beside those who were left over. */
export const againUnfit = ({
  question,
  earlier,
}: {
  readonly question: Question
  readonly earlier?: Poll | undefined
}): Refused<'again-unfit'> | null => {
  if (question.type !== 'candidates' || question.again === null) return null
  const next = earlier && earlier.status !== 'absent' && earlier.id === question.again ? againOf(earlier) : null
  if (!next || next.committee !== question.committee || next.sitting !== question.sitting) return refuse('again-unfit')
  const tied =
    earlier?.status === 'decided' && earlier.outcome.allocation!.ranking.some((each) => each.standing === 'tied')
  const names = (of: CandidatesQuestion) =>
    of.options
      .map(({ text }) => text)
      .toSorted()
      .join('\n')
  return tied && names(next) !== names(question) ? refuse('again-unfit') : null
}
