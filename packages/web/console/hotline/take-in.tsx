// Bringing in a list: upload, what each column is, a verdict for every row, confirm. Nothing is written before.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { TicketPreview, TicketsTaken } from '@yishi/contract/hotline'
import { useRef, useState } from 'react'
import { hotlineWords } from '../../words/console-hotline.ts'
import { newKey, upload, write } from '../api.ts'
import { useName, useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { type Mapping, MappingTable } from './mapping-table.tsx'
import { type Choices, PreviewRows } from './preview-rows.tsx'

const waiting = ({ rows }: TicketPreview, choices: Choices) =>
  rows.filter(({ verdict, row }) => verdict === 'alike' && choices[row] === undefined)

type Confirming = { readonly preview: TicketPreview; readonly choices: Choices; readonly chooseRest: () => void }

const Confirm = ({ preview, choices, chooseRest }: Confirming) => {
  const words = useWords(hotlineWords)
  const client = useQueryClient()
  const [key] = useState(newKey)
  const { community, list } = preview
  const confirming = useMutation({
    mutationFn: () => write<TicketsTaken>('/hotline/confirm', { community, list, choices }, { key }),
    onSuccess: () => client.invalidateQueries(),
  })
  if (confirming.data) {
    const { raised, joined, changed } = confirming.data
    return <Alert type="success" showIcon title={words.taken(raised, joined, changed)} role="status" />
  }
  if (list === null) return <Alert type="error" showIcon title={words.notConfirmable} />
  const left = waiting(preview, choices).length
  return (
    <div className="stack">
      {left > 0 && (
        <div className="row">
          <span>{words.toChoose(left)}</span>
          <Button size="small" onClick={chooseRest}>
            {words.restAnew}
          </Button>
        </div>
      )}
      <ProblemNote error={confirming.error} />
      <div className="row">
        <Button type="primary" disabled={left > 0} loading={confirming.isPending} onClick={() => confirming.mutate()}>
          {words.confirm}
        </Button>
        <span className="meta">{words.nothingYet}</span>
      </div>
    </div>
  )
}

const Problems = ({ problems }: Pick<TicketPreview, 'problems'>) => {
  const name = useName()
  if (problems.length === 0) return null
  return (
    <div role="alert">
      {problems.map(({ cell, code, words }) => (
        <span key={cell + code} className="cell-problem">
          {name(words)}
        </span>
      ))}
    </div>
  )
}

type CheckedProps = {
  readonly preview: TicketPreview
  readonly again: (mapping: Mapping) => void
  readonly busy: boolean
}

const Checked = ({ preview, again, busy }: CheckedProps) => {
  const [choices, setChoices] = useState<Choices>({})
  const chooseRest = () =>
    setChoices((chosen) => ({
      ...Object.fromEntries(waiting(preview, chosen).map(({ row }) => [row, 'anew'])),
      ...chosen,
    }))
  return (
    <>
      <MappingTable columns={preview.columns} again={again} busy={busy} wrong={preview.problems.length > 0} />
      <Problems problems={preview.problems} />
      {preview.rows.length > 0 && (
        <PreviewRows
          preview={preview}
          choices={choices}
          choose={(row, choice) => setChoices((chosen) => ({ ...chosen, [row]: choice }))}
        />
      )}
      <Confirm preview={preview} choices={choices} chooseRest={chooseRest} />
    </>
  )
}

type Sent = { readonly file: File; readonly mapping?: Mapping }

export const TakeIn = ({ community }: { community: string }) => {
  const words = useWords(hotlineWords)
  const input = useRef<HTMLInputElement>(null)
  const reading = useMutation({
    mutationFn: ({ file, mapping }: Sent) =>
      upload<TicketPreview>(
        `/hotline/preview?community=${encodeURIComponent(community)}`,
        'list',
        [file],
        mapping ? { mapping: JSON.stringify(mapping) } : {},
      ),
  })
  const file = reading.variables?.file
  return (
    <section className="panel step">
      <input
        ref={input}
        className="unseen"
        type="file"
        accept=".xlsx,.csv"
        tabIndex={-1}
        aria-label={words.choose}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0]
          currentTarget.value = ''
          if (chosen) reading.mutate({ file: chosen })
        }}
      />
      <div className="row">
        <Button type="primary" loading={reading.isPending} onClick={() => input.current?.click()}>
          {reading.isPending ? words.reading : words.choose}
        </Button>
        {file && <span className="meta">{file.name}</span>}
      </div>
      <ProblemNote error={reading.error} />
      {reading.data && file && (
        <Checked
          key={reading.submittedAt}
          preview={reading.data}
          busy={reading.isPending}
          again={(mapping) => reading.mutate({ file, mapping })}
        />
      )}
    </section>
  )
}
