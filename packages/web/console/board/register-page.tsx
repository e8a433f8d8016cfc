// Taking down a matter for somebody who calls or comes in, on a page of its own that can be kept open at the desk.
import { Link } from 'react-router'
import { noteWords } from '../../words/console-note.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useWords } from '../language.tsx'
import { NoteForm } from '../note/note-form.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'

export const RegisterPage = () => {
  const words = useWords(noteWords)
  const { board } = useWords(shellWords)
  return (
    <Page title={words.title} above={<Link to="/matters">‹ {board}</Link>} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <section className="panel register">
        <NoteForm />
      </section>
    </Page>
  )
}
