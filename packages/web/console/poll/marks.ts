// What may be marked on a ballot, without the rules of the domain in the browser.
import type { Question } from '@yishi/domain/poll'

export const marksIn = (question: Question): readonly string[] =>
  question.type === 'for-against' ? ['for', 'against'] : question.options.map(({ key }) => key)
