// The lists that were taken in; each goes back with its answers, as it came.
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { HotlineListView } from '@yishi/contract/hotline'
import { hotlineWords } from '../../words/console-hotline.ts'
import { fullMoment } from '../../words/console-time.ts'
import { newKey, writeForFile } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { saveFile } from '../parts/save-file.ts'

const FORMATS = { xlsx: 'Excel', csv: 'CSV' } as const
type Format = keyof typeof FORMATS
type Wanted = { readonly list: string; readonly format: Format }

const Row = ({ list, take }: { list: HotlineListView; take: (wanted: Wanted) => void }) => {
  const words = useWords(hotlineWords)
  return (
    <tr>
      <td className="num">{fullMoment(list.takenAt)}</td>
      <td className="num">{list.tickets}</td>
      <td>{list.file}</td>
      <td>{list.by}</td>
      <td>
        <div className="row">
          {(Object.keys(FORMATS) as Format[]).map((format) => (
            <Button
              key={format}
              size="small"
              aria-label={words.exportAs(FORMATS[format], list.file)}
              onClick={() => take({ list: list.list, format })}
            >
              {FORMATS[format]}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  )
}

export const ListsTable = ({ community, lists }: { community: string; lists: readonly HotlineListView[] }) => {
  const words = useWords(hotlineWords)
  const taking = useMutation({
    mutationFn: ({ list, format }: Wanted) =>
      writeForFile(`/hotline/lists/${encodeURIComponent(list)}/export`, { community, format }, { key: newKey() }),
    onSuccess: saveFile,
  })
  return (
    <section className="panel sheet" aria-label={words.lists}>
      <h2>
        {words.lists}{' '}
        <span className="meta" role="status">
          {taking.isSuccess && words.exported}
        </span>
      </h2>
      <ProblemNote error={taking.error} />
      {lists.length === 0 && <p className="quiet sheet-note">{words.noLists}</p>}
      {lists.length > 0 && (
        <div className="table-scroll">
          <table className="plain-table tickets">
            <thead>
              <tr>
                <th scope="col">{words.takenAt}</th>
                <th scope="col">{words.count}</th>
                <th scope="col">{words.file}</th>
                <th scope="col">{words.by}</th>
                <th scope="col">{words.answers}</th>
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => (
                <Row key={list.list} list={list} take={taking.mutate} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
