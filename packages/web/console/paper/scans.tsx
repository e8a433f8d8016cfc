// Pictures of sheets, photographed or the pages of a scanned PDF: many files are chosen at once and sent one by one, so that one that fails holds up no other; what could not be matched stands first.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PaperScan, TakenScans } from '@yishi/contract/paper-scan'
import { useRef, useState } from 'react'
import { consolePaperWords } from '../../words/console-paper.ts'
import { consoleScanWords } from '../../words/console-scan.ts'
import { ProblemError, isProblem, upload } from '../api.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useWords } from '../language.tsx'
import { scanAddress, scansQuery } from './queries.ts'

/** While a long PDF is looked through, what became of its pages appears. */
const LOOK_AGAIN = 3000

type Given = { readonly poll: string }
type Sending = {
  readonly done: number
  readonly of: number
  readonly pages: boolean
  readonly failed: readonly string[]
}

const useSending = (poll: string) => {
  const client = useQueryClient()
  const words = useWords(consoleScanWords)
  const { unreachable, brokenPage } = useWords(shellWords)
  const said = (error: unknown) =>
    error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : brokenPage
  const [sending, tell] = useState<Sending | null>(null)
  const send = async (files: readonly File[]) => {
    const failed: string[] = []
    for (const [done, file] of files.entries()) {
      tell({ done, of: files.length, pages: file.type === 'application/pdf', failed: [...failed] })
      try {
        await upload<TakenScans>(`/polls/${encodeURIComponent(poll)}/scans`, 'photos', [file])
      } catch (error) {
        failed.push(words.failed(file.name, isProblem(error, 'unreachable') ? unreachable : said(error)))
      }
    }
    tell({ done: files.length, of: files.length, pages: false, failed })
    void client.invalidateQueries({ queryKey: ['paper', poll] })
  }
  return { sending, send }
}

const Line = ({ poll, scan }: Given & { scan: PaperScan }) => {
  const words = useWords(consoleScanWords)
  const { unit } = useWords(consolePaperWords)
  const { outcome, number, name } = scan
  return (
    <li>
      {number !== null && name !== null && <strong>{unit(number, name)} </strong>}
      <span className={outcome === 'matched' ? 'meta' : 'tone-warn'}>{words.outcomes[outcome]}</span>{' '}
      <a href={scanAddress(poll, scan.scan)} target="_blank" rel="noreferrer">
        {words.look}
      </a>
    </li>
  )
}

export const Scans = ({ poll }: Given) => {
  const words = useWords(consoleScanWords)
  const field = useRef<HTMLInputElement>(null)
  const { sending, send } = useSending(poll)
  const busy = sending !== null && sending.done < sending.of
  const kept = useQuery({ ...scansQuery(poll), refetchInterval: busy ? LOOK_AGAIN : false }).data
  return (
    <section className="panel box stack" aria-label={words.scans}>
      <h2>{words.scans}</h2>
      <p className="meta">{words.hint}</p>
      <input
        ref={field}
        type="file"
        accept="image/*,application/pdf"
        multiple
        hidden
        aria-label={words.choose}
        onChange={({ target }) => {
          void send([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <div className="row">
        <Button loading={busy} onClick={() => field.current?.click()}>
          {words.choose}
        </Button>
        {sending && (
          <span role="status">
            {words.progress(sending.done, sending.of)} {sending.pages && words.paging}
          </span>
        )}
        {kept && kept.all > 0 && <span className="meta num">{words.count(kept.matched, kept.all)}</span>}
      </div>
      {sending?.failed.map((line) => (
        <p key={line} className="tone-warn" role="alert">
          {line}
        </p>
      ))}
      {kept && kept.scans.length > 0 && (
        <ul className="paper-waiting">
          {kept.scans.map((scan) => (
            <Line key={scan.scan} poll={poll} scan={scan} />
          ))}
        </ul>
      )}
      <p className="meta">{words.noted}</p>
    </section>
  )
}
