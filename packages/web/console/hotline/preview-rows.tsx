// The rows of an uploaded list with their verdicts; a row that looks like an open matter asks what shall become of it.
import { Pagination, Radio } from 'antd'
import type { TicketPreview, TicketRowView } from '@yishi/contract/hotline'
import { useState } from 'react'
import { hotlineWords, saysWords } from '../../words/console-hotline.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useName, useWords } from '../language.tsx'
import { VerdictChip, VerdictFilter, type VerdictLook } from '../parts/verdict-filter.tsx'

type Verdict = TicketRowView['verdict']
export type Choices = Readonly<Record<string, string>>
type Choosing = { readonly choices: Choices; readonly choose: (row: number, choice: string) => void }

const PER_PAGE = 50
const LOOKS = {
  error: ['bad', 'bad'],
  alike: ['warn', 'warn'],
  new: ['ring', 'info'],
  changed: ['half', 'info'],
  unchanged: ['done', 'mute'],
} as const satisfies Record<Verdict, VerdictLook>
const VERDICTS = Object.keys(LOOKS) as readonly Verdict[]

const Choice = ({ row, choices, choose }: Choosing & { row: TicketRowView }) => {
  const words = useWords(hotlineWords)
  const joins = row.alike.map(({ matter, code, title, place }) => ({
    value: matter,
    label: `${words.join(code, title)}${place && ` · ${place}`}`,
  }))
  return (
    <Radio.Group
      aria-label={words.choiceFor(row.number)}
      vertical
      value={choices[row.row]}
      options={[...joins, { value: 'anew', label: words.anew }]}
      onChange={({ target }) => choose(row.row, String(target.value))}
    />
  )
}

const Row = ({ row, ...choosing }: Choosing & { row: TicketRowView }) => {
  const words = useWords(hotlineWords)
  const says = useWords(saysWords)
  const shell = useWords(shellWords)
  const name = useName()
  return (
    <tr>
      <td className="num">{row.row}</td>
      <td>
        <VerdictChip name={words.verdicts[row.verdict]} look={LOOKS[row.verdict]} />
      </td>
      <td className="num">{row.number}</td>
      <td>
        <strong>{row.label}</strong>
        {row.changes.map(({ field, from, to }) => (
          <span key={field} className="block">
            {shell.said(says[field] ?? field, from ? `${from} → ${to}` : to)}
          </span>
        ))}
        {row.problems.map((problem) => (
          <span key={problem.cell + problem.code} className="cell-problem">
            {name(problem.words)}
          </span>
        ))}
        {row.verdict === 'alike' && <Choice row={row} {...choosing} />}
      </td>
    </tr>
  )
}

const Rows = ({ rows, ...choosing }: Choosing & { rows: readonly TicketRowView[] }) => {
  const words = useWords(hotlineWords)
  const [page, setPage] = useState(1)
  if (rows.length === 0) return <p className="quiet">{words.noRows}</p>
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.verdict}</th>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.contents}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((row) => (
              <Row key={row.row} row={row} {...choosing} />
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
    </>
  )
}

const firstToLookAt = ({ error, alike }: TicketPreview['counts']): Verdict | null => {
  if (error > 0) return 'error'
  return alike > 0 ? 'alike' : null
}

export const PreviewRows = ({ preview, ...choosing }: Choosing & { preview: TicketPreview }) => {
  const words = useWords(hotlineWords)
  const { counts, rows, total } = preview
  const [verdict, choose] = useState(() => firstToLookAt(counts))
  const shown = rows.filter((row) => verdict === null || row.verdict === verdict)
  return (
    <div className="stack">
      <h2>{words.rows}</h2>
      <VerdictFilter
        label={words.verdict}
        all={words.all}
        verdicts={VERDICTS.map((each) => ({
          verdict: each,
          name: words.verdicts[each],
          look: LOOKS[each],
          count: counts[each],
        }))}
        chosen={verdict}
        choose={choose}
      />
      {rows.length < total && <p className="meta">{words.shownOf(rows.length, total)}</p>}
      {/* A new filter begins at the first page again. */}
      <Rows key={verdict} rows={shown} {...choosing} />
    </div>
  )
}
