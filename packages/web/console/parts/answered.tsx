// What a screen shows while its answer is on the way, and when it does not come.
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { shellWords } from '../../words/console-shell.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from './problem-note.tsx'

export const Waiting = () => (
  <p className="waiting" role="status">
    {useWords(shellWords).loading}
  </p>
)

type Props<T> = { readonly query: UseQueryResult<T>; readonly children: (answer: T) => ReactNode }

export const Answered = <T,>({ query, children }: Props<T>) => {
  const words = useWords(shellWords)
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isPending) return <Waiting />
  return (
    <div className="stack">
      <ProblemNote error={query.error} />
      <Button onClick={() => void query.refetch()}>{words.retry}</Button>
    </div>
  )
}
