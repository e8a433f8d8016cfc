// All polls near the reader (表决计票): those that run first.
import { useQuery } from '@tanstack/react-query'
import { consolePollWords } from '../../words/console-poll.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { PollLineItem } from './poll-line.tsx'
import { pollsQuery } from './queries.ts'

export const PollsPage = () => {
  const words = useWords(consolePollWords)
  const query = useQuery(pollsQuery)
  return (
    <Page title={words.polls}>
      <p className="intro">{words.pollsLead}</p>
      <Answered query={query}>
        {(lines) => (
          <section className="panel box">
            {lines.length === 0 && <p className="quiet">{words.none}</p>}
            <ul>
              {lines.map((line) => (
                <PollLineItem key={line.poll} line={line} />
              ))}
            </ul>
          </section>
        )}
      </Answered>
    </Page>
  )
}
