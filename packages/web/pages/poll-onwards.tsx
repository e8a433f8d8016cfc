// The way through several questions that are asked together: what was answered a moment ago, and what comes next.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { NoticeBar } from '../design/parts.tsx'
import { pollAgendaWords } from '../words/poll-agenda.ts'

type Given = { props: Pages['poll']; context: PageContext }

export const After = ({ props: { after, agenda }, context: { lang } }: Given) =>
  after !== null && agenda && after < agenda.number ? (
    <NoticeBar tone="ok">{pollAgendaWords[lang].after(after)}</NoticeBar>
  ) : null

/** Whoever leaves a question goes on to the next one, and from the last to the overview. */
export const Onwards = ({ props: { agenda, standing, status, poll }, context: { lang } }: Given) => {
  if (!agenda) return null
  const words = pollAgendaWords[lang]
  const next = agenda.questions.find(({ number, status: stands }) => number > agenda.number && stands !== 'withdrawn')
  const leaves = standing === 'may-vote' && status === 'open'
  return (
    <p className="poll-links agenda-onwards">
      {next ? (
        <a className="button" href={`/polls/${next.poll}`}>
          {leaves ? words.skip : words.next}
        </a>
      ) : null}
      <a className="button" href={`/polls/${poll}/agenda`}>
        {words.all}
      </a>
    </p>
  )
}
