// One term of a committee: how it stands with its arithmetic, its members, its deadlines, and a by-election begun from here.
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { TermFile } from '@yishi/contract/term'
import { Link, useParams } from 'react-router'
import { consoleTermWords } from '../../words/console-term.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { Deadlines } from './deadlines.tsx'
import { Members } from './members.tsx'
import { termQuery } from './queries.ts'
import { TermChip } from './terms-page.tsx'

type Given = { readonly file: TermFile }

const Vacancy = ({ file }: Given) => {
  const words = useWords(consoleTermWords)
  const { lang } = useLanguage()
  const { standing, committee, articles } = file
  if (standing.vacancy === 'full') return null
  const sum = words.half(standing.sitting, committee, articles.vacancy[lang])
  return <Alert type="warning" showIcon title={words.vacancy[standing.vacancy]} description={sum} />
}

/** A ballot that is decided already joins; otherwise the next one is drafted where owners vote. */
const ByElection = ({ file }: Given) => {
  const words = useWords(consoleTermWords)
  const { standing, waiting, matters, term, status } = file
  if (status !== 'running' || standing.vacancy === 'full') return null
  return (
    <>
      {waiting.map(({ poll, title }) => (
        <p key={poll}>
          <Link to={`/terms/new?poll=${poll}`}>{words.fillFrom(title)}</Link>
        </p>
      ))}
      {standing.vacancy === 'by-election' && (
        <>
          <h3>{words.ask}</h3>
          {matters.length === 0 && <p className="quiet">{words.askNone}</p>}
          <ul>
            {matters.map(({ matter, title }) => (
              <li className="poll-line" key={matter}>
                <Link to={`/matters/${matter}/vote?term=${term}`}>{words.askAt(title)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Standing = ({ file }: Given) => {
  const words = useWords(consoleTermWords)
  const { standing, committee, from, until } = file
  return (
    <section className="panel box stack" aria-label={words.standing}>
      <h2>{words.standing}</h2>
      <p>
        <TermChip line={file} /> {words.period(from, until)}
      </p>
      {file.status === 'running' && (
        <>
          <p>{words.arithmetic(standing, committee)}</p>
          <Vacancy file={file} />
          {standing.idleSince && <Alert type="warning" showIcon title={words.idle(standing.idleSince)} />}
          {standing.powersRest && <Alert type="info" showIcon title={words.rest} />}
          <ByElection file={file} />
        </>
      )}
      <p>
        {words.results}{' '}
        {file.polls.map((poll, index) => (
          <span key={poll}>
            <Link to={`/polls/${poll}`}>{words.result(index + 1)}</Link>{' '}
          </span>
        ))}
      </p>
    </section>
  )
}

export const TermPage = () => {
  const words = useWords(consoleTermWords)
  const { term = '' } = useParams()
  const query = useQuery(termQuery(term))
  const title = query.data ? words.name(query.data.place, query.data.number) : words.title
  return (
    <Page title={title} above={<Link to="/terms">‹ {words.back}</Link>}>
      <Answered query={query}>
        {(file) => (
          <div className="stack">
            <Standing file={file} />
            <Members file={file} />
            <Deadlines file={file} />
          </div>
        )}
      </Answered>
    </Page>
  )
}
