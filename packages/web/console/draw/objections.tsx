// What was said against a draw; answered here by somebody other than whoever said it, in words that become public.
import { Button } from 'antd'
import type { DrawFile } from '@yishi/contract/draw'
import { useState } from 'react'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useWords } from '../language.tsx'
import { AnswerForm } from '../parts/answer-form.tsx'
import { useDrawAct } from './use-draw-act.ts'

type Told = DrawFile['told'][number]

const Answering = ({ file, objection }: { file: DrawFile; objection: number }) => {
  const words = useWords(consoleDrawWords)
  const sending = useDrawAct<object>(file, 'answer-objection')
  const answering = { ...sending, mutate: (answer: object) => sending.mutate({ objection, ...answer }) }
  return <AnswerForm words={words} longest={1000} sending={answering} name={`objection-${objection}`} />
}

const Said = ({ file, told, may }: { file: DrawFile; told: Told; may: boolean }) => {
  const words = useWords(consoleDrawWords)
  const { said } = useWords(shellWords)
  const [open, setOpen] = useState(false)
  return (
    <li className="order">
      <p className="said">{told.grounds}</p>
      <span className="meta">
        {told.name} · <span className="num">{shortMoment(told.lodgedAt)}</span>
      </span>
      {told.answer !== null && (
        <p>{said(told.upheld ? words.upheldChoices.yes : words.upheldChoices.no, told.answer)}</p>
      )}
      {told.answer === null && may && !open && (
        <div>
          <Button type="primary" onClick={() => setOpen(true)}>
            {words.answerIt}
          </Button>
        </div>
      )}
      {told.answer === null && open && <Answering file={file} objection={told.objection} />}
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
