// What each column of the list is: guessed or remembered, corrected by hand; folded away while nothing is wrong with it.
import { Button, Select } from 'antd'
import type { TicketPreview } from '@yishi/contract/hotline'
import { useState } from 'react'
import { hotlineWords, saysWords } from '../../words/console-hotline.ts'
import { useWords } from '../language.tsx'

type Says = TicketPreview['columns'][number]['says']
export type Mapping = Readonly<Record<string, Says>>

type Props = {
  readonly columns: TicketPreview['columns']
  readonly again: (mapping: Mapping) => void
  readonly busy: boolean
  /** Something is wrong with it: it must be looked at. */
  readonly wrong: boolean
}

export const MappingTable = ({ columns, again, busy, wrong }: Props) => {
  const words = useWords(hotlineWords)
  const says = useWords(saysWords)
  const [mapping, set] = useState<Mapping>(() =>
    Object.fromEntries(columns.map((column) => [column.header, column.says])),
  )
  const options = Object.entries(says).map(([value, label]) => ({ value: value as Says, label }))
  const changed = columns.some((column) => mapping[column.header] !== column.says)
  if (columns.length === 0) return null
  return (
    <details className="mapping" open={wrong}>
      <summary>
        {words.columnsKnown(columns.filter((column) => column.says !== 'carried').length, columns.length)}
      </summary>
      <p className="meta">{words.columnsHint}</p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.says}</th>
              <th scope="col">{words.sample}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, sample }, index) => (
              // Two columns may be called the same; that they are is told as a problem.
              <tr key={`${header} ${index}`}>
                <td>
                  <strong>{header}</strong>
                </td>
                <td>
                  <Select<Says>
                    aria-label={header}
                    value={mapping[header] ?? 'carried'}
                    options={options}
                    popupMatchSelectWidth={false}
                    onChange={(value) => set({ ...mapping, [header]: value })}
                  />
                </td>
                <td className="meta">{sample}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button disabled={!changed} loading={busy} onClick={() => again(mapping)}>
        {words.checkAgain}
      </Button>
    </details>
  )
}
