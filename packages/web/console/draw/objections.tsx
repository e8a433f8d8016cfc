// What was said against a draw; answered here by somebody other than whoever said it, in words that become public.
import { Button, Form, Input, Radio } from 'antd'
import type { DrawFile } from '@yishi/contract/draw'
import { useState } from 'react'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useDrawAct } from './use-draw-act.ts'

type Told = DrawFile['told'][number]
type Answer = { readonly answer: string; readonly upheld: 'yes' | 'no' }

const AnswerForm = ({ file, objection }: { file: DrawFile; objection: number }) => {
  const words = useWords(consoleDrawWords)
  const rules = useRule(true)
  const answering = useDrawAct<object>(file, 'answer-objection')
  return (
    <Form
      name={`objection-${objection}`}
      layout="vertical"
      requiredMark={false}
      onFinish={({ answer, upheld }: Answer) => answering.mutate({ objection, answer, upheld: upheld === 'yes' })}
    >
      <Form.Item name="answer" label={words.answer} extra={words.answerHint} rules={rules}>
        <Input.TextArea maxLength={1000} rows={3} />
      </Form.Item>
      <Form.Item name="upheld" label={words.upheld} rules={rules}>
        <Radio.Group
          aria-label={words.upheld}
          options={Object.entries(words.upheldChoices).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <div className="stack">
        <ProblemNote error={answering.error} />
        <div>
          <Button type="primary" htmlType="submit" loading={answering.isPending}>
            {words.answerIt}
          </Button>
        </div>
      </div>
    </Form>
  )
}

const Said = ({ file, told, may }: { file: DrawFile; told: Told; may: boolean }) => {
  const words = useWords(consoleDrawWords)
  const [open, setOpen] = useState(false)
  return (
    <li className="order">
      <p className="said">{told.grounds}</p>
      <span className="meta">
        {told.name} · <span className="num">{shortMoment(told.lodgedAt)}</span>
      </span>
      {told.answer !== null && (
        <p>{`${told.upheld ? words.upheldChoices.yes : words.upheldChoices.no}: ${told.answer}`}</p>
      )}
      {told.answer === null && may && !open && (
        <div>
          <Button type="primary" onClick={() => setOpen(true)}>
            {words.answerIt}
          </Button>
        </div>
      )}
      {told.answer === null && open && <AnswerForm file={file} objection={told.objection} />}
    </li>
  )
}

export const Objections = ({ file }: { file: DrawFile }) => {
  const words = useWords(consoleDrawWords)
  if (file.told.length === 0) return null
  return (
    <section className="panel box" aria-label={words.objections}>
      <h2>{words.objections}</h2>
      <ul>
        {file.told.map((told) => (
          <Said key={told.objection} file={file} told={told} may={file.may.includes('answer-objection')} />
        ))}
      </ul>
    </section>
  )
}
