// How many have voted, by stairway and party; never what they chose.
import type { PollFile } from '@yishi/contract/poll'
import { consolePollWords } from '../../words/console-poll.ts'
import { useWords } from '../language.tsx'

export const Turnout = ({ file: { turnout } }: { file: PollFile }) => {
  const words = useWords(consolePollWords)
  return (
    <section className="panel box" aria-label={words.turnout}>
      <h2>{words.turnout}</h2>
      <p>
        <strong className="num">{words.turnoutOf(turnout.cast, turnout.of)}</strong>
      </p>
      <ul className="turnout-groups">
        {turnout.groups.map(({ name, cast, of }) => (
          <li key={name}>
            <span>{name || words.elsewhere}</span>
            <progress max={of} value={cast} aria-label={`${name || words.elsewhere}: ${words.turnoutOf(cast, of)}`} />
            <span className="num">
              {cast} / {of}
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{words.turnoutHint}</p>
    </section>
  )
}
