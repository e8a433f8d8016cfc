// The board as columns (看板): the same matters side by side by their phase, each column first what is due first.
import { useQuery } from '@tanstack/react-query'
import type { BoardRow } from '@yishi/contract/board'
import { Link } from 'react-router'
import { boardWords } from '../../words/console-board.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { boardQuery } from '../queries.ts'
import '../styles/board-columns.css'
import { Due, Notes } from './board-row.tsx'
import { type Filters, PHASES, boardSearch, searchFrom } from './filters.ts'
import { useFilters } from './use-filters.ts'

type Phase = BoardRow['phase']

/** Filters that speak of open matters have no column of closed ones. */
const columnsOf = ({ filter, phase }: Filters): readonly Phase[] => {
  if (phase) return [phase]
  if (filter === 'closed') return ['closed']
  return filter === 'all' ? PHASES : PHASES.filter((each) => each !== 'closed')
}

const Card = ({ row }: { row: BoardRow }) => (
  <li className="column-card">
    <Link to={`/matters/${row.matter}`}>{row.title}</Link>
    <Due row={row} />
    <Notes row={row} />
    <span className="meta">{[row.place, row.handler, row.party].filter(Boolean).join(' · ')}</span>
  </li>
)

const Column = ({ phase }: { phase: Phase }) => {
  const words = useWords(boardWords)
  const { community } = useCommunity()
  const [filters] = useFilters()
  const query = useQuery(boardQuery(boardSearch({ ...filters, page: 1, phase }, community)))
  const rest = (query.data?.total ?? 0) - (query.data?.rows.length ?? 0)
  return (
    <section className="column" aria-label={words.column(phase)}>
      <h2>
        <PhaseChip phase={phase} />
        <span className="num">{query.data?.total ?? ''}</span>
      </h2>
      <ProblemNote error={query.error} />
      <ul>
        {query.data?.rows.map((row) => (
          <Card key={row.matter} row={row} />
        ))}
        {query.data?.total === 0 && <li className="quiet">{words.noneHere}</li>}
      </ul>
      {rest > 0 && (
        <Link to={`/matters?${searchFrom({ ...filters, page: 2, phase, view: 'table' }).toString()}`}>
          {words.more(rest)}
        </Link>
      )}
    </section>
  )
}

export const BoardColumns = () => {
  const [filters] = useFilters()
  return (
    <div className="columns">
      {columnsOf(filters).map((phase) => (
        <Column key={phase} phase={phase} />
      ))}
    </div>
  )
}
