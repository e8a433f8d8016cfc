// The reconciliation of all channels on paper: units that voted twice and which ballot counts, sheets not yet read, units that nothing has reached (RULES R1.65).
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { Frame } from '../design/frame.tsx'
import { Heading } from '../design/parts.tsx'
import { paperWordsFor } from '../words/paper-of-people.ts'
import { preferenceSheetWords } from '../words/preference-sheet.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['reconciliation']['questions'][number]; context: PageContext }
type Line = { readonly number: number; readonly name: string }

/** A sheet that is signed names so many; all of them are in the file beside it. */
const MOST_LINES = 500

type ListProps<T extends Line> = {
  readonly title: string
  readonly lines: readonly T[]
  readonly words: ReturnType<typeof paperWordsFor>
  readonly said: (line: T) => ReactNode
}

const List = <T extends Line>({ title, lines, words, said }: ListProps<T>) => (
  <section className="reconciled">
    <h2>
      {title} <span className="num">{lines.length}</span>
    </h2>
    {lines.length === 0 ? <p>{words.twiceNone}</p> : null}
    <ul>
      {lines.slice(0, MOST_LINES).map((line) => (
        <li key={`${line.number} ${line.name}`}>
          <strong>
            <span className="num">{String(line.number).padStart(4, '0')}</span> {line.name}
          </strong>
          {said(line)}
        </li>
      ))}
    </ul>
    {lines.length > MOST_LINES ? <p>{words.moreLines(lines.length - MOST_LINES)}</p> : null}
  </section>
)

const Twice = ({ props, context: { lang } }: Given) => {
  const words = paperWordsFor(props.electorate, lang)
  return (
    <List
      title={words.twice}
      lines={props.twice}
      words={words}
      said={({ ballots }) => (
        <ol>
          {ballots.map(({ number, at, channel, notedBy, standing }) => (
            <li key={number}>
              <span className="num">{words.moment(at)}</span> {words.channel[channel]}
              {notedBy === null ? '' : ` · ${words.by(notedBy)}`} {standing === 'holds' ? '✓' : '–'}{' '}
              {words.standing[standing]}
            </li>
          ))}
        </ol>
      )}
    />
  )
}

const Rest = ({ props, context: { lang } }: Given) => {
  const words = paperWordsFor(props.electorate, lang)
  const sheetWords = preferenceSheetWords[lang]
  return (
    <>
      <List
        title={words.notRead}
        lines={props.notRead}
        words={words}
        said={({ status, returnedAt }) => <span>{`${words.status[status]} · ${words.moment(returnedAt)}`}</span>}
      />
      <List title={words.decided} lines={props.decided} words={words} said={({ reason }) => <span>{reason}</span>} />
      <List
        title={sheetWords.invalid}
        lines={props.invalid}
        words={words}
        said={({ why }) => <span>{sheetWords.invalidities[why]}</span>}
      />
      <List
        title={words.notDelivered}
        lines={props.notDelivered}
        words={words}
        said={({ attempts, last, voted }) => (
          <span>
            {[
              words.attempts(attempts),
              ...(last ? [words.last[last]] : []),
              ...(voted ? [words.votedAnyway] : []),
            ].join(' · ')}
          </span>
        )}
      />
    </>
  )
}

const OfQuestion = (given: Given) => {
  const { props, context } = given
  const words = paperWordsFor(props.electorate, context.lang)
  return (
    <>
      <p>
        <strong>{props.question.text}</strong>
      </p>
      <p>{words.reportLead(props.units, props.voted)}</p>
      <p className="screen-only">
        <a className="button" href={`/api/polls/${props.poll}/reconciliation`}>
          {words.download}
        </a>
      </p>
      <Twice {...given} />
      <Rest {...given} />
    </>
  )
}

/** Of every question that the sheets ask; one count for each. */
export const ReconciliationPage: Page<'reconciliation'> = ({ props: { questions }, context }) => {
  const first = questions[0]!
  const words = paperWordsFor(first.electorate, context.lang)
  return (
    <Frame context={context} title={words.report} owner={first.community} layout="paper">
      <p className="screen-only sheet-tools">
        <button className="button button-main" type="button" data-print="" hidden>
          {words.print}
        </button>
      </p>
      <article className="result-sheet">
        <Heading title={words.report}>{`${first.community.name} · ${words.asOf(words.moment(first.asOf))}`}</Heading>
        <p>
          {words.rule}: {words.precedence[first.precedence]}
        </p>
        {questions.map((each) => (
          <OfQuestion key={each.poll} props={each} context={context} />
        ))}
        <div className="sheet-sign">
          {words.sign.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </article>
    </Frame>
  )
}
