// The paper of a poll by stairway: how far each is, its sheets to print, and its units with the register of deliveries.
import { Button } from 'antd'
import type { PaperDesk, PaperStairway } from '@yishi/contract/paper-ballot'
import { useState } from 'react'
import { useDeskWords } from './desk-words.ts'
import { Units } from './units.tsx'

const COLUMNS = [
  'of',
  'checkedIn',
  'delivered',
  'failed',
  'returned',
  'reading',
  'differing',
  'settled',
  'voted',
] as const

type RowProps = { readonly desk: PaperDesk; readonly stairway: PaperStairway; readonly open: () => void }

const Row = ({ desk, stairway, open }: RowProps) => {
  const words = useDeskWords(desk)
  const { path } = stairway
  const name = stairway.name || words.nowhere
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Button size="small" aria-label={`${words.units} ${name}`} onClick={open}>
          {words.units}
        </Button>{' '}
        {desk.status === 'open' && (
          <a
            href={`/polls/${desk.poll}/paper?${new URLSearchParams({ path }).toString()}`}
            aria-label={`${words.print} ${name}`}
          >
            {words.print}
          </a>
        )}
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className="num">
          {stairway[column]}
        </td>
      ))}
    </tr>
  )
}

export const Stairways = ({ desk }: { desk: PaperDesk }) => {
  const words = useDeskWords(desk)
  const [opened, open] = useState<PaperStairway | null>(null)
  return (
    <section className="panel box stack" aria-label={words.stairways}>
      <h2>{words.stairways}</h2>
      <div className="table-scroll paper-stairways">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.stairway}</th>
              <td />
              {COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {words.figures[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {desk.stairways.map((stairway) => (
              <Row key={stairway.path} desk={desk} stairway={stairway} open={() => open(stairway)} />
            ))}
          </tbody>
        </table>
      </div>
      {opened && <Units key={opened.path} desk={desk} stairway={opened} />}
    </section>
  )
}
