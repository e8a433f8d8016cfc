// What may be marked on a ballot, without the rules of the domain in the browser.
import type { Question } from '@yishi/domain/poll'

export const marksIn = (question: Question): readonly string[] => {
  if (question.type === 'for-against') return ['for', 'against']
  const keys = question.options.map(({ key }) => key)
  return question.type === 'candidates' && question.marking === 'each'
    ? keys.flatMap((key) => [key, `${key}:against`])
    : keys
}
