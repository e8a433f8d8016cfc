// After a count: which post somebody keeps who was elected to several, and on which day the seats left open are voted on.
import { Alert, Button, Form, Input, Radio } from 'antd'
import type { ElectionFileView } from '@yishi/contract/election-file'
import type { LocalDate } from '@yishi/domain/calendar'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { electionWords } from '../../words/election.ts'
import { listText } from '../../words/list-text.ts'
import { fullDay } from '../../words/moments.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Submit } from '../parts/submit.tsx'
import { useElectionAct } from './queries.ts'
import type { Given } from './roll.tsx'

type Double = ElectionFileView['results'][number]['doubles'][number]

const Keeping = ({ file, double }: Given & { double: Double }) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  const required = useRule(true)
  const settling = useElectionAct<object>(file, 'double')
  const { name, posts } = double
  const titleOf = (post: string) => file.posts.find(({ key }) => key === post)?.title ?? post
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ post: posts[0] }}
      onFinish={(values: object) => settling.mutate({ ...values, name })}
    >
      <p>{electionWords[lang].doubled(name, listText(posts.map(titleOf), lang))}</p>
      <Form.Item name="post" label={words.keeps(name)}>
        <Radio.Group
          aria-label={words.keeps(name)}
          options={posts.map((value) => ({ value, label: titleOf(value) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
      <Submit sending={settling} label={words.settle} />
    </Form>
  )
}

export const Doubles = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  return (
    <section className="panel box stack" aria-label={words.twice}>
      <h2>{words.twice}</h2>
      <p className="meta">{words.twiceHint}</p>
      {file.results.at(-1)?.doubles.map((double) => (
        <Keeping key={double.name} file={file} double={double} />
      ))}
    </section>
  )
}

type Notable = ElectionFileView['notable'][number]

const Noting = ({ file, written }: Given & { written: Notable }) => {
  const words = useWords(consoleSecretElectionWords)
  const noting = useElectionAct<object>(file, 'woman')
  const { name, woman } = written
  return (
    <div className="stack">
      <p className="row chips">
        <strong>{name}</strong>
        {woman !== null && <span className="meta">{woman ? words.womanNoted : words.noWomanNoted}</span>}
      </p>
      <ProblemNote error={noting.error} />
      <div className="row">
        {woman !== true && (
          <Button loading={noting.isPending} onClick={() => noting.mutate({ name, woman: true })}>
            {words.isWoman(name)}
          </Button>
        )}
        {woman !== false && (
          <Button loading={noting.isPending} onClick={() => noting.mutate({ name, woman: false })}>
            {words.isNoWoman(name)}
          </Button>
        )}
      </div>
    </div>
  )
}

export const Women = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  if (file.notable.length === 0) return null
  return (
    <section className="panel box stack" aria-label={words.women}>
      <h2>{words.women}</h2>
      <p className="meta">{words.womenHint}</p>
      {file.status === 'unclear' && <Alert type="warning" showIcon title={words.womenWait} />}
      {file.notable.map((written) => (
        <Noting key={written.name} file={file} written={written} />
      ))}
    </section>
  )
}

/** Whom a written name means is for people to find out. */
export const WrittenIn = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  return file.writtenIn
    .filter(({ voters }) => voters !== 1)
    .map(({ name, voters }) => (
      <Alert
        key={name}
        type="warning"
        showIcon
        title={voters === 0 ? words.notOnTheRoll(name) : words.severalOnRoll(name, voters)}
      />
    ))
}

/** Everybody hears of the day that is fixed here. */
export const NextVote = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  const required = useRule(true)
  const fixing = useElectionAct<object>(file, 'fix')
  const { nextVote, place, furtherBy } = file
  return (
    <>
      {furtherBy && <p>{words.furtherBy(fullDay(furtherBy as LocalDate, lang))}</p>}
      {nextVote && <p>{words.fixed(fullDay(nextVote.day as LocalDate, lang), nextVote.place)}</p>}
      <details open={!nextVote}>
        <summary>{nextVote ? words.fixAgain : words.fix}</summary>
        <p className="meta">{words.fixHint}</p>
        <Form
          layout="vertical"
          requiredMark={false}
          initialValues={nextVote ?? { place }}
          onFinish={(values: object) => fixing.mutate(values)}
        >
          <Form.Item name="day" label={words.nextDay} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="place" label={words.place} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Submit sending={fixing} label={nextVote ? words.fixAgain : words.fix} />
        </Form>
      </details>
    </>
  )
}
