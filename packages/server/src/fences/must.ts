// An answer of this status, or the test ends here and says what it was.
import type { Answer } from './town.ts'

export const must = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`)
  return answer
}
