// The roll before it hangs: drawn from the roster, looked over and corrected by a person, with a pasted list beside it.
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { consoleRollWords } from '../../words/console-roll.ts'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { namedTwice, votersIn } from './lines.ts'
import { Proposal, type Picked } from './proposal.tsx'
import { useElectionAct } from './queries.ts'
import type { Given } from './roll.tsx'

export const Publishing = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const own = useWords(consoleRollWords)
  const publishing = useElectionAct<object>(file, 'publish')
  const [drawing, draw] = useState(false)
  const [picked, pick] = useState<readonly Picked[]>([])
  const [pasted, paste] = useState('')
  const listed = votersIn(pasted)
  const twice = namedTwice(picked, listed)
  const all = [...picked, ...listed]
  return (
    <section className="panel box stack" aria-label={words.publish}>
      <h2>{words.publish}</h2>
      {drawing ? (
        <Proposal file={file} pick={pick} />
      ) : (
        <div className="stack">
          <p className="meta">{own.drawHint}</p>
          <div>
            <Button onClick={() => draw(true)}>{own.draw}</Button>
          </div>
        </div>
      )}
      <Form layout="vertical" requiredMark={false} onFinish={() => publishing.mutate({ voters: all })}>
        <Form.Item label={drawing ? own.beside : words.voters} htmlFor="voters" extra={words.votersHint}>
          <Input.TextArea
            id="voters"
            rows={drawing ? 3 : 8}
            value={pasted}
            onChange={({ target }) => paste(target.value)}
          />
        </Form.Item>
        {twice.length > 0 && <Alert type="warning" showIcon title={own.twice(twice)} />}
        <p className="num">{own.total(picked.length, listed.length)}</p>
        <ProblemNote error={publishing.error} />
        <Button type="primary" htmlType="submit" disabled={all.length === 0} loading={publishing.isPending}>
          {words.publish}
        </Button>
      </Form>
    </section>
  )
}
