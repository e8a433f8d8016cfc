// One sheet in somebody's hand: whose it is, how far it is, and the one thing that they can do with it now.
import { Alert, Button, Form, Input } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consoleAgendaWords } from '../../words/console-agenda.ts'
import { consolePaperWords } from '../../words/console-paper.ts'
import { paperBallotWords } from '../../words/paper-ballot.ts'
import { choicesText } from '../../words/poll.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useDeskWords } from './desk-words.ts'
import { Marks, type MarksFilled, marksOf } from './marks-field.tsx'
import { Pictures } from './pictures.tsx'
import { usePaperAct } from './queries.ts'
import { Register } from './register.tsx'
import { Returning } from './returning.tsx'
import type { SheetGiven } from './sheet-given.ts'

const CheckingIn = ({ poll, code, sheet, next }: SheetGiven) => {
  const words = useWords(consolePaperWords)
  const [form] = Form.useForm<{ to: string }>()
  const checking = usePaperAct<object, PaperSheet>(poll, 'check-in', next)
  const required = useRule(true)
  return (
    <Form
      form={form}
      layout="inline"
      requiredMark={false}
      initialValues={{ to: sheet.electorate === 'owners' ? words.owner : words.inPerson }}
      onFinish={({ to }) => checking.mutate({ code, to })}
    >
      <Form.Item name="to" label={words.whoCame} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Button htmlType="submit" loading={checking.isPending}>
        {words.checkIn}
      </Button>
      <ProblemNote error={checking.error} />
    </Form>
  )
}

const Reading = ({ poll, code, sheet, finish }: SheetGiven) => {
  const words = useWords(consolePaperWords)
  const agenda = useWords(consoleAgendaWords)
  const [form] = Form.useForm<MarksFilled>()
  const reading = usePaperAct<object, PaperSheet>(poll, 'read', finish)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(filled) => reading.mutate({ code, marks: marksOf(filled, sheet.questions) })}
    >
      {sheet.asks > 1 && <p className="meta">{agenda.whole}</p>}
      {sheet.pages > 1 && <p className="meta">{words.pageUnsigned}</p>}
      <Marks sheet={sheet} />
      <ProblemNote error={reading.error} />
      <Button type="primary" htmlType="submit" loading={reading.isPending}>
        {sheet.status === 'read-once' ? words.readTwice : words.read}
      </Button>
    </Form>
  )
}

/** What the two read, of each question in which they differ. */
const Readings = ({ sheet: { questions, readings } }: Pick<SheetGiven, 'sheet'>) => {
  const words = useWords(consoleAgendaWords)
  const { lang } = useLanguage()
  return questions.map(({ poll, question }) => (
    <div key={poll}>
      <strong>{question.text}</strong>
      <ul>
        {readings.map(({ by, marks }) => (
          <li key={by}>{words.readBy(by, choicesText(question, marks[poll] ?? [], lang))}</li>
        ))}
      </ul>
    </div>
  ))
}

const Settling = ({ poll, code, sheet, finish }: SheetGiven) => {
  const words = useWords(consolePaperWords)
  const { differing } = useWords(consoleAgendaWords)
  const [form] = Form.useForm<MarksFilled & { reason: string }>()
  const settling = usePaperAct<object, PaperSheet>(poll, 'settle', finish)
  const required = useRule(true)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ reason, ...filled }) => settling.mutate({ code, marks: marksOf(filled, sheet.questions), reason })}
    >
      <p>{words.settleHint}</p>
      <p className="meta">{differing}</p>
      <Readings sheet={sheet} />
      <Marks sheet={sheet} />
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <ProblemNote error={settling.error} />
      <Button type="primary" htmlType="submit" loading={settling.isPending}>
        {words.settle}
      </Button>
    </Form>
  )
}

const ToDo = (given: SheetGiven) => {
  const words = useWords(consolePaperWords)
  const { may } = given.sheet
  if (may.includes('return')) return <Returning {...given} />
  if (may.includes('read')) return <Reading {...given} />
  return may.includes('settle') ? <Settling {...given} /> : <p>{words.nothingToDo}</p>
}

export const SheetInHand = (given: SheetGiven) => {
  const words = useDeskWords(given.sheet)
  const printed = useWords(paperBallotWords)
  const { sheet } = given
  return (
    <div className="stack sheet-in-hand">
      <h3>{words.unit(sheet.number, sheet.name)}</h3>
      <p className="row chips">
        <span className="chip">{printed.status[sheet.status]}</span>
        {sheet.amounts.area && <span className="meta num">{printed.metres(sheet.amounts.area)}</span>}
        {sheet.issue > 1 && <span className="meta">{words.issue(sheet.issue)}</span>}
      </p>
      {sheet.channel && <Alert type="info" showIcon title={words.alreadyVoted(printed.channel[sheet.channel])} />}
      {sheet.proxy && <p>{words.proxyStands(sheet.proxy)}</p>}
      {sheet.checkedIn && <p>{words.checkedIn}</p>}
      {sheet.may.includes('check-in') && <CheckingIn {...given} />}
      <div className="paper-beside">
        <Pictures poll={given.poll} sheet={sheet} />
        <div>
          <ToDo {...given} />
        </div>
      </div>
      <Register steps={sheet.steps} />
    </div>
  )
}
