// The tellers' page: each box is counted by two who do not see each other's figures, and by a third where they differ.
import { Alert, Button, Form, Input } from 'antd'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { LONGEST_NAME, MOST_WRITTEN } from '@yishi/domain/secret-election'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { electionWords } from '../../words/election.ts'
import { listText } from '../../words/list-text.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useElectionAct } from './queries.ts'
import type { Given } from './roll.tsx'

type Box = ElectionFileView['counted'][number]
type Turn = NonNullable<ElectionFileView['turn']>
type SectionValues = {
  readonly spoiled: string
  readonly blank: string
  readonly votes: Readonly<Record<string, string>>
  readonly written?: readonly { readonly name: string; readonly votes: string }[]
}
type Values = {
  readonly collected: string
  readonly spoiled?: string
  readonly posts: Readonly<Record<string, SectionValues>>
}

const sectionOf = ({ spoiled, blank, votes, written = [] }: SectionValues) => ({
  spoiled: Number(spoiled),
  blank: Number(blank),
  votes: Object.fromEntries(Object.entries(votes).map(([key, text]) => [key, Number(text)])),
  written: written.map(({ name, votes: text }) => ({ name, votes: Number(text) })),
})

const countOf = ({ collected, spoiled = '0', posts }: Values) => ({
  collected: Number(collected),
  spoiled: Number(spoiled),
  posts: Object.fromEntries(Object.entries(posts).map(([post, values]) => [post, sectionOf(values)])),
})

const Figure = ({ name, label }: { name: string | string[]; label: string }) => (
  <Form.Item name={name} label={label} rules={useRule(true)}>
    <Input inputMode="numeric" maxLength={6} className="poll-number" />
  </Form.Item>
)

const Written = ({ post }: { post: string }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  return (
    <Form.List name={['posts', post, 'written']}>
      {(rows, { add, remove }) => (
        <div className="stack" role="group" aria-label={words.written}>
          {rows.map(({ key, name }) => (
            <div className="written-line" key={key}>
              <Form.Item name={[name, 'name']} label={words.writtenName} rules={required}>
                <Input maxLength={LONGEST_NAME} />
              </Form.Item>
              <Form.Item name={[name, 'votes']} label={words.writtenVotes} rules={required}>
                <Input inputMode="numeric" maxLength={6} className="poll-number" />
              </Form.Item>
              <Button onClick={() => remove(name)}>{words.removeWritten}</Button>
            </div>
          ))}
          {rows.length < MOST_WRITTEN && (
            <div>
              <Button onClick={() => add({})}>{words.addWritten}</Button>
            </div>
          )}
        </div>
      )}
    </Form.List>
  )
}

type SectionGiven = { readonly section: Turn['sections'][number]; readonly turn: Turn; readonly recall: boolean }

const Section = ({ section, turn, recall }: SectionGiven) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  const { post, title, seats, standing } = section
  const isOnly = turn.sections.length === 1
  return (
    <fieldset className="form-block poll-block">
      <legend>{recall ? title : electionWords[lang].postSeats(title, seats)}</legend>
      <div className="count-fields">
        {standing.map(({ key, name }, at) => (
          <Figure
            key={key}
            name={['posts', post, 'votes', key]}
            label={recall ? [electionWords[lang].agree, electionWords[lang].disagree][at]! : name}
          />
        ))}
        <Figure name={['posts', post, 'spoiled']} label={isOnly ? words.spoiledOnly : words.spoiled} />
        <Figure name={['posts', post, 'blank']} label={isOnly ? words.blankOnly : words.blank} />
      </div>
      {turn.writeIns && <Written post={post} />}
    </fieldset>
  )
}

const Counting = ({ file, index, turn }: Given & { index: number; turn: Turn }) => {
  const words = useWords(consoleSecretElectionWords)
  const [form] = Form.useForm<Values>()
  const entering = useElectionAct<object>(file, 'box', () => form.resetFields())
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      onFinish={(values) => entering.mutate({ box: index, count: countOf(values) })}
    >
      <div className="count-fields">
        <Figure name="collected" label={words.collected} />
        {turn.sections.length > 1 && <Figure name="spoiled" label={words.voided} />}
      </div>
      {turn.sections.map((section) => (
        <Section key={section.post} section={section} turn={turn} recall={file.recall !== null} />
      ))}
      <Submit sending={entering} label={words.enter} />
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
      {!settled && by.length > 0 && <p>{words.by(listText(by, lang))}</p>}
      {differs && <Alert type="warning" showIcon title={words.differs} />}
      {recounts > 0 && !settled && <Alert type="warning" showIcon title={words.recounts(recounts)} />}
      {!settled && mine && <p className="meta">{words.mine}</p>}
      {!settled && !mine && file.turn && <Counting file={file} index={index} turn={file.turn} />}
    </section>
  )
}

export const Boxes = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  return (
    <section className="stack" aria-label={words.counting}>
      <h2>{words.counting}</h2>
      <p className="meta">{words.countingHint}</p>
      {(file.turn?.sections.length ?? 0) > 1 && <p className="meta">{words.sectionsHint}</p>}
      {file.addsDown && (file.turn?.sections.length ?? 0) > 1 && <p className="meta">{words.addsDownCounting}</p>}
      {file.turn?.writeIns && <p className="meta">{words.writtenHint}</p>}
      {file.counted.map((box, index) => (
        <BoxCard key={`${box.name} ${box.recounts}`} file={file} box={box} index={index} />
      ))}
    </section>
  )
}
