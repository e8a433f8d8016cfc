// One's own ballots, of every poll that one was listed in: what counted, how it came in, and the receipt.
import type { OwnRecord } from '@yishi/contract/my-ballots'
import type { PageContext } from '@yishi/contract/pages'
import { localDateOf, localTimeOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { Frame } from '../design/frame.tsx'
import { Card, Facts, Heading } from '../design/parts.tsx'
import { fullDay } from '../words/moments.ts'
import { myBallotsWords } from '../words/my-ballots.ts'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { choicesText, pollWords } from '../words/poll.ts'
import type { Page } from './page.ts'

type Given = { readonly record: OwnRecord; readonly lang: PageContext['lang'] }

/** With its year: it is looked up years later. */
const momentOf = (at: string, lang: PageContext['lang']): string =>
  `${fullDay(localDateOf(at as Instant), lang)} ${localTimeOf(at as Instant)}`

const Cast = ({ record: { ballots, question, status }, lang }: Given) => {
  const words = myBallotsWords[lang]
  const printed = paperBallotWords[lang]
  if (ballots.length === 0)
    return <p>{status === 'open' ? words.notYet : status === 'announced' ? words.notOpen : words.nothing}</p>
  return (
    <ol className="own-ballots">
      {ballots.map(({ choice, channel, at, holds }) => (
        <li key={at}>
          <strong>{choicesText(question, choice, lang)}</strong>
          <Facts facts={[momentOf(at, lang), printed.channel[channel], holds ? `✓ ${words.counts}` : words.kept]} />
        </li>
      ))}
    </ol>
  )
}

const outcomeOf = ({ status, passed }: OwnRecord, lang: PageContext['lang']): string => {
  const words = pollWords[lang]
  if (passed === null) return words.status[status]
  return `${words.status[status]}${lang === 'zh' ? '：' : ': '}${passed ? words.passed : words.failed}`
}

const Record = ({ record, lang }: Given) => {
  const words = myBallotsWords[lang]
  const { question, unit, area, community, openedAt, poll, receipt, status, ballots } = record
  const way = status === 'open' && ballots.length === 0 ? words.vote : words.poll
  return (
    <Card title={question.text}>
      <Facts facts={[community, fullDay(localDateOf(openedAt as Instant), lang), outcomeOf(record, lang)]} />
      <p>{unit === null ? words.person : area === null ? unit : words.unit(unit, area)}</p>
      <Cast record={record} lang={lang} />
      {receipt ? (
        <details>
          <summary>{words.receipt}</summary>
          <code className="own-receipt">{receipt}</code>
        </details>
      ) : null}
      <p>
        <a href={`/polls/${poll}`} aria-label={`${way}: ${question.text}`}>
          {way}
        </a>
      </p>
    </Card>
  )
}

export const MyBallotsPage: Page<'my-ballots'> = ({ props: { records }, context }) => {
  const words = myBallotsWords[context.lang]
  return (
    <Frame context={context} title={words.title}>
      <Heading title={words.title}>{words.lead}</Heading>
      {records.length === 0 ? (
        <Card>
          <p>{words.none}</p>
        </Card>
      ) : null}
      {records.map((record) => (
        <Record key={`${record.poll} ${record.unit}`} record={record} lang={context.lang} />
      ))}
      {records.length > 0 ? <p className="hint">{words.wrong}</p> : null}
    </Frame>
  )
}
