// The secret elections of a community for everybody: those under way, those whose roll lies open, those to come, and those held.
import type { ElectionPhase, PublicElectionLine } from '@yishi/contract/election-pages'
import type { Language } from '@yishi/contract/pages'
import { localDateOf } from '@yishi/domain/calendar'
import { type Instant, later } from '@yishi/domain/kernel'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, Pager, Seal } from '../design/parts.tsx'
import { electedByPost } from '../words/election-told.ts'
import { electionWords } from '../words/election.ts'
import { electionsWords } from '../words/elections.ts'
import { dayInWords } from '../words/moments.ts'
import type { Page } from './page.ts'

type LineGiven = { line: PublicElectionLine; asOf: string; lang: Language }

/** What whoever looks wants to know first: until when to object, or who is elected. */
const factOf = ({ line: { phase, status, roll, elected, recall }, asOf, lang }: LineGiven): string => {
  const words = electionsWords[lang]
  if (phase === 'roll' && roll)
    return words.objectUntil(dayInWords(localDateOf(later(roll.objectionsUntil as Instant, -1)), asOf, lang))
  if (phase !== 'held') return ''
  if (recall) return recall.map((each) => electionWords[lang].recalled(each.title, each.recalled)).join(words.but)
  const told =
    elected.length > 0 ? electionWords[lang].elected(electedByPost(elected, lang)) : electionWords[lang].nobody
  return status === 'short' || status === 'doubled' || status === 'unclear'
    ? `${told}${words.but}${words[status]}`
    : told
}

/** Where the heading alone does not say how far it is. */
const TOLD: ReadonlySet<ElectionPhase> = new Set(['now', 'held'])

const Line = (given: LineGiven) => {
  const { line, asOf, lang } = given
  const { election, title, phase, status, day, place, seats, recall } = line
  const words = electionsWords[lang]
  const { status: told } = electionWords[lang]
  const fact = factOf(given)
  const saidOf = recall && status === 'decided' ? electionWords[lang].recallResult : told[status]
  return (
    <a className="notice-link" href={`/elections/${election}`}>
      <Seal mark={electionWords[lang].mark} />
      <span>
        <span className="formal-kicker">
          {words.kicker(dayInWords(day, asOf, lang), TOLD.has(phase) ? saidOf : null)}
        </span>
        <b>{title}</b>
        <span className="meta">{recall ? place : [place, electionWords[lang].seats(seats)].join(' · ')}</span>
        {fact ? <span className="election-fact">{fact}</span> : null}
      </span>
    </a>
  )
}

export const ElectionsPage: Page<'elections'> = ({ props, context }) => {
  const { community, elections, paging, asOf } = props
  const { lang } = context
  const words = electionsWords[lang]
  const phases = Map.groupBy(elections, ({ phase }): ElectionPhase => phase)
  return (
    <Frame context={context} title={words.title} owner={community}>
      <Heading title={words.title}>{words.lead}</Heading>
      {elections.length === 0 ? (
        <Card>
          <p>{words.none}</p>
        </Card>
      ) : null}
      {[...phases].map(([phase, lines]) => (
        <Card key={phase} title={words.phases[phase]} className="together">
          {lines.map((line) => (
            <Line key={line.election} line={line} asOf={asOf} lang={lang} />
          ))}
        </Card>
      ))}
      <Pager paging={paging} path={`/c/${community.id}/elections`} lang={lang} />
      <p>
        <a href={`/c/${community.id}`}>{words.back}</a>
      </p>
    </Frame>
  )
}
