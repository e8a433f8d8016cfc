// From what a teller has taken down to what stands on the ballot.
import type { Question } from '@yishi/domain/poll'
import { type NamesMarked, choiceBeside } from './beside-names.tsx'
import { marksIn } from './marks.ts'

export type MarkValues = {
  /** `marks` where something is entered below; else the ballot as a whole. */
  readonly choice?: string
  readonly ticks?: readonly string[]
  readonly order?: readonly (string | undefined)[]
  readonly points?: Readonly<Record<string, number | null>>
  readonly names?: NamesMarked
}

export const MARKS = 'marks'
export const WHOLE = ['abstain', 'invalid'] as const

/** Whether a ballot may say more than one thing. */
export const saysMore = ({ type }: Question): boolean => type !== 'for-against' && type !== 'choose-one'

/** In the order in which they were said, where the order is what is asked. */
export const choiceOf = (
  question: Question,
  { choice, ticks, order, points, names }: MarkValues,
): readonly string[] => {
  if (choice !== undefined && choice !== MARKS) return [choice]
  if (question.type === 'candidates' && question.marking === 'each') return choiceBeside(names ?? {})
  if (question.type === 'ranked') return (order ?? []).filter((key) => key !== undefined)
  if (question.type !== 'scored') return ticks ?? []
  return marksIn(question).flatMap((key) => {
    const given = points?.[key] ?? null
    return given === null ? [] : [`${key}:${given}`]
  })
}
