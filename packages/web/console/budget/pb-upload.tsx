// Projects out of a `.pb` file, read where it was chosen: a verdict for each, and nothing is written before somebody says so.
import { Alert, Button } from 'antd'
import { type PbDraft, type PbLine, draftIn } from '@yishi/domain/budget'
import { isRefused } from '@yishi/domain/kernel'
import { useRef, useState } from 'react'
import type { Language } from '../../words/dictionary.ts'
import { consoleBudgetPbWords, pbRefusalSentence } from '../../words/console-budget-pb.ts'
import { useLanguage, useWords } from '../language.tsx'

const MOST_BYTES = 20_000_000

export type PbRead = { readonly draft: PbDraft } | { readonly wrong: string }

/** What a file says, or why it cannot be read. */
export const readPbBytes = (bytes: ArrayBuffer, lang: Language): PbRead => {
  const words = consoleBudgetPbWords[lang]
  if (bytes.byteLength > MOST_BYTES) return { wrong: words.tooLarge }
  try {
    const draft = draftIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRefused(draft) ? { wrong: pbRefusalSentence(draft, lang) } : { draft }
  } catch (error) {
    // Whatever the decoder throws is about the bytes; anything else is ours.
    if (error instanceof TypeError) return { wrong: words.notText }
    throw error
  }
}

const Row = ({ line: { line, name, cost, place, verdict } }: { line: PbLine }) => {
  const words = useWords(consoleBudgetPbWords)
  return (
    <tr>
      <td className="num">{line}</td>
      <td>
        {name}
        {place && <span className="meta block">{place}</span>}
      </td>
      <td className="num">{cost}</td>
      <td>
        <span className={`chip ${verdict === 'fits' ? 'ok' : 'warn'}`}>{words.verdicts[verdict]}</span>
      </td>
    </tr>
  )
}

const Verdicts = ({ draft: { projects } }: { draft: PbDraft }) => {
  const words = useWords(consoleBudgetPbWords)
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.verdict}>
      <table className="plain-table">
        <thead>
          <tr>
            {[words.line, words.project, words.cost, words.verdict].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map((line) => (
            <Row key={line.line} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

export type PbUsed = Pick<PbDraft, 'title' | 'amount'> & { readonly projects: readonly PbLine[] }
type Using = { readonly draft: PbDraft; readonly use: (used: PbUsed) => void; readonly leave: () => void }

const Preview = ({ draft, use, leave }: Using) => {
  const words = useWords(consoleBudgetPbWords)
  const { currency, amount, title } = draft
  const fits = draft.projects.filter(({ verdict }) => verdict === 'fits')
  return (
    <div className="stack">
      <p role="status">{words.found(fits.length, draft.projects.length)}</p>
      {currency && currency !== 'CNY' && <Alert type="warning" showIcon title={words.currency(currency)} />}
      <Verdicts draft={draft} />
      {amount && <p>{words.amount(amount)}</p>}
      <p className="meta">{words.replaces}</p>
      <div className="row">
        <Button type="primary" disabled={fits.length === 0} onClick={() => use({ title, amount, projects: fits })}>
          {words.use(fits.length)}
        </Button>
        <Button onClick={leave}>{words.leave}</Button>
      </div>
    </div>
  )
}

export const PbUpload = ({ use }: Pick<Using, 'use'>) => {
  const words = useWords(consoleBudgetPbWords)
  const { lang } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [found, find] = useState<PbRead | null>(null)
  const [used, tell] = useState('')
  const take = async (file: File | undefined) => {
    tell('')
    if (file) find(readPbBytes(await file.arrayBuffer(), lang))
    if (input.current) input.current.value = ''
  }
  return (
    <section className="form-block poll-block" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="meta">{words.hint}</p>
      <input
        ref={input}
        className="unseen"
        type="file"
        accept=".pb,text/plain"
        tabIndex={-1}
        aria-label={words.choose}
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      <Button onClick={() => input.current?.click()}>{words.choose}</Button>
      {found && 'wrong' in found && <Alert type="error" showIcon title={words.refused} description={found.wrong} />}
      {found && 'draft' in found && (
        <Preview
          draft={found.draft}
          leave={() => find(null)}
          use={(chosen) => {
            use(chosen)
            find(null)
            tell(words.used(chosen.projects.length))
          }}
        />
      )}
      <p role="status" className={used ? 'saved' : ''}>
        {used}
      </p>
    </section>
  )
}
