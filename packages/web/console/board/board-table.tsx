// The table of the board; on a phone the same rows become cards by style alone.
import type { BoardRow } from '@yishi/contract/board'
import { Link, useNavigate } from 'react-router'
import { boardWords } from '../../words/console-board.ts'
import { shortMoment } from '../../words/console-time.ts'
import { kindWords } from '../../words/kinds.ts'
import { useWords } from '../language.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import '../styles/board-table.css'
import { Due, Notes } from './board-row.tsx'

const Row = ({ row, several }: { row: BoardRow; several: boolean }) => {
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
      {several && <td className="at-community">{row.community.name}</td>}
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

const COLUMNS = [
  'clock',
  'matter',
  'community',
  'kind',
  'place',
  'handler',
  'party',
  'phase',
  'raisedAt',
  'photos',
] as const

/** Whose matters they are is said where they are of several communities. */
export const BoardTable = ({ rows, several }: { rows: readonly BoardRow[]; several: boolean }) => {
  const words = useWords(boardWords)
  const columns = COLUMNS.filter((column) => several || column !== 'community')
  return (
    <div className="board-rows">
      <table className="board-table">
        <caption className="unseen">{words.tableLabel}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={column === 'clock' ? 'ascending' : undefined}>
                {words[column]}
                {column === 'clock' && <span aria-hidden="true"> ↑</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.matter} row={row} several={several} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
