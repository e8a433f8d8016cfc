// The owners' committees of a community for everybody: who sits, until when, how far the filing is, and which terms there were before.
import type { CommitteePage as Committee, PublicTerm } from '@yishi/contract/term'
import type { LocalDate } from '@yishi/domain/calendar'
import type { Language } from '@yishi/contract/pages'
import { Frame } from '../design/frame.tsx'
import { Card, Facts, Heading, NoticeBar, Seal } from '../design/parts.tsx'
import { fullDay } from '../words/moments.ts'
import { termWords } from '../words/term.ts'
import type { Page } from './page.ts'

type Given<T> = { readonly term: T; readonly lang: Language }

const day = (date: string, lang: Language): string => fullDay(date as LocalDate, lang)

const Filing = ({ term: { steps }, lang }: Given<PublicTerm>) => {
  const words = termWords[lang]
  return (
    <>
      <h3>{words.filing}</h3>
      <dl className="term-steps">
        {steps.map(({ step, due, done }) => (
          <div key={step}>
            <dt>{words.steps[step]}</dt>
            <dd>{done ? words.done(day(done, lang)) : due ? words.due(day(due, lang)) : words.later}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const Vacant = ({ term: { open, vacancy }, lang }: Given<PublicTerm>) =>
  vacancy === 'full' ? null : (
    <NoticeBar tone={vacancy === 'by-election' ? 'info' : 'warn'}>
      {termWords[lang].open(open)}
      {lang === 'zh' ? '' : ' '}
      {termWords[lang].vacancy[vacancy]}
    </NoticeBar>
  )

const Running = ({ term, lang }: Given<PublicTerm>) => {
  const words = termWords[lang]
  const { place, number, committee, from, until, members, powersRest, polls } = term
  return (
    <Card className="together">
      <div className="term-head">
        <Seal mark={words.mark} />
        <div>
          <span className="formal-kicker">{place}</span>
          <h2>{words.name(number)}</h2>
          <Facts facts={[words.period(day(from, lang), day(until, lang)), words.seats(members.length, committee)]} />
        </div>
      </div>
      <Vacant term={term} lang={lang} />
      {powersRest ? <NoticeBar tone="warn">{words.rest}</NoticeBar> : null}
      <h3>{words.members}</h3>
      <ul className="term-members">
        {members.map((name, index) => (
          <li key={`${name} ${index}`}>{name}</li>
        ))}
      </ul>
      <Filing term={term} lang={lang} />
      {polls.map((poll, index) => (
        <p key={poll}>
          <a href={`/polls/${poll}`}>{polls.length === 1 ? words.result : words.results(index + 1)}</a>
        </p>
      ))}
    </Card>
  )
}

const Over = ({ over, lang }: { over: Committee['over']; lang: Language }) =>
  over.length === 0 ? null : (
    <Card title={termWords[lang].over} className="together">
      <ul>
        {over.map(({ place, number, from, until }) => (
          <li key={`${place} ${number}`}>
            {termWords[lang].heading(place, number)}
            <Facts facts={[termWords[lang].period(day(from, lang), day(until, lang))]} />
          </li>
        ))}
      </ul>
    </Card>
  )

export const CommitteePage: Page<'committee'> = ({ props, context }) => {
  const { community, running, over } = props
  const { lang } = context
  const words = termWords[lang]
  return (
    <Frame context={context} title={words.title} owner={community}>
      <Heading title={words.title}>{words.lead}</Heading>
      {running.length + over.length === 0 ? (
        <Card>
          <p>{words.none}</p>
        </Card>
      ) : null}
      {running.map((term) => (
        <Running key={`${term.place} ${term.number}`} term={term} lang={lang} />
      ))}
      <Over over={over} lang={lang} />
      <p>
        <a href={`/c/${community.id}`}>{words.back}</a>
      </p>
    </Frame>
  )
}
