// The polls of a matter, and the way to begin one where its stage lets the reader.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { consolePollWords } from '../../words/console-poll.ts'
import { useWords } from '../language.tsx'
import { PollLineItem } from '../poll/poll-line.tsx'
import { pollsOfMatterQuery } from '../poll/queries.ts'
import { useInHand } from './in-hand.tsx'

export const Polls = () => {
  const words = useWords(consolePollWords)
  const { matter } = useInHand().file
  const { data } = useQuery(pollsOfMatterQuery(matter))
  if (!data || (data.polls.length === 0 && !data.may)) return null
  return (
    <section className="panel box" aria-label={words.polls}>
      <h2>{words.polls}</h2>
      {data.polls.length === 0 && <p className="quiet">{words.noPolls}</p>}
      <ul>
        {data.polls.map((line) => (
          <PollLineItem key={line.poll} line={line} />
        ))}
      </ul>
      {data.may && (
        <p>
          <Link to={`/matters/${matter}/vote`}>{words.begin}</Link>
        </p>
      )}
    </section>
  )
}
