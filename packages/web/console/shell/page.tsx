// The head of every screen: one h1, its actions, and the tab's title.
import { type ReactNode, useEffect } from 'react'
import { shellWords } from '../../words/console-shell.ts'
import { useWords } from '../language.tsx'

type Props = {
  readonly title: string
  readonly above?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export const Page = ({ title, above, actions, children }: Props) => {
  const words = useWords(shellWords)
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words])
  return (
    <>
      <header className="page-head">
        <div>
          {above}
          <h1>{title}</h1>
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  )
}
