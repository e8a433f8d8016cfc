// One urgent notice: what it says, how it goes, the words for the group, and who has seen it stairway by stairway.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { AlertFile } from '@yishi/contract/alert'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { alertText, areasInWords, entryInWords, spanInWords } from '../../words/alert.ts'
import { alertDeskWords } from '../../words/console-alert.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/alert.css'
import '../styles/lists.css'
import '../styles/matter.css'
import { AlertActs } from './alert-acts.tsx'
import { Grave } from './grave.tsx'
import { alertQuery } from './queries.ts'

type Given = { readonly file: AlertFile }

const Facts = ({ file }: Given) => {
  const words = useWords(alertDeskWords)
  const { lang } = useLanguage()
  return (
    <section className="panel box stack">
      <h2>{words.facts}</h2>
      <p className="advice">{file.advice}</p>
      <p className="meta">{`${areasInWords(file, lang)} · ${spanInWords(file, file.asOf, lang)}`}</p>
      {file.call && <p className="num">{`${file.call.name} ${file.call.phone}`}</p>}
      <p>
        <a href={`/a/${file.alert}`} target="_blank" rel="noreferrer">
          {words.publicPage}
        </a>
      </p>
    </section>
  )
}

const Story = ({ file }: Given) => {
  const words = useWords(alertDeskWords)
  const { lang } = useLanguage()
  return (
    <section className="panel box">
      <h2>{words.story}</h2>
      <ol className="alert-story">
        {file.entries.map((entry, index) => {
          const { title, note } = entryInWords(entry, file.asOf, lang)
          return (
            <li key={`${entry.at} ${index}`}>
              <span className="num">{shortMoment(entry.at)}</span>
              <div>
                <strong>{title}</strong>
                {note && <p>{note}</p>}
                {entry.by && <p className="meta">{entry.by}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const Share = ({ file }: Given) => {
  const words = useWords(alertDeskWords)
  const { lang } = useLanguage()
  const [copied, setCopied] = useState(false)
  const text = alertText(file, file.url, lang)
  const copy = () => {
    // Browsers withhold the clipboard on plain http; the field is there to copy from by hand.
    void navigator.clipboard?.writeText(text).then(() => setCopied(true))
  }
  return (
    <section className="panel box stack">
      <h2>{words.share}</h2>
      <Input.TextArea aria-label={words.share} readOnly rows={7} value={text} />
      <div className="row">
        <Button onClick={copy}>{words.copy}</Button>
        <span role="status">{copied && words.copied}</span>
      </div>
    </section>
  )
}

const Seen = ({ file: { stairs, reach } }: Given) => {
  const words = useWords(alertDeskWords)
  const columns = [words.stair, words.units, words.reachedColumn, words.knownColumn, words.viewedColumn]
  return (
    <section className="panel box stack" id="seen">
      <h2>{words.seen}</h2>
      <p>
        <strong className="num">{words.reached(reach.reached, reach.units)}</strong>
        <span className="meta"> {words.known(reach.known, reach.viewed)}</span>
      </p>
      <p className="meta">{words.seenHint}</p>
      {stairs.length === 0 ? (
        <p className="quiet">{words.noStairs}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={words.seen}>
          <table className="plain-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {stairs.map((stair) => (
                <tr key={stair.node}>
                  <td>{stair.name}</td>
                  <td className="num">{stair.units}</td>
                  <td className="num">{stair.reached}</td>
                  <td className="num">{stair.known}</td>
                  <td className="num">{stair.viewed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const File = ({ file }: Given) => {
  const words = useWords(alertDeskWords)
  return (
    <Page title={file.title} above={<Link to="/alerts">‹ {words.back}</Link>}>
      <p className="row chips">
        <Grave alert={file} />
      </p>
      <AlertActs file={file} />
      <div className="matter">
        <div className="stack">
          <Facts file={file} />
          <Seen file={file} />
        </div>
        <div className="stack">
          <Story file={file} />
          <Share file={file} />
        </div>
      </div>
    </Page>
  )
}

export const AlertFilePage = () => {
  const { alert = '' } = useParams()
  return <Answered query={useQuery(alertQuery(alert))}>{(file) => <File file={file} />}</Answered>
}
