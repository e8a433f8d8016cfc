// Bringing in a community by one workbook: template, upload, a verdict for every row, confirm. Nothing is written before.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { RosterImported, RosterPreview } from '@yishi/contract/roster'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { rosterWords } from '../../words/console-roster.ts'
import { newKey, upload, write } from '../api.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import { PreviewTable, Problems } from './preview-table.tsx'

/** What a new community does with its roster. */
const Next = () => {
  const words = useWords(rosterWords)
  return (
    <section className="stack" aria-label={words.next}>
      <h3>{words.next}</h3>
      <ul className="next-steps">
        <li>
          <Link to="/people">{words.nextPeople}</Link>
        </li>
        <li>
          <Link to="/territory">{words.nextPlates}</Link>
        </li>
        <li>
          <Link to="/duty">{words.nextDuty}</Link>
        </li>
      </ul>
    </section>
  )
}

const Confirm = ({ preview }: { preview: RosterPreview }) => {
  const words = useWords(rosterWords)
  const client = useQueryClient()
  const [key] = useState(newKey)
  const confirming = useMutation({
    mutationFn: () =>
      write<RosterImported>('/import/confirm', { community: preview.community, preview: preview.preview }, { key }),
    onSuccess: () => client.invalidateQueries(),
  })
  if (confirming.data) {
    const { counts } = confirming.data
    return (
      <>
        <Alert type="success" showIcon title={words.imported(counts.new, counts.changed)} role="status" />
        <Next />
      </>
    )
  }
  const confirmable = preview.preview !== null
  if (confirmable && preview.counts.new + preview.counts.changed === 0)
    return <Alert type="info" showIcon title={words.nothingNew} role="status" />
  return (
    <div className="stack">
      {!confirmable && <Alert type="error" showIcon title={words.notConfirmable} />}
      <ProblemNote error={confirming.error} />
      <div className="row">
        <Button
          type="primary"
          disabled={!confirmable}
          loading={confirming.isPending}
          onClick={() => confirming.mutate()}
        >
          {words.confirm}
        </Button>
        <span className="meta">{words.nothingYet}</span>
      </div>
    </div>
  )
}

const Checked = ({ preview }: { preview: RosterPreview }) => {
  const words = useWords(rosterWords)
  return (
    <>
      {preview.problems.length > 0 && (
        <section className="panel step" role="alert">
          <Problems problems={preview.problems} />
        </section>
      )}
      {preview.total > 0 && <PreviewTable preview={preview} />}
      <section className="panel step">
        <h2>{words.step3}</h2>
        <Confirm preview={preview} />
      </section>
    </>
  )
}

const usePreview = () => {
  const community = useOneCommunity()
  return useMutation({
    mutationFn: (file: File) =>
      upload<RosterPreview>(`/import/preview?community=${encodeURIComponent(community)}`, 'workbook', [file]),
  })
}

export const ImportPage = () => {
  const words = useWords(rosterWords)
  const input = useRef<HTMLInputElement>(null)
  const reading = usePreview()
  return (
    <Page title={words.title} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <div className="stack">
        <section className="panel step">
          <h2>{words.step1}</h2>
          <Button href="/api/import/template" download>
            {words.template}
          </Button>
        </section>
        <section className="panel step">
          <h2>{words.step2}</h2>
          <input
            ref={input}
            className="unseen"
            type="file"
            accept=".xlsx"
            tabIndex={-1}
            aria-label={words.choose}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              currentTarget.value = ''
              if (file) reading.mutate(file)
            }}
          />
          <Button type="primary" loading={reading.isPending} onClick={() => input.current?.click()}>
            {reading.isPending ? words.reading : words.choose}
          </Button>
          <ProblemNote error={reading.error} />
        </section>
        {reading.data && <Checked preview={reading.data} key={reading.submittedAt} />}
      </div>
    </Page>
  )
}
