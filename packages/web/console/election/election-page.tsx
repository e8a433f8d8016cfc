// One secret election in the console: what it is, how far it is, and the one thing to do now.
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import type { ElectionAct } from '@yishi/contract/election'
import { Link, useParams } from 'react-router'
import { Recall } from '../../design/recall.tsx'
import { SecretResultView } from '../../design/secret-result.tsx'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { electionWords } from '../../words/election.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/matter.css'
import '../styles/poll.css'
import { Doubles, NextVote, Women, WrittenIn } from './after-count.tsx'
import { Boxes } from './boxes.tsx'
import { ElectionChip } from './elections-page.tsx'
import { electionQuery, useElectionAct } from './queries.ts'
import { EndProxy, LapsedProxies, Proxies } from './proxies.tsx'
import { Hearing } from './recall-fields.tsx'
import { RegisterDesk } from './register.tsx'
import { Publishing } from './publishing.tsx'
import { Correcting, type Given, Objections } from './roll.tsx'

const Standing = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const { status, election, day, roll, turn } = file
  return (
    <p className="row chips">
      <ElectionChip status={status} />
      <span className="meta num">{day}</span>
      {roll && <span className="meta num">{words.registered(roll.registered)}</span>}
      {turn && <span className="meta">{words.turn(turn.round, turn.number)}</span>}
      {status !== 'draft' && <a href={`/elections/${election}`}>{words.publicPage}</a>}
      {roll && <a href={`/elections/${election}/roll`}>{words.paperRoll}</a>}
      {(status === 'published' || status === 'voting') && <a href={`/elections/${election}/paper`}>{words.paper}</a>}
    </p>
  )
}

const Step = ({ file, act, label, hint }: Given & { act: ElectionAct; label: string; hint?: string }) => {
  const acting = useElectionAct<object>(file, act)
  return (
    <div className="stack">
      {hint && <p className="meta">{hint}</p>}
      <ProblemNote error={acting.error} />
      <div>
        <Button type="primary" loading={acting.isPending} onClick={() => acting.mutate({})}>
          {label}
        </Button>
      </div>
    </div>
  )
}

const WithReason = ({ file, act, label }: Given & { act: ElectionAct; label: string }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const acting = useElectionAct<{ reason: string }>(file, act)
  return (
    <details>
      <summary>{label}</summary>
      <Form layout="vertical" requiredMark={false} onFinish={(values: { reason: string }) => acting.mutate(values)}>
        <Form.Item name="reason" label={words.reason} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ProblemNote error={acting.error} />
        <Button danger htmlType="submit" loading={acting.isPending}>
          {label}
        </Button>
      </Form>
    </details>
  )
}

const Results = ({ file }: Given) => {
  const { lang } = useLanguage()
  return file.results
    .map((result, index) => (
      <section className="panel box poll-verdict" key={index} aria-label={electionWords[lang].result(index + 1)}>
        <h2>{electionWords[lang].result(index + 1)}</h2>
        <SecretResultView result={result} lang={lang} />
      </section>
    ))
    .toReversed()
}

const Particulars = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  return (
    <section className="panel box stack" aria-label={words.law}>
      {!file.recall && <h2>{electionWords[lang].candidates}</h2>}
      <p>{electionWords[lang].when(file.day, file.place)}</p>
      {file.purpose && <p className="note">{file.purpose}</p>}
      {file.addsDown && <p>{electionWords[lang].addsDown}</p>}
      {file.furtherWithin !== null && <p>{electionWords[lang].furtherWithin(file.furtherWithin)}</p>}
      {file.recall && <Recall recall={file.recall} lang={lang} />}
      {!file.recall &&
        file.posts.map(({ key, title, seats, candidates }) => (
          <section key={key}>
            <h3>{electionWords[lang].postSeats(title, seats)}</h3>
            <ul className="ranking">
              {candidates.map((each) => (
                <li key={each.key}>
                  <strong>{each.woman ? electionWords[lang].woman(each.name) : each.name}</strong>
                  <span>{each.profile}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <p>{file.law.names[lang]}</p>
      <p className="meta">{file.law.caution[lang]}</p>
    </section>
  )
}

/** What stands among the next steps; the roll, the register and the boxes have places of their own. */
const STEPS: ReadonlySet<ElectionAct> = new Set([
  'redraft',
  'open',
  'close',
  'fix',
  'next',
  'hear',
  'correct',
  'proxy',
  'lapse',
  'end',
  'withdraw',
])

const Next = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const { may } = file
  if (!may.some((act) => STEPS.has(act))) return null
  return (
    <section className="panel box stack" aria-label={words.open}>
      {may.includes('redraft') && <Link to={`/elections/${file.election}/plan`}>{words.redraft}</Link>}
      {may.includes('open') && <Step file={file} act="open" label={words.open} hint={words.openHint} />}
      {may.includes('close') && <Step file={file} act="close" label={words.close} />}
      {may.includes('fix') && <NextVote file={file} />}
      {may.includes('next') && <Step file={file} act="next" label={words.next} />}
      {may.includes('hear') && <Hearing file={file} />}
      {may.includes('correct') && (
        <details>
          <summary>{words.correct}</summary>
          <Correcting file={file} />
        </details>
      )}
      {may.includes('proxy') && (
        <details>
          <summary>{words.proxy}</summary>
          <Proxies file={file} />
        </details>
      )}
      {may.includes('lapse') && (
        <details>
          <summary>{words.lapse}</summary>
          <EndProxy file={file} />
        </details>
      )}
      {may.includes('end') && <WithReason file={file} act="end" label={words.end} />}
      {may.includes('withdraw') && <WithReason file={file} act="withdraw" label={words.withdraw} />}
    </section>
  )
}

/** What has to be seen to before the roll hangs. */
const CandidateCautions = ({ file: { cautions } }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const said = [
    ...cautions.short.map(({ title, more }) => words.short(title, more)),
    ...(cautions.noWoman ? [words.noWoman] : []),
  ]
  return said.map((each) => <Alert key={each} type="warning" showIcon title={each} />)
}

const Opened = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const { may, status } = file
  return (
    <Page title={file.title} above={<Link to="/elections">‹ {words.back}</Link>}>
      <Standing file={file} />
      <div className="matter">
        <div className="stack">
          <CandidateCautions file={file} />
          {may.includes('double') && <Doubles file={file} />}
          {may.includes('woman') && <Women file={file} />}
          <WrittenIn file={file} />
          <LapsedProxies file={file} />
          <Results file={file} />
          {may.includes('publish') && <Publishing file={file} />}
          {may.includes('give') && <RegisterDesk file={file} />}
          {status === 'counting' && <Boxes file={file} />}
          {(status === 'published' || file.objections.length > 0) && <Objections file={file} />}
        </div>
        <div className="stack">
          <Next file={file} />
          <Particulars file={file} />
        </div>
      </div>
    </Page>
  )
}

export const ElectionPage = () => {
  const { election = '' } = useParams()
  return <Answered query={useQuery(electionQuery(election))}>{(file) => <Opened file={file} />}</Answered>
}
