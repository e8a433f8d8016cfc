// The reconciliation of all channels on paper: units that voted twice and which ballot counts, sheets not yet read, units that nothing has reached (RULES R1.65).
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { ReactNode } from 'react'
import { Frame } from '../design/frame.tsx'
import { Heading } from '../design/parts.tsx'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { preferenceSheetWords } from '../words/preference-sheet.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['reconciliation']['questions'][number]; context: PageContext }
type Line = { readonly number: number; readonly name: string }

/** A sheet that is signed names so many; all of them are in the file beside it. */
const MOST_LINES = 500

type ListProps<T extends Line> = {
  readonly title: string
  readonly lines: readonly T[]
  readonly lang: PageContext['lang']
  readonly said: (line: T) => ReactNode
}

const List = <T extends Line>({ title, lines, lang, said }: ListProps<T>) => (
  <section className="reconciled">
    <h2>
      {title} <span className="num">{lines.length}</span>
    </h2>
    {lines.length === 0 ? <p>{paperBallotWords[lang].twiceNone}</p> : null}
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
    {lines.length > MOST_LINES ? <p>{paperBallotWords[lang].moreLines(lines.length - MOST_LINES)}</p> : null}
  </section>
)

const Twice = ({ props, context: { lang } }: Given) => {
  const words = paperBallotWords[lang]
  return (
    <List
      title={words.twice}
      lines={props.twice}
      lang={lang}
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
  const words = paperBallotWords[lang]
  const sheetWords = preferenceSheetWords[lang]
  return (
    <>
      <List
        title={words.notRead}
        lines={props.notRead}
        lang={lang}
        said={({ status, returnedAt }) => <span>{`${words.status[status]} · ${words.moment(returnedAt)}`}</span>}
      />
      <List title={words.decided} lines={props.decided} lang={lang} said={({ reason }) => <span>{reason}</span>} />
      <List
        title={sheetWords.invalid}
        lines={props.invalid}
        lang={lang}
        said={({ why }) => <span>{sheetWords.invalidities[why]}</span>}
      />
      <List
        title={words.notDelivered}
        lines={props.notDelivered}
        lang={lang}
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
  const words = paperBallotWords[context.lang]
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
  const words = paperBallotWords[context.lang]
  const first = questions[0]!
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
