// What was said against a notice, those that wait for an answer first; answered here, in words that become public.
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import type { NoticeFile, ObjectionView } from '@yishi/contract/notice'
import { useState } from 'react'
import { consoleNoticeWords } from '../../words/console-notice.ts'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { newKey, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useNoticeInHand } from './in-hand.tsx'

type Answer = { readonly answer: string; readonly upheld: 'yes' | 'no' }

const AnswerForm = ({ objection, onDone }: { objection: string; onDone: () => void }) => {
  const words = useWords(consoleNoticeWords)
  const { required, cancel } = useWords(shellWords)
  const { replace } = useNoticeInHand()
  const [key, setKey] = useState(newKey)
  const answering = useMutation({
    mutationFn: ({ answer, upheld }: Answer) =>
      write<NoticeFile>(`/objections/${objection}/answer`, { answer, upheld: upheld === 'yes' }, { key }),
    onSuccess(file) {
      replace(file)
      onDone()
    },
    onError: () => setKey(newKey()),
  })
  const rules = [{ required: true, whitespace: true, message: required }]
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values: Answer) => answering.mutate(values)}>
      <Form.Item name="answer" label={words.answer} extra={words.answerHint} rules={rules}>
        <Input.TextArea maxLength={2000} rows={3} />
      </Form.Item>
      <Form.Item name="upheld" label={words.upheld} rules={rules}>
        <Radio.Group
          aria-label={words.upheld}
          options={Object.entries(words.upheldChoices).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <div className="stack">
        <ProblemNote error={answering.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={answering.isPending}>
            {words.answerIt}
          </Button>
          <Button onClick={onDone}>{cancel}</Button>
        </div>
      </div>
    </Form>
  )
}

const Said = ({ view, may }: { view: ObjectionView; may: boolean }) => {
  const words = useWords(consoleNoticeWords)
  const [open, setOpen] = useState(false)
  const who = [view.name, view.phone].filter(Boolean).join(' ') || words.anonymous
  return (
    <li className="order">
      <p className="said">{view.text}</p>
      <span className="meta">
        {who} · <span className="num">{shortMoment(view.lodgedAt)}</span>
      </span>
      {view.status === 'taken-back' && <span className="chip mute">{words.takenBack}</span>}
      {view.answer !== null && (
        <>
          <span className={`chip ${view.upheld ? 'warn' : 'ok'}`}>
            {view.upheld ? words.upheldDone : words.notUpheldDone}
          </span>
          <p>{view.answer}</p>
        </>
      )}
      {view.status === 'lodged' && may && !open && (
        <div>
          <Button type="primary" onClick={() => setOpen(true)}>
            {words.answerIt}
          </Button>
        </div>
      )}
      {open && <AnswerForm objection={view.objection} onDone={() => setOpen(false)} />}
    </li>
  )
}

export const Objections = () => {
  const words = useWords(consoleNoticeWords)
  const { file } = useNoticeInHand()
  return (
    <section className="panel box" aria-label={words.objections}>
      <h2>{words.objections}</h2>
      {file.objections.upheld > 0 && file.status !== 'told' && <p className="meta">{words.upheldNext}</p>}
      {file.told.length === 0 ? (
        <p className="quiet">{words.noObjections}</p>
      ) : (
        <ul>
          {file.told.map((view) => (
            <Said key={view.objection} view={view} may={file.may.answer} />
          ))}
        </ul>
      )}
    </section>
  )
}
