// All questions of one assembly on a page: what one has chosen, the receipts, and what each came to.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { openSeats } from '@yishi/domain/poll'
import { Frame } from '../design/frame.tsx'
import { Card, NoticeBar, Seal } from '../design/parts.tsx'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { choicesText, pollWords } from '../words/poll.ts'
import { resultPaperWords } from '../words/result-paper.ts'
import { resultSentence } from '../words/result-sentence.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['poll-agenda']; context: PageContext }
type Line = Given['props']['lines'][number]

const resultOf = ({ status, passed, chosen, question }: Line, lang: PageContext['lang']): string => {
  if (passed === null) return pollWords[lang].status[status]
  const open = question.type === 'candidates' ? openSeats(question) - chosen.length : 0
  return resultSentence({ question, passed, chosen, open }, lang)
}

const OVER: readonly Line['status'][] = ['closed', 'counting', 'preliminary', 'decided', 'withdrawn']
const isOver = ({ status }: Line): boolean => OVER.includes(status)
const mayVote = ({ standing, status }: Line): boolean => status === 'open' && standing === 'may-vote'
const answers = ({ standing }: Line): boolean => standing === 'may-vote' || standing === 'has-voted'

const Mine = ({ line, lang }: { line: Line; lang: PageContext['lang'] }) => {
  const words = pollAgendaWords[lang]
  const { mine, question, standing } = line
  if (mine) {
    const chose = choicesText(question, mine.choice, lang)
    return <p className="chosen">{mine.noted ? pollWords[lang].notedForYou(chose) : pollWords[lang].voted(chose)}</p>
  }
  return standing === 'may-vote' ? <p>{isOver(line) ? words.left : words.blank}</p> : null
}

const LineCard = ({ line, lang }: { line: Line; lang: PageContext['lang'] }) => {
  const words = pollAgendaWords[lang]
  const { poll, number, question, turnout, receipt } = line
  return (
    <Card className="agenda-line">
      <p className="formal-kicker">{`${words.number(number)} · ${resultOf(line, lang)}`}</p>
      <h2>{question.text}</h2>
      {turnout ? <p className="meta">{pollWords[lang].turnoutUnits(turnout.cast, turnout.of)}</p> : null}
      <Mine line={line} lang={lang} />
      {receipt ? (
        <details>
          <summary>{words.receipt}</summary>
          <p>{pollWords[lang].receiptHint}</p>
          <code className="proof">{receipt}</code>
        </details>
      ) : null}
      <p>
        <a className={mayVote(line) ? 'button button-main' : 'button'} href={`/polls/${poll}`}>
          {mayVote(line) ? words.vote(number) : words.view(number)}
        </a>
      </p>
    </Card>
  )
}

/** One paper for all, once each has a result; and one certificate, once all of them stand. */
const Papers = ({ props: { first, papers }, context: { lang } }: Given) => {
  const words = resultPaperWords[lang]
  if (papers === 'none') return null
  const at = `/polls/${first}/agenda`
  return (
    <Card title={words.notice}>
      <p className="poll-links">
        <a className="button button-formal" href={`${at}/sheet`}>
          {words.allPrint}
        </a>
        <a className="button" href={`${at}/result.pdf`} download="">
          {words.allNoticePdf}
        </a>
        {papers === 'certificate' && (
          <>
            <a className="button" href={`${at}/certificate.pdf`} download="">
              {words.allCertificatePdf}
            </a>
            <a className="button" href={`${at}/certificate.json`} download="">
              {words.certificateFile}
            </a>
          </>
        )}
      </p>
      {papers === 'certificate' && <p className="hint">{words.certificateHint}</p>}
    </Card>
  )
}

const Lead = ({ props: { lines }, context: { lang } }: Given) => {
  const words = pollAgendaWords[lang]
  const asked = lines.filter(answers)
  const answered = asked.filter(({ standing }) => standing === 'has-voted').length
  if (asked.length === 0 && lines.some(({ standing }) => standing === 'co-owner'))
    return (
      <NoticeBar tone="info">{`${pollWords[lang].standing['co-owner']} ${words.otherOwner(lines.length)}`}</NoticeBar>
    )
  if (asked.length === 0) return <p>{words.look(lines.length)}</p>
  if (lines.every(isOver)) return <NoticeBar tone="info">{words.over(answered, asked.length)}</NoticeBar>
  return <NoticeBar tone={answered === asked.length ? 'ok' : 'info'}>{words.lead(answered, asked.length)}</NoticeBar>
}

export const PollAgendaPage: Page<'poll-agenda'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const words = pollAgendaWords[lang]
  return (
    <Frame context={context} title={words.title} owner={props.community}>
      <div className="formal-head agenda-head">
        <Seal mark={pollWords[lang].mark} />
        <h1>{words.title}</h1>
      </div>
      <Lead {...given} />
      {props.lines.map((line) => (
        <LineCard key={line.poll} line={line} lang={lang} />
      ))}
      <Papers {...given} />
    </Frame>
  )
}
