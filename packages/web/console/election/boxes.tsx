// The tellers' page: each box is counted by two who do not see each other's figures, and by a third where they differ.
import { Alert, Button, Form, Input } from 'antd'
import type { ElectionFileView } from '@yishi/contract/election'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useElectionAct } from './queries.ts'
import type { Given } from './roll.tsx'

type Box = ElectionFileView['counted'][number]
type Values = { readonly collected: string; readonly spoiled: string; readonly blank: string } & {
  readonly votes: Readonly<Record<string, string>>
}

const countOf = ({ collected, spoiled, blank, votes }: Values) => ({
  collected: Number(collected),
  spoiled: Number(spoiled),
  blank: Number(blank),
  votes: Object.fromEntries(Object.entries(votes).map(([key, text]) => [key, Number(text)])),
})

const Counting = ({ file, index }: Given & { index: number }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const [form] = Form.useForm<Values>()
  const entering = useElectionAct<object>(file, 'box', () => form.resetFields())
  const standing = file.candidates.filter(({ key }) => file.turn?.standing.includes(key))
  const field = (name: string | string[], label: string) => (
    <Form.Item key={label} name={name} label={label} rules={required}>
      <Input inputMode="numeric" maxLength={6} className="poll-number" />
    </Form.Item>
  )
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => entering.mutate({ box: index, count: countOf(values) })}
    >
      <div className="count-fields">
        {field('collected', words.collected)}
        {field('spoiled', words.spoiled)}
        {field('blank', words.blank)}
        {standing.map(({ key, name }) => field(['votes', key], name))}
      </div>
      <ProblemNote error={entering.error} />
      <Button type="primary" htmlType="submit" loading={entering.isPending}>
        {words.enter}
      </Button>
    </Form>
  )
}

const BoxCard = ({ file, box, index }: Given & { box: Box; index: number }) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  const { name, by, differs, recounts, settled, mine } = box
  return (
    <section className="panel box stack" aria-label={name}>
      <h3>{name}</h3>
      {settled && <p className="chip ok">{words.settled}</p>}
      {!settled && by.length > 0 && <p>{words.by(by.join(lang === 'zh' ? '、' : ', '))}</p>}
      {differs && <Alert type="warning" showIcon title={words.differs} />}
      {recounts > 0 && !settled && <Alert type="warning" showIcon title={words.recounts(recounts)} />}
      {!settled && (mine ? <p className="meta">{words.mine}</p> : <Counting file={file} index={index} />)}
    </section>
  )
}

export const Boxes = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  return (
    <section className="stack" aria-label={words.counting}>
      <h2>{words.counting}</h2>
      <p className="meta">{words.countingHint}</p>
      {file.counted.map((box, index) => (
        <BoxCard key={`${box.name} ${box.recounts}`} file={file} box={box} index={index} />
      ))}
    </section>
  )
}
