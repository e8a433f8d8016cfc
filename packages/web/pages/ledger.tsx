// The public ledger: the latest checkpoint, what it means in plain words, how to check it, and its lines.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, Pager, Seal } from '../design/parts.tsx'
import { eventName } from '../words/events.ts'
import { ledgerWords } from '../words/ledger.ts'
import { momentInWords } from '../words/moments.ts'

import type { Page } from './page.ts'

type Given = { props: Pages['ledger']; context: PageContext }

const CheckpointCard = ({ props: { checkpoint, verifierKey, asOf }, context: { lang } }: Given) => {
  const words = ledgerWords[lang]
  if (!checkpoint) return <Card title={words.checkpoint}>{words.none}</Card>
  return (
    <Card className="checkpoint">
      <div className="formal-head">
        <Seal mark={words.sealMark} />
        <div>
          <p className="formal-kicker">{words.checkpoint}</p>
          <h2>{words.size(checkpoint.size)}</h2>
          <p className="meta">{words.signedAt(momentInWords(checkpoint.at, asOf, lang))}</p>
        </div>
      </div>
      <code className="proof root">{checkpoint.root}</code>
      <details>
        <summary>{words.note}</summary>
        <pre className="proof" tabIndex={0} aria-label={words.note}>
          {checkpoint.note}
        </pre>
        <p>{words.key}</p>
        <code className="proof">{verifierKey}</code>
      </details>
    </Card>
  )
}

const Lines = ({ props: { lines, paging, community, asOf }, context: { lang } }: Given) => {
  const words = ledgerWords[lang]
  return (
    <Card title={words.entries}>
      {lines.length === 0 ? (
        <p>{words.entriesNone}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              {(['index', 'type', 'at', 'subject', 'hash'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.index}>
                <td data-name={words.columns.index}>{line.index}</td>
                <td data-name={words.columns.type}>{eventName(line.type, lang)}</td>
                <td data-name={words.columns.at}>{momentInWords(line.at, asOf, lang)}</td>
                <td data-name={words.columns.subject}>
                  <code>{line.subject}</code>
                </td>
                <td data-name={words.columns.hash}>
                  <code>{`${line.hash.slice(0, 16)}…`}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager paging={paging} path={`/ledger/${community.id}`} lang={lang} />
    </Card>
  )
}

export const LedgerPage: Page<'ledger'> = (given) => {
  const { props, context } = given
  const words = ledgerWords[context.lang]
  return (
    <Frame context={context} title={words.title} owner={props.community}>
      <Heading title={words.title} />
      <p className="lead">{words.lead}</p>
      <div className="columns columns-wide">
        <div>
          <CheckpointCard {...given} />
          <Lines {...given} />
        </div>
        <div>
          <Card title={words.meaningTitle}>
            {words.meaning.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Card>
          <Card title={words.checkTitle}>
            <p>{words.checkLead}</p>
            <code className="proof">{`npx yishi verify ${props.url}`}</code>
            <p className="hint">{words.checkAfter}</p>
          </Card>
        </div>
      </div>
    </Frame>
  )
}
