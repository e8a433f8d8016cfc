// What was said against a notice, those that wait for an answer first; answered here, in words that become public.
import { Button } from 'antd'
import type { NoticeFile, ObjectionView } from '@yishi/contract/notice'
import { useState } from 'react'
import { consoleNoticeWords } from '../../words/console-notice.ts'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { write } from '../api.ts'
import { useWords } from '../language.tsx'
import { AnswerForm } from '../parts/answer-form.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useNoticeInHand } from './in-hand.tsx'

const Answering = ({ objection, onDone }: { objection: string; onDone: () => void }) => {
  const { cancel } = useWords(shellWords)
  const { replace } = useNoticeInHand()
  const answering = useAttempt({
    send: (answer: object, key) => write<NoticeFile>(`/objections/${objection}/answer`, answer, { key }),
    onDone(file) {
      replace(file)
      onDone()
    },
  })
  return (
    <AnswerForm words={useWords(consoleNoticeWords)} longest={2000} sending={answering}>
      <Button onClick={onDone}>{cancel}</Button>
    </AnswerForm>
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
      {open && <Answering objection={view.objection} onDone={() => setOpen(false)} />}
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
