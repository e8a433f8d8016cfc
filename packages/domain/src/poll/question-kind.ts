// What a kind of question knows how to do: whatever is done differently with each is one table with a line for every kind, and a kind that is forgotten does not compile.
import type { CandidatesQuestion } from './candidates.ts'
import type { PreferenceQuestion, Question } from './question.ts'

type Proposal = Extract<Question, { type: 'for-against' }>
type OptionsQuestion = Extract<Question, { type: 'choose-one' | 'choose-some' }>

export type ByKind<T> = {
  /** A proposal, for or against. */
  readonly proposal: (question: Proposal) => T
  /** Of several options one, or some, each judged as if it had been asked alone. */
  readonly options: (question: OptionsQuestion) => T
  /** Options that are put in order, given points or ticked: most votes win. */
  readonly preference: (question: PreferenceQuestion) => T
  /** People who are elected by name. */
  readonly names: (question: CandidatesQuestion) => T
}

export const byKind = <T>(question: Question, kinds: ByKind<T>): T => {
  switch (question.type) {
    case 'for-against':
      return kinds.proposal(question)
    case 'choose-one':
    case 'choose-some':
      return kinds.options(question)
    case 'ranked':
    case 'scored':
    case 'approval':
    case 'limited':
      return kinds.preference(question)
    case 'candidates':
      return kinds.names(question)
  }
}
