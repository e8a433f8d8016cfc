// What is marked on a sheet; nothing is chosen beforehand, and one without a signature is invalid whatever it says.
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { useWords } from '../language.tsx'
import { MarkFields } from '../poll/mark-fields.tsx'

export const Marks = ({ sheet: { question, signed } }: { sheet: PaperSheet }) => {
  const words = useWords(consolePaperWords)
  return <MarkFields question={question} label={words.marks} {...(signed === false && { only: ['invalid'] })} />
}
