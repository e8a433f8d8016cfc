// Says what went wrong near the form, in the words of the problem itself, and keeps what was typed.
import { Alert } from 'antd'
import { shellWords } from '../../words/console-shell.ts'
import { ProblemError, isProblem } from '../api.ts'
import { useWords } from '../language.tsx'

export const ProblemNote = ({ error }: { error: unknown }) => {
  const words = useWords(shellWords)
  if (!error) return null
  if (isProblem(error, 'changed-meanwhile')) return <Alert type="warning" showIcon title={words.changedMeanwhile} />
  if (isProblem(error, 'unreachable')) return <Alert type="warning" showIcon title={words.unreachable} />
  if (!(error instanceof ProblemError)) return <Alert type="error" showIcon title={words.brokenPage} />
  const { title, detail } = error.problem
  return <Alert type="error" showIcon title={detail ?? title} {...(detail ? {} : { description: null })} />
}
