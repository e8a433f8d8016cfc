// One draw in the console: its result and pools, its sources to tell, what is said against it, and the end of one that does not count.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import type { DrawFile } from '@yishi/contract/draw'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/draw.css'
import '../styles/matter.css'
import '../styles/poll.css'
import { DrawChip } from './draw-line.tsx'
import { Objections } from './objections.tsx'
import { drawQuery } from './queries.ts'
import { Sources } from './sources.tsx'
import { useDrawAct } from './use-draw-act.ts'

type Given = { readonly file: DrawFile }

const Moments = ({ file }: Given) => {
  const words = useWords(consoleDrawWords)
  const { announcedAt, drawnAt, objectableUntil, draw, status, result } = file
  return (
    <p className="row chips">
      <DrawChip status={status} />
      <span className="meta num">{words.announcedAt(shortMoment(announcedAt))}</span>
      {drawnAt && <span className="meta num">{words.drawnAt(shortMoment(drawnAt))}</span>}
      {objectableUntil && <span className="meta num">{words.objectableUntil(shortMoment(objectableUntil))}</span>}
      <a href={`/draws/${draw}`}>{words.publicPage}</a>
      {(['a3', 'a4'] as const).map((paper) => (
        <a key={paper} href={`/draws/${draw}/poster.pdf?paper=${paper}`}>
          {words.poster(paper.toUpperCase())}
        </a>
      ))}
      {result && (
        <a href={`/draws/${draw}/draw.json`} download="">
          {words.download}
        </a>
      )}
    </p>
  )
}

const Result = ({ file: { result, rounds } }: Given) => {
  const words = useWords(consoleDrawWords)
  if (!result) return null
  return (
    <section className="panel box" aria-label={words.result}>
      <h2>{words.result}</h2>
      <p className={result.agrees ? 'meta' : 'problem'}>{result.agrees ? words.agrees : words.differs}</p>
      <table className="draw-result">
        <thead>
          <tr>
            <th scope="col">{words.turn}</th>
            {rounds.map(({ name }, index) => (
              <th scope="col" key={name + String(index)}>
                {index > 0 && name !== '' ? name : words.lot}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.turns.map((turn, index) => (
            <tr key={turn.join(' ')}>
              <th scope="row" className="num">
                {index + 1}
              </th>
              {turn.map((lot) => (
                <td key={lot}>{lot}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Pools = ({ file: { rounds, text } }: Given) => {
  const words = useWords(consoleDrawWords)
  const { said } = useWords(shellWords)
  return (
    <section className="panel box" aria-label={words.pool}>
      {text && <p className="note">{text}</p>}
      {rounds.map(({ name, pool, count }, index) => (
        <div className="draw-block" key={name + String(index)}>
          <h2>{name === '' ? words.pool : said(words.pool, name)}</h2>
          <p className="meta num">{words.of(count, pool.length, 1)}</p>
          <ol className="draw-lots">
            {pool.map((lot) => (
              <li key={lot}>{lot}</li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

const Annulling = ({ file }: Given) => {
  const words = useWords(consoleDrawWords)
  const [asked, ask] = useState(false)
  const [form] = Form.useForm<{ reason: string }>()
  const annulling = useDrawAct<{ reason: string }>(file, 'annul', () => ask(false))
  const required = useRule(true)
  return (
    <div>
      <Button danger onClick={() => ask(true)}>
        {words.annul}
      </Button>
      {asked && (
        <Modal
          open
          title={words.annul}
          okText={words.annul}
          onOk={form.submit}
          onCancel={() => ask(false)}
          confirmLoading={annulling.isPending}
        >
          <p>{words.annulHint}</p>
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => annulling.mutate(values)}>
            <Form.Item name="reason" label={words.reason} rules={required}>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
            <ProblemNote error={annulling.error} />
          </Form>
        </Modal>
      )}
    </div>
  )
}

const Opened = ({ file }: Given) => {
  const words = useWords(consoleDrawWords)
  const above = file.matterId ? (
    <Link to={`/matters/${file.matterId}`}>‹ {words.backToMatter}</Link>
  ) : (
    <Link to="/draws">‹ {words.draws}</Link>
  )
  return (
    <Page title={file.title} above={above}>
      <Moments file={file} />
      <div className="matter">
        <div className="stack">
          {file.annulled && <p className="panel box">{words.annulled(file.annulled.reason)}</p>}
          <Result file={file} />
          <Objections file={file} />
          <Pools file={file} />
        </div>
        <div className="stack">
          <Sources file={file} />
          {file.may.includes('annul') && <Annulling file={file} />}
        </div>
      </div>
    </Page>
  )
}

export const DrawPage = () => {
  const { draw = '' } = useParams()
  return <Answered query={useQuery(drawQuery(draw))}>{(file) => <Opened file={file} />}</Answered>
}
