// The rows of an uploaded workbook with their verdicts, sheet by sheet, filtered by verdict.
import { Pagination } from 'antd'
import { useState } from 'react'
import { rosterWords } from '../../words/console-roster.ts'
import { useName, useWords } from '../language.tsx'
import { Glyph, type Shape } from '../parts/glyph.tsx'
import { type Preview, type PreviewRow, type PreviewSheet, VERDICTS, type Verdict, countOf, rowsOf } from './preview.ts'

const PER_PAGE = 50
const LOOKS = {
  error: ['bad', 'bad'],
  new: ['ring', 'info'],
  changed: ['half', 'info'],
  unchanged: ['done', 'mute'],
} as const satisfies Record<Verdict, readonly [Shape, string]>

const VerdictFilter = ({
  preview,
  chosen,
  choose,
}: {
  preview: Preview
  chosen: Verdict | null
  choose: (verdict: Verdict | null) => void
}) => {
  const words = useWords(rosterWords)
  return (
    <div className="row" role="group" aria-label={words.verdict}>
      {[null, ...VERDICTS].map((verdict) => (
        <button
          key={verdict ?? 'all'}
          type="button"
          className={verdict === 'error' ? 'pill bad' : 'pill'}
          aria-pressed={chosen === verdict}
          onClick={() => choose(verdict)}
        >
          {verdict && <Glyph shape={LOOKS[verdict][0]} />}
          {verdict ? `${words.verdicts[verdict]} ${countOf(preview, verdict)}` : words.all}
        </button>
      ))}
    </div>
  )
}

const Row = ({ row }: { row: PreviewRow }) => {
  const words = useWords(rosterWords)
  const name = useName()
  const [shape, tone] = LOOKS[row.verdict]
  return (
    <tr>
      <td className="num">{row.row}</td>
      <td>
        <span className={`chip ${tone}`}>
          <Glyph shape={shape} />
          {words.verdicts[row.verdict]}
        </span>
      </td>
      <td>
        {Object.entries(row.cells)
          .filter(([, value]) => value !== '')
          .map(([column, value]) => `${column} ${value}`)
          .join(' · ')}
        {row.problems.map((problem) => (
          <span key={problem.cell + problem.reason.zh} className="cell-problem">
            {words.cell(problem.cell)}: {name(problem.reason)}
          </span>
        ))}
      </td>
    </tr>
  )
}

const Sheet = ({ sheet, verdict }: { sheet: PreviewSheet; verdict: Verdict | null }) => {
  const words = useWords(rosterWords)
  const [page, setPage] = useState(1)
  const rows = rowsOf(sheet, verdict)
  if (rows.length === 0) return null
  return (
    <section className="panel sheet" aria-label={`${words.sheet} ${sheet.name}`}>
      <h3>
        {sheet.name} <span className="meta">{rows.length}</span>
      </h3>
      <div className="board-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.verdict}</th>
              <th scope="col">{words.contents}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Pagination
        current={page}
        total={rows.length}
        pageSize={PER_PAGE}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={setPage}
      />
    </section>
  )
}

export const PreviewTable = ({ preview }: { preview: Preview }) => {
  const words = useWords(rosterWords)
  const [verdict, choose] = useState<Verdict | null>(countOf(preview, 'error') > 0 ? 'error' : null)
  const shown = preview.sheets.filter((sheet) => rowsOf(sheet, verdict).length > 0)
  return (
    <div className="stack">
      <VerdictFilter preview={preview} chosen={verdict} choose={choose} />
      {shown.length === 0 && <p className="quiet">{words.noRows}</p>}
      {shown.map((sheet) => (
        // A new filter begins at the first page again.
        <Sheet key={`${sheet.name} ${verdict ?? ''}`} sheet={sheet} verdict={verdict} />
      ))}
    </div>
  )
}
