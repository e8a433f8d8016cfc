// The paper of one poll in the console: the entry desk beside what lies on it, and the registers by stairway.
import { useQuery } from '@tanstack/react-query'
import type { PaperDesk } from '@yishi/contract/paper-ballot'
import { Link, useParams } from 'react-router'
import { consolePaperWords } from '../../words/console-paper.ts'
import { paperBallotWords } from '../../words/paper-ballot.ts'
import { walkWords } from '../../words/walk.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import '../styles/paper.css'
import { useDeskWords } from './desk-words.ts'
import { EntryDesk } from './entry-desk.tsx'
import { deskQuery } from './queries.ts'
import { Scans } from './scans.tsx'
import { Stairways } from './stairways.tsx'

const FIGURES = [
  'of',
  'checkedIn',
  'delivered',
  'failed',
  'returned',
  'reading',
  'differing',
  'settled',
  'voted',
] as const

/** Of people the list has the names: nobody carries those from door to door. */
const isWalked = ({ electorate }: PaperDesk): boolean => electorate === 'owners' || electorate === 'households'

const Progress = ({ desk }: { desk: PaperDesk }) => {
  const words = useDeskWords(desk)
  const walk = useWords(walkWords)
  return (
    <section className="panel box" aria-label={words.progress}>
      <h2>{words.progress}</h2>
      <dl className="paper-figures">
        {FIGURES.map((figure) => (
          <div key={figure}>
            <dt>{words.figures[figure]}</dt>
            <dd className="num">{desk.total[figure]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/polls/${desk.poll}/reconciliation`}>{words.report}</a>{' '}
        {isWalked(desk) && <a href={`/patrol/walk/${desk.poll}`}>{walk.link}</a>}{' '}
        <a href={`/polls/${desk.poll}/screen`}>{words.screen}</a>
      </p>
    </section>
  )
}

const Waiting = ({ desk }: { desk: PaperDesk }) => {
  const words = useWords(consolePaperWords)
  const printed = useWords(paperBallotWords)
  return (
    <section className="panel box" aria-label={words.waiting}>
      <h2>{words.waiting}</h2>
      {desk.waiting.length === 0 && <p>{words.waitingNone}</p>}
      <ul className="paper-waiting">
        {desk.waiting.map(({ number, name, status }) => (
          <li key={number}>
            <strong>{words.unit(number, name)}</strong> <span className="meta">{printed.status[status]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Opened = ({ desk }: { desk: PaperDesk }) => {
  const words = useWords(consolePaperWords)
  return (
    <Page
      title={`${words.title} · ${desk.question.text}`}
      above={<Link to={`/polls/${desk.poll}`}>‹ {words.backToPoll}</Link>}
    >
      <div className="matter">
        <div className="stack">
          <EntryDesk poll={desk.poll} />
          <Scans poll={desk.poll} />
        </div>
        <div className="stack">
          <Progress desk={desk} />
          <Waiting desk={desk} />
        </div>
      </div>
      <Stairways desk={desk} />
    </Page>
  )
}

export const PaperPage = () => {
  const { poll = '' } = useParams()
  return <Answered query={useQuery(deskQuery(poll))}>{(desk) => <Opened desk={desk} />}</Answered>
}
