// A poll on the big screen of the hall: turnout, who is there, and what is missing to be valid; it comes anew every few seconds, without a script.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { languageTag } from '../words/dictionary.ts'
import { frameWords } from '../words/frame.ts'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { pollScreenWords } from '../words/poll-screen.ts'
import { stylesheet } from './assets.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['poll-screen']; context: PageContext }

/** Often enough to see hands go up, seldom enough to read a line. */
const SECONDS = 8

const Turnout = ({ props: { turnout, inHall }, context: { lang } }: Given) => {
  const words = pollScreenWords[lang]
  const { cast, of } = turnout
  return (
    <section className="hall-card screen-figures">
      <div>
        <h2>{words.voted}</h2>
        <p className="screen-figure">{inHall === null ? words.people(cast, of) : words.ballots(cast, of)}</p>
        <progress max={Math.max(1, of)} value={cast} aria-label={words.voted} />
      </div>
      {inHall === null ? null : (
        <div>
          <h2>{words.inHall}</h2>
          <p className="screen-figure">{words.units(inHall)}</p>
        </div>
      )}
    </section>
  )
}

const Quorum = ({ props: { quorum }, context: { lang } }: Given) => {
  const words = pollScreenWords[lang]
  if (quorum.length === 0) return null
  return (
    <section className="hall-card">
      <h2>{words.valid}</h2>
      <ul className="screen-lines">
        {quorum.map(({ measure, have, needed, missing, percent }) => {
          const unit = words.unit[measure]
          const enough = Number(missing) === 0
          return (
            <li key={measure}>
              <b>{words.measures[measure]}</b>
              <span>
                {words.have(have, needed, unit)}
                {percent === null ? '' : ` · ${percent}%`}
              </span>
              <strong>{enough ? `✓ ${words.enough}` : words.missing(missing, unit)}</strong>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const Buildings = ({ props: { groups }, context: { lang } }: Given) => {
  const words = pollScreenWords[lang]
  if (groups.length === 0) return null
  return (
    <section className="hall-card">
      <h2>{words.buildings}</h2>
      <ul className="screen-lines">
        {groups.map(({ name, cast, of }) => (
          <li key={name}>
            <b>{name}</b>
            <span>{words.ballots(cast, of)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Together = ({ props: { others }, context: { lang } }: Given) => {
  if (others.length === 0) return null
  return (
    <section className="hall-card">
      <h2>{pollAgendaWords[lang].together}</h2>
      <ul className="screen-lines">
        {others.map(({ poll, text, cast, of }) => (
          <li key={poll}>
            <b>{text}</b>
            <span>{pollScreenWords[lang].ballots(cast, of)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Head = ({ props, context: { lang } }: Given) => {
  const words = pollScreenWords[lang]
  const { status, passed, closesAt, asOf, question } = props
  const printed = paperBallotWords[lang]
  const told = [
    words.status[status],
    ...(passed === null ? [] : [passed ? words.passed : words.failed]),
    ...(status === 'open' && closesAt ? [words.until(printed.deadline(closesAt))] : []),
    words.asOf(printed.moment(asOf)),
  ]
  return (
    <header className="hall-head">
      <span className="brand-mark" aria-hidden="true">
        {frameWords[lang].brandMark}
      </span>
      <div>
        <h1>{question.text}</h1>
        <p>{told.join(' · ')}</p>
      </div>
    </header>
  )
}

export const PollScreenPage: Page<'poll-screen'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const words = pollScreenWords[lang]
  return (
    <html lang={languageTag[lang]} data-theme="dark" data-hall="" {...(context.elder ? { 'data-elder': '' } : {})}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0e1a16" />
        <meta name="referrer" content="same-origin" />
        <meta httpEquiv="refresh" content={String(SECONDS)} />
        <title>{`${props.question.text} · ${props.community.name}`}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <Head {...given} />
        <main id="content" className="screen-main">
          <Turnout {...given} />
          <Quorum {...given} />
          <Together {...given} />
          <Buildings {...given} />
          <p>{words.never}</p>
        </main>
      </body>
    </html>
  )
}
