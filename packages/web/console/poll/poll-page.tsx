// One poll in the console: look it over and open it, follow who votes, note and count, and its verdict with the sums.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PollFile } from '@yishi/contract/poll'
import { asksOwners, hasSheets } from '@yishi/domain/poll'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Dismissal } from '../../design/dismissal.tsx'
import { FiguresTable, ResultLine, Sums } from '../../design/poll-result.tsx'
import { consolePaperWords } from '../../words/console-paper.ts'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consoleElectionWords } from '../../words/console-election.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { resultPaperWords } from '../../words/result-paper.ts'
import { amountText, choiceText, ruleSentences } from '../../words/poll.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { type Withdrawal, Withdraw } from '../parts/withdraw.tsx'
import { Page } from '../shell/page.tsx'
import { ToTerm } from '../term/to-term.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { AgendaPanel } from './agenda-panel.tsx'
import { AssemblyFacts, ByRegime } from './assembly-facts.tsx'
import { AssemblySteps } from './assembly-steps.tsx'
import { CourtBundle } from './court-bundle.tsx'
import { CountDesk } from './count-desk.tsx'
import { Law } from './law.tsx'
import { Rehearsal } from './rehearsal.tsx'
import { marksIn } from './marks.ts'
import { PollChip } from './poll-line.tsx'
import { pollQuery } from './queries.ts'
import { Turnout } from './turnout.tsx'
import { usePollAct } from './use-poll-act.ts'
import { Voters } from './voters.tsx'

type Given = { readonly file: PollFile }

const Moments = ({ file }: Given) => {
  const words = useWords(consolePollWords)
  const paper = useWords(consolePaperWords)
  const { draftedAt, openedAt, decidedAt, result, status } = file
  return (
    <p className="row chips">
      <PollChip status={status} passed={status === 'decided' ? (result?.passed ?? null) : null} />
      <span className="meta num">{words.draftedAt(shortMoment(draftedAt))}</span>
      {openedAt && <span className="meta num">{words.openedAt(shortMoment(openedAt))}</span>}
      {decidedAt && <span className="meta num">{words.decidedAt(shortMoment(decidedAt))}</span>}
      {openedAt && <a href={`/polls/${file.poll}`}>{words.publicPage}</a>}
      {openedAt && file.way === 'ballots' && hasSheets(file.rule) && (
        <Link to={`/polls/${file.poll}/paper`}>{paper.open}</Link>
      )}
    </p>
  )
}

/** The numbers that belong to the question, as its form asked for them. */
const Numbers = ({ file: { question } }: Given) => {
  const words = useWords(consolePollWords)
  const { said } = useWords(shellWords)
  const numbers = (['most', 'highest', 'seats'] as const).flatMap((name) => {
    const number = (question as Partial<Record<typeof name, number>>)[name]
    return number === undefined ? [] : [said(words[name], String(number))]
  })
  return numbers.length === 0 ? null : <span className="meta block">{numbers.join(' · ')}</span>
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Particulars = ({ file }: Given) => {
  const words = useWords(consolePollWords)
  const { said } = useWords(shellWords)
  const { lang } = useLanguage()
  const name = useName()
  const units = useWords(consoleAssemblyWords)
  const { question, rule, electorate, way, matter, assembly } = file
  const named = assembly ? units.namedUnits : words.named
  const listed = electorate.named === null ? words.onlyTotals : named(electorate.named)
  const totals = rule.measures.map((measure) => amountText(electorate.totals, measure, lang)).join(' · ')
  const options = marksIn(question).map((key) => choiceText(question, key, lang))
  return (
    <section className="panel box" aria-label={words.question}>
      {question.explanation && <p className="said">{question.explanation}</p>}
      <dl className="particulars">
        <Fact name={words.matter}>
          <Link to={`/matters/${matter.matter}`}>{`${matter.code} ${matter.title}`}</Link>
        </Fact>
        <Fact name={words.type}>
          {said(words.types[question.type], options.join(' / '))}
          <Numbers file={file} />
        </Fact>
        <Fact name={words.rule}>
          <strong>{name(rule.names)}</strong>
          {ruleSentences(rule, lang, question).map((sentence) => (
            <span className="meta block" key={sentence}>
              {sentence}
            </span>
          ))}
        </Fact>
        <Fact name={words.wayLabel}>{words.ways[way]}</Fact>
        <Fact name={words.electorate}>{`${listed} · ${totals}`}</Fact>
        {assembly && <AssemblyFacts assembly={assembly} />}
        <Fact name={words.digest}>
          <code className="digest">{electorate.digest}</code>
        </Fact>
      </dl>
    </section>
  )
}

const Opening = ({ file }: Given) => {
  const words = useWords(consolePollWords)
  const opening = usePollAct<object>(file, 'open')
  return (
    <section className="panel box" aria-label={words.open}>
      <h2>{words.open}</h2>
      <p>{words.look}</p>
      <ProblemNote error={opening.error} />
      <div className="row">
        <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate({})}>
          {words.open}
        </Button>
        {file.may.includes('redraft') && (
          <Link to={`/matters/${file.matter.matter}/vote?draft=${file.poll}`}>{words.redraft}</Link>
        )}
      </div>
    </section>
  )
}

