// The draws of a matter, and the way to announce one where its stage lets the reader.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { DrawLineItem } from '../draw/draw-line.tsx'
import { drawsOfMatterQuery } from '../draw/queries.ts'
import { useWords } from '../language.tsx'
import { useInHand } from './in-hand.tsx'

export const Draws = () => {
  const words = useWords(consoleDrawWords)
  const { matter } = useInHand().file
  const { data } = useQuery(drawsOfMatterQuery(matter))
  if (!data || (data.draws.length === 0 && !data.may)) return null
  return (
    <section className="panel box" aria-label={words.draws}>
      <h2>{words.draws}</h2>
      {data.draws.length === 0 && <p className="quiet">{words.noDraws}</p>}
      <ul>
        {data.draws.map((line) => (
          <DrawLineItem key={line.draw} line={line} />
        ))}
      </ul>
      {data.may && (
        <p>
          <Link to={`/draws/new?matter=${matter}`}>{words.announce}</Link>
        </p>
      )}
    </section>
  )
}
