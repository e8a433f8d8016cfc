// What table and columns both say of a matter: its limit, and the small line below its title.
import type { BoardRow } from '@yishi/contract/board'
import { boardWords } from '../../words/console-board.ts'
import { similarWords } from '../../words/console-groups.ts'
import { phaseWords } from '../../words/kinds.ts'
import { useWords } from '../language.tsx'
import { ClockLight } from '../parts/clock-light.tsx'
import { Glyph } from '../parts/glyph.tsx'

export const Due = ({ row }: { row: BoardRow }) => {
  const words = useWords(boardWords)
  const phases = useWords(phaseWords)
  if (row.clock && row.phase !== 'closed') return <ClockLight clock={row.clock} />
  const rated = row.phase === 'closed' && row.rating !== null
  return (
    <span className="clock-words quiet">
      <Glyph shape="done" />
      {rated ? words.closedStars(row.rating ?? 0) : phases[row.phase]}
    </span>
  )
}

export const Notes = ({ row }: { row: BoardRow }) => {
  const words = useWords(boardWords)
  const { voices } = useWords(similarWords)
  const met = row.voices > 1 ? [voices(row.voices)] : []
  const notes = [...met, ...row.notes.map((note) => words.notes[note] ?? note)]
  return notes.length > 0 ? <span className="notes">{notes.join(' · ')}</span> : null
}
