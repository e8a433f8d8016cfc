// Voting again for the seats that stayed open: only after the ballot before has been decided, for those seats, and with whom it left over. RULES R1.64.
import { type PollId, type Refused, refuse } from '../kernel/index.ts'
import type { CandidatesQuestion } from './candidates.ts'
import { type SeatAllocation, electedIn } from './election.ts'
import type { Poll } from './poll.ts'
import type { Question } from './question.ts'

type Decided = {
  readonly id: PollId
  readonly question: CandidatesQuestion
  readonly allocation: SeatAllocation
}

/** The next ballot: the same committee, those elected sitting already, and whoever was left over by name; null where no seat is open. */
export const nextBallot = ({ id, question, allocation }: Decided): CandidatesQuestion | null => {
  if (allocation.open === 0) return null
  const options = question.options
    .filter(({ key }) => allocation.again.includes(key))
    .map((each, index) => ({ ...each, key: `option-${index + 1}` }))
  return { ...question, options, sitting: question.sitting + electedIn(allocation).length, again: id }
}

const decidedIn = (poll: Poll | undefined): Decided | null => {
  if (poll?.status !== 'decided' || poll.question.type !== 'candidates') return null
  const { id, question, outcome } = poll
  return outcome.allocation ? { id, question, allocation: outcome.allocation } : null
}

const namesOf = ({ options }: CandidatesQuestion): string =>
  options
    .map(({ text }) => text)
    .toSorted()
    .join('\n')

/** A tie is between those who tie; where too few have passed, others may stand beside those who were left over. */
export const againUnfit = ({
  question,
  earlier,
}: {
  readonly question: Question
  readonly earlier?: Poll | undefined
}): Refused<'again-unfit'> | null => {
  if (question.type !== 'candidates' || question.again === null) return null
  const before = decidedIn(earlier)
  const next = before?.id === question.again ? nextBallot(before) : null
  if (!next || next.committee !== question.committee || next.sitting !== question.sitting) return refuse('again-unfit')
  const tied = before!.allocation.ranking.some(({ standing }) => standing === 'tied')
  return tied && namesOf(next) !== namesOf(question) ? refuse('again-unfit') : null
}
