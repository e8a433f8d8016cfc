// The rows of an uploaded workbook with their verdicts, sheet by sheet, filtered by verdict.
import { Pagination } from 'antd'
import type { RosterPreview, RosterRow } from '@yishi/contract/roster'
import { FORMS, cellWord } from '@yishi/domain/roster'
import { useState } from 'react'
import { rosterWords } from '../../words/console-roster.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { VerdictChip, VerdictFilter, type VerdictLook } from '../parts/verdict-filter.tsx'

type Verdict = RosterRow['verdict']

const PER_PAGE = 50
/** Errors first: they are what must be done something about. */
const VERDICTS: readonly Verdict[] = ['error', 'new', 'changed', 'unchanged']
const LOOKS = {
  error: ['bad', 'bad'],
  new: ['ring', 'info'],
  changed: ['half', 'info'],
  unchanged: ['done', 'mute'],
} as const satisfies Record<Verdict, VerdictLook>

export const Problems = ({ problems }: { problems: RosterRow['problems'] }) => {
  const name = useName()
  return problems.map((problem) => (
    <span key={`${problem.sheet} ${problem.cell} ${problem.code}`} className="cell-problem">
      {name(problem.words)}
    </span>
  ))
}

/** As they stand in the workbook: its column, and the word that its cell takes. */
const useCells = ({ sheet }: RosterRow) => {
  const { lang } = useLanguage()
  const columns = Object.values(FORMS).find(({ zh }) => sheet.startsWith(zh))?.columns ?? []
  return {
    columnOf: (key: string) => columns.find((column) => column.key === key)?.[lang] ?? key,
    wordOf: (key: string, value: string) => (lang === 'zh' ? cellWord(key, value) : value),
  }
}

const Row = ({ row }: { row: RosterRow }) => {
  const words = useWords(rosterWords)
  const { said } = useWords(shellWords)
  const { columnOf, wordOf } = useCells(row)
  return (
    <tr>
      <td className="num">{row.row}</td>
      <td>
        <VerdictChip name={words.verdicts[row.verdict]} look={LOOKS[row.verdict]} />
      </td>
      <td>
        <strong>{row.label}</strong>
        {row.changes.map(({ column, from, to }) => (
          <span key={column} className="block">
            {said(
              columnOf(column),
              [from, to]
                .filter(Boolean)
                .map((value) => wordOf(column, value))
                .join(' → '),
            )}
          </span>
        ))}
        <Problems problems={row.problems} />
      </td>
    </tr>
  )
}

const Sheet = ({ name, rows }: { name: string; rows: readonly RosterRow[] }) => {
  const words = useWords(rosterWords)
  const [page, setPage] = useState(1)
  return (
    <section className="panel sheet" aria-label={`${words.sheet} ${name}`}>
      <h2>
        {name} <span className="meta">{rows.length}</span>
      </h2>
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

export const PreviewTable = ({ preview }: { preview: RosterPreview }) => {
  const words = useWords(rosterWords)
  const [verdict, choose] = useState<Verdict | null>(preview.counts.error > 0 ? 'error' : null)
  const shown = preview.rows.filter((row) => verdict === null || row.verdict === verdict)
  const sheets = [...Map.groupBy(shown, ({ sheet }) => sheet)]
  return (
    <div className="stack">
      <VerdictFilter
        label={words.verdict}
        all={words.all}
        verdicts={VERDICTS.map((each) => ({
          verdict: each,
          name: words.verdicts[each],
          look: LOOKS[each],
          count: preview.counts[each],
        }))}
        chosen={verdict}
        choose={choose}
      />
      {preview.rows.length < preview.total && (
        <p className="meta">{words.shownOf(preview.rows.length, preview.total)}</p>
      )}
      {sheets.length === 0 && <p className="quiet">{words.noRows}</p>}
      {sheets.map(([sheet, rows]) => (
        // A new filter begins at the first page again.
        <Sheet key={`${sheet} ${verdict ?? ''}`} name={sheet} rows={rows} />
      ))}
    </div>
  )
}
