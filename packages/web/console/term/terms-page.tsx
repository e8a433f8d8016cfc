// The terms of a community's committees: results that nobody has taken over first, then each term with what is due next.
import { useQuery } from '@tanstack/react-query'
import type { TermLine, TermList } from '@yishi/contract/term'
import { Link } from 'react-router'
import { consoleTermWords } from '../../words/console-term.ts'
import { termWords } from '../../words/term.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { StatusChip } from '../parts/status-chip.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { termsQuery } from './queries.ts'

export const TermChip = ({ line: { status, how } }: { line: Pick<TermLine, 'status' | 'how'> }) => {
  const words = useWords(consoleTermWords)
  return (
    <StatusChip look={status === 'running' ? ['half', 'info'] : ['done', 'mute']}>
      {how ? words.how[how] : words.status[status]}
    </StatusChip>
  )
}

const Line = ({ line }: { line: TermLine }) => {
  const words = useWords(consoleTermWords)
  const { steps } = useWords(termWords)
  const { term, place, number, sitting, committee, until, next } = line
  return (
    <li className="poll-line">
      <Link to={`/terms/${term}`}>{words.name(place, number)}</Link>
      <span className="row">
        <TermChip line={line} />
        <span className="num">{words.seats(sitting, committee)}</span>
        <span className="meta num">{next ? words.next(steps[next.step], next.due) : words.until(until)}</span>
      </span>
    </li>
  )
}

const Waiting = ({ waiting }: Pick<TermList, 'waiting'>) => {
  const words = useWords(consoleTermWords)
  return waiting.length === 0 ? null : (
    <section className="panel box" aria-label={words.waiting}>
      <h2>{words.waiting}</h2>
      <ul>
        {waiting.map(({ poll, title, on }) => (
          <li className="poll-line" key={poll}>
            <Link to={`/polls/${poll}`}>{title}</Link>
            <span className="row">
              <span className="meta num">{words.decidedOn(on)}</span>
              <Link to={`/terms/new?poll=${poll}`} aria-label={words.takeOf(title)}>
                {words.take}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const TermsPage = () => {
  const words = useWords(consoleTermWords)
  const query = useQuery(termsQuery(useOneCommunity()))
  return (
    <Page title={words.title} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <Answered query={query}>
        {({ terms, waiting }) => (
          <>
            <Waiting waiting={waiting} />
            {terms.length + waiting.length === 0 && <p className="quiet">{words.none}</p>}
            {terms.length > 0 && (
              <section className="panel box" aria-label={words.terms}>
                <h2>{words.terms}</h2>
                <ul>
                  {terms.map((line) => (
                    <Line key={line.term} line={line} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