const Withdrawing = ({ file }: Given) => {
  const sending = usePollAct<Withdrawal>(file, 'withdraw')
  return <Withdraw sending={sending} words={useWords(consolePollWords)} />
}

/** Decided with seats left open: the next ballot is begun from here. */
const OpenSeats = ({ file }: Given) => {
  const words = useWords(consoleElectionWords)
  const open = file.result?.allocation?.open ?? 0
  if (file.status !== 'decided' || open === 0) return null
  return (
    <p>
      {words.againHint(open)} <Link to={`/matters/${file.matter.matter}/vote?again=${file.poll}`}>{words.again}</Link>
    </p>
  )
}

const Verdict = ({ file }: Given) => {
  const words = useWords(consolePollWords)
  const papers = useWords(resultPaperWords)
  const { lang } = useLanguage()
  const { result, question, rule, electorate, poll } = file
  if (!result) return null
  const given = { shown: { question, rule, totals: electorate.totals }, result, lang }
  return (
    <section className="panel box poll-verdict" aria-label={words.verdict}>
      <h2>{words.verdict}</h2>
      <ResultLine {...given} />
      <FiguresTable {...given} />
      <Sums {...given} />
      <Dismissal decided={file} lang={lang} />
      {file.assembly && <ByRegime result={result} />}
      <OpenSeats file={file} />
      <ToTerm file={file} />
      <div className="row">
        <a href={`/polls/${poll}/sheet`}>{words.print}</a>
        <a href={`/polls/${poll}/result.pdf`} download="">
          {papers.noticePdf}
        </a>
        {file.status === 'decided' && (
          <a href={`/polls/${poll}/certificate.pdf`} download="">
            {papers.certificatePdf}
          </a>
        )}
        <a href={`/polls/${poll}/tally.json`} download="">
          {words.download}
        </a>
      </div>
    </section>
  )
}

/** A vote of units that has a result left registers and proofs behind. */
const withRegisters = ({ rule, way, status }: PollFile): boolean =>
  asksOwners(rule) && way === 'ballots' && ['preliminary', 'decided'].includes(status)

const Opened = ({ file }: Given) => {
  const words = useWords(consolePollWords)
  const { may, way, status } = file
  return (
    <Page title={file.question.text} above={<Link to={`/matters/${file.matter.matter}`}>‹ {words.backToMatter}</Link>}>
      <Moments file={file} />
      <div className="matter">
        <div className="stack">
          <Verdict file={file} />
          <Law file={file} />
          <AgendaPanel file={file} />
          {status === 'withdrawn' && <p className="panel box">{words.withdrawn}</p>}
          <Particulars file={file} />
          {(['note', 'prove', 'choose'] as const).some((act) => may.includes(act)) && <Voters file={file} />}
        </div>
        <div className="stack">
          {may.includes('open') && <Opening file={file} />}
          <AssemblySteps file={file} />
          {withRegisters(file) && <CourtBundle file={file} />}
          <Rehearsal file={file} />
          {way === 'ballots' && <Turnout file={file} />}
          {(may.includes('count') || file.counting) && <CountDesk file={file} />}
          {may.includes('withdraw') && <Withdrawing file={file} />}
        </div>
      </div>
    </Page>
  )
}

export const PollPage = () => {
  const { poll = '' } = useParams()
  return <Answered query={useQuery(pollQuery(poll))}>{(file) => <Opened file={file} />}</Answered>
}
