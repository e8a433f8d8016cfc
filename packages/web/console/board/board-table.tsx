// The table of the board; on a phone the same rows become cards by style alone.
import type { BoardRow } from '@yishi/contract/board'
import { Link, useNavigate } from 'react-router'
import { boardWords } from '../../words/console-board.ts'
import { shortMoment } from '../../words/console-time.ts'
import { kindWords, phaseWords } from '../../words/kinds.ts'
import { useWords } from '../language.tsx'
import { ClockLight } from '../parts/clock-light.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'

const Due = ({ row }: { row: BoardRow }) => {
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

const Notes = ({ row }: { row: BoardRow }) => {
  const words = useWords(boardWords)
  const notes = row.notes.map((note) => words.notes[note] ?? note)
  return notes.length > 0 ? <span className="notes">{notes.join(' · ')}</span> : null
}

const Row = ({ row }: { row: BoardRow }) => {
  const words = useWords(boardWords)
  const kinds = useWords(kindWords)
  const navigate = useNavigate()
  const file = `/matters/${row.matter}`
  const open = (target: EventTarget) => {
    // Selecting text or using the link itself must not open the file a second time.
    if (target instanceof Element && !target.closest('a') && !getSelection()?.toString()) void navigate(file)
  }
  return (
    <tr onClick={(event) => open(event.target)}>
      <td className="at-clock">
        <Due row={row} />
      </td>
      <td className="at-matter">
        <Link to={file}>{row.title}</Link>
        <Notes row={row} />
      </td>
      <td className="at-kind">{row.kind ? kinds[row.kind] : '–'}</td>
      <td className="at-place">{row.place || '–'}</td>
      <td className="at-handler">{row.handler ?? '–'}</td>
      <td className="at-party">{row.party ?? <span className="quiet">{words.notAssigned}</span>}</td>
      <td className="at-phase">
        <PhaseChip phase={row.phase} />
      </td>
      <td className="at-raised num">{shortMoment(row.raisedAt)}</td>
      <td className="at-photos num">{row.photos}</td>
    </tr>
  )
}

const COLUMNS = ['clock', 'matter', 'kind', 'place', 'handler', 'party', 'phase', 'raisedAt', 'photos'] as const

export const BoardTable = ({ rows }: { rows: readonly BoardRow[] }) => {
  const words = useWords(boardWords)
  return (
    <div className="board-scroll">
      <table className="board-table">
        <caption className="unseen">{words.tableLabel}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" aria-sort={column === 'clock' ? 'ascending' : undefined}>
                {words[column]}
                {column === 'clock' && <span aria-hidden="true"> ↑</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.matter} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
