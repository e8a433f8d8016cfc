// What else the board's reader keeps in sight: the meetings that come next, and how many have voted where a vote runs.
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Meetings } from '@yishi/contract/meeting'
import type { PollFile } from '@yishi/contract/poll'
import { Link } from 'react-router'
import { boardWords } from '../../words/console-board.ts'
import { clockTime, dayOfMonth, weekdayText } from '../../words/console-time.ts'
import { useCommunity } from '../community.tsx'
import { KEEPERS, wears } from '../hats.ts'
import { useLanguage, useWords } from '../language.tsx'
import { meetingsQuery } from '../meeting/queries.ts'
import { pollQuery, pollsQuery } from '../poll/queries.ts'

const MOST = 3
const MINUTE = 60_000
const COMING: readonly Meetings['rows'][number]['status'][] = ['sitting', 'called']

const Coming = () => {
  const words = useWords(boardWords)
  const { lang } = useLanguage()
  const { community } = useCommunity()
  const { data } = useQuery(meetingsQuery(community))
  const rows = (data?.rows ?? [])
    .filter(({ status }) => COMING.includes(status))
    .toSorted((a, b) => (a.when < b.when ? -1 : 1))
    .slice(0, MOST)
  if (rows.length === 0) return null
  return (
    <section className="panel aside-card" aria-labelledby="coming-meetings">
      <header>
        <h2 id="coming-meetings">{words.comingMeetings}</h2>
        <Link to="/meetings">{words.allMeetings}</Link>
      </header>
      <ul>
        {rows.map(({ meeting, title, when, where }) => (
          <li className="coming" key={meeting}>
            <span className="coming-day">
              <strong className="num">{dayOfMonth(when)}</strong>
              <small>{weekdayText(when, lang)}</small>
            </span>
            <span>
              <Link to={`/meetings/${meeting}`}>{title}</Link>
              <span className="meta num">{`${clockTime(when)} · ${where}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Vote = ({ file: { poll, question, turnout } }: { file: PollFile }) => {
  const words = useWords(boardWords)
  const said = words.votedOf(turnout.cast, turnout.of)
  return (
    <li className="running">
      <Link to={`/polls/${poll}`}>{question.text}</Link>
      <span className="num">{said}</span>
      <progress max={turnout.of} value={turnout.cast} aria-label={`${question.text}: ${said}`} />
    </li>
  )
}

/** Only of votes by ballots: what a hall counts by hands is over in a minute. */
const Running = () => {
  const words = useWords(boardWords)
  const { data = [] } = useQuery(pollsQuery)
  const open = data.filter(({ status }) => status === 'open').slice(0, MOST)
  const files = useQueries({
    queries: open.map(({ poll }) => ({ ...pollQuery(poll), refetchInterval: MINUTE })),
  }).flatMap(({ data: file }) => (file && file.way === 'ballots' ? [file] : []))
  if (files.length === 0) return null
  return (
    <section className="panel aside-card" aria-labelledby="running-votes">
      <header>
        <h2 id="running-votes">{words.runningVotes}</h2>
        <Link to="/polls">{words.allVotes}</Link>
      </header>
      <ul>
        {files.map((file) => (
          <Vote key={file.poll} file={file} />
        ))}
      </ul>
    </section>
  )
}

export const BoardAside = () => {
  const { me } = useCommunity()
  return (
    <>
      <Coming />
      {wears(me, KEEPERS) && <Running />}
    </>
  )
}
