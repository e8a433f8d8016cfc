// The roll of an election in the console: published, objected to and corrected.
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Radio } from 'antd'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { localDateOf } from '@yishi/domain/calendar'
import { type Instant, later } from '@yishi/domain/kernel'
import { useState } from 'react'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useRule } from '../commands/inputs.tsx'
import { fullDay } from '../../words/moments.ts'
import { useLanguage, useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { linesIn, votersIn } from './lines.ts'
import { rollQuery, useElectionAct } from './queries.ts'

export type Given = { readonly file: ElectionFileView }

type Objection = ElectionFileView['objections'][number]

const Ruling = ({ file, objection }: Given & { objection: Objection }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const ruling = useElectionAct<object>(file, 'rule')
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ upheld: true }}
      onFinish={(values: object) => ruling.mutate({ ...values, objection: objection.objection })}
    >
      <Form.Item name="upheld" label={words.ruling}>
        <Radio.Group
          aria-label={words.ruling}
          options={[
            { value: true, label: words.upheld },
            { value: false, label: words.notUpheld },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <ProblemNote error={ruling.error} />
      <Button htmlType="submit" loading={ruling.isPending}>
        {words.rule}
      </Button>
    </Form>
  )
}

const Due = ({ objection: { due } }: { objection: Objection }) => {
  const words = useWords(consoleSecretElectionWords)
  const { lang } = useLanguage()
  return due === null ? (
    <Alert type="warning" showIcon title={words.overdue} />
  ) : (
    <p className="meta">{words.dueBy(fullDay(localDateOf(later(due as Instant, -1)), lang))}</p>
  )
}

export const Objections = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  return (
    <section className="panel box stack" aria-label={words.objections}>
      <h2>{words.objections}</h2>
      {file.objections.length === 0 && <p className="quiet">{words.noObjections}</p>}
      {file.objections.map((objection) => (
        <div className="stack" key={objection.objection}>
          <p>{`${objection.name}：${objection.text}`}</p>
          {objection.ruling ? (
            <p className="meta">
              {`${objection.ruling.upheld ? words.upheld : words.notUpheld} · ${objection.ruling.reason}`}
              {objection.ruling.late ? ` · ${words.late(file.law.rulingDays)}` : ''}
            </p>
          ) : (
            file.may.includes('rule') && (
              <>
                <Due objection={objection} />
                <Ruling file={file} objection={objection} />
              </>
            )
          )}
        </div>
      ))}
    </section>
  )
}

/** Numbers on the roll are what people read out; the server knows voters by their ids. */
export const useNumbers = ({ election }: ElectionFileView) => {
  const client = useQueryClient()
  const words = useWords(consoleSecretElectionWords)
  return async (number: string): Promise<string> => {
    const lines = await client.fetchQuery(rollQuery(election, number))
    const found = lines.find((line) => String(line.number) === number)
    if (!found) throw new Error(words.notOnRoll(number))
    return found.voter
  }
}

type Correction = { readonly add?: string; readonly strike?: string; readonly reason: string }

export const Correcting = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const [form] = Form.useForm<Correction>()
  const [wrong, say] = useState('')
  const idOf = useNumbers(file)
  const correcting = useElectionAct<object>(file, 'correct', () => form.resetFields())
  const send = async ({ add, strike, reason }: Correction) => {
    say('')
    try {
      const struck = await Promise.all(linesIn(strike).map(idOf))
      correcting.mutate({ add: votersIn(add), strike: struck, reason })
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void send(values)}>
      <Form.Item name="add" label={words.add}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="strike" label={words.strike}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
      {wrong && <Alert type="error" showIcon title={wrong} />}
      <ProblemNote error={correcting.error} />
      <Button htmlType="submit" loading={correcting.isPending}>
        {words.correct}
      </Button>
    </Form>
  )
}
