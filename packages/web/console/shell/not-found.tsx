// An address of the console that leads nowhere.
import { shellWords } from '../../words/console-shell.ts'
import { useWords } from '../language.tsx'
import { Page } from './page.tsx'

export const NotFound = () => {
  const words = useWords(shellWords)
  return (
    <Page title={words.notFound}>
      <p>{words.notFoundHint}</p>
    </Page>
  )
}
