// What the law asks of a committee and by when: done, due, overdue; each is noted with its day and where it can be seen.
import { Button, Form, Input, Modal } from 'antd'
import type { TermBody, TermFile } from '@yishi/contract/term'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { useState } from 'react'
import { consoleTermWords } from '../../words/console-term.ts'
import { termWords } from '../../words/term.ts'
import { TextField, useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTermAct } from './queries.ts'

type Deadline = TermFile['deadlines'][number]
type Given = { readonly file: TermFile }

const localDay = (at: string): string => localDateOf(at as Instant)

const NoteDialog = ({ file, step, close }: Given & Pick<Deadline, 'step'> & { readonly close: () => void }) => {
  const words = useWords(consoleTermWords)
  const { steps } = useWords(termWords)
  const sending = useTermAct(file.term, 'step', close)
  const required = useRule(true)
  return (
    <Modal open title={words.noteTitle(steps[step])} footer={null} onCancel={close}>
      <Form
        name="note-step"
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: localDay(file.asOf) }}
        onFinish={(values: Omit<TermBody<'step'>, 'step'>) => sending.mutate({ ...values, step })}
      >
        <Form.Item name="on" label={words.on} rules={required}>
          <Input type="date" />
        </Form.Item>
        <TextField name="evidence" label={words.stepEvidence} longest={300} rows={2} />
        <Submit sending={sending} label={words.note}>
          <Button onClick={close}>{words.cancel}</Button>
        </Submit>
      </Form>
    </Modal>
  )
}

const When = ({ deadline, asOf }: { readonly deadline: Deadline; readonly asOf: string }) => {
  const words = useWords(consoleTermWords)
  const { due, done, last } = deadline
  if (done) return <span className="chip ok">{words.done(done)}</span>
  return (
    <>
      {last && <span className="meta num">{words.lastMet(last)}</span>}
      <span className="meta num">{due ? words.due(due) : words.later}</span>
      {due && due < localDay(asOf) && <span className="chip bad">{words.late}</span>}
    </>
  )
}

export const Deadlines = ({ file }: Given) => {
  const words = useWords(consoleTermWords)
  const { steps } = useWords(termWords)
  const { lang } = useLanguage()
  const [noted, note] = useState<Deadline['step'] | null>(null)
  return (
    <section className="panel box" aria-label={words.steps}>
      <h2>{words.steps}</h2>
      <ul>
        {file.deadlines.map((deadline) => (
          <li className="poll-line" key={deadline.step}>
            <span>
              {steps[deadline.step]} <span className="meta">{deadline.article[lang]}</span>
            </span>
            <span className="row">
              <When deadline={deadline} asOf={file.asOf} />
              {file.status === 'running' && !deadline.done && deadline.due && (
                <Button
                  size="small"
                  aria-label={words.noteTitle(steps[deadline.step])}
                  onClick={() => note(deadline.step)}
                >
                  {words.note}
                </Button>
              )}
            </span>
            {deadline.evidence && <p className="meta">{words.evidence(deadline.evidence)}</p>}
          </li>
        ))}
      </ul>
      {noted && <NoteDialog file={file} step={noted} close={() => note(null)} />}
    </section>
  )
}
