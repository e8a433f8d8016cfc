// Who votes for whom in the console: arranged, ended, and those that lapsed because whoever holds them stands.
import { Alert, Button, Form, Input } from 'antd'
import type { ElectionFileView } from '@yishi/contract/election-file'
import { useState } from 'react'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Submit } from '../parts/submit.tsx'
import { useElectionAct } from './queries.ts'
import { type Given, useNumbers } from './roll.tsx'

type Pair = { readonly principal: string; readonly holder: string; readonly relation: string }

export const Proxies = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const [form] = Form.useForm<Pair>()
  const [wrong, say] = useState('')
  const idOf = useNumbers(file)
  const arranging = useElectionAct<Pair>(file, 'proxy', () => form.resetFields())
  const send = async ({ principal, holder, relation }: Pair) => {
    say('')
    try {
      arranging.mutate({ principal: await idOf(principal.trim()), holder: await idOf(holder.trim()), relation })
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void send(values)}>
      <div className="two">
        <Form.Item name="principal" label={words.principal} rules={required}>
          <Input inputMode="numeric" maxLength={6} />
        </Form.Item>
        <Form.Item name="holder" label={words.holder} rules={required}>
          <Input inputMode="numeric" maxLength={6} />
        </Form.Item>
      </div>
      <Form.Item name="relation" label={words.relation} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      {wrong && <Alert type="error" showIcon title={wrong} />}
      <ProblemNote error={arranging.error} />
      <Button htmlType="submit" loading={arranging.isPending}>
        {words.proxy}
      </Button>
    </Form>
  )
}

type Ending = { readonly principal: string; readonly reason: string }

/** What people find out themselves: a principal who is back, or a holder who stands and has a namesake. */
export const EndProxy = ({ file, principal = '' }: Given & { principal?: string }) => {
  const words = useWords(consoleSecretElectionWords)
  const required = useRule(true)
  const [form] = Form.useForm<Ending>()
  const [wrong, say] = useState('')
  const idOf = useNumbers(file)
  const ending = useElectionAct<Ending>(file, 'lapse', () => form.resetFields())
  const send = async ({ principal: number, reason }: Ending) => {
    say('')
    try {
      ending.mutate({ principal: await idOf(number.trim()), reason })
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ principal }}
      onFinish={(values) => void send(values)}
    >
      <div className="two">
        <Form.Item name="principal" label={words.principal} rules={required}>
          <Input inputMode="numeric" maxLength={6} />
        </Form.Item>
        <Form.Item name="reason" label={words.reason} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      {wrong && <Alert type="error" showIcon title={wrong} />}
      <Submit sending={ending} label={words.lapse} />
    </Form>
  )
}

type Unsure = ElectionFileView['unsure'][number]

const UnsureProxy = ({ file, unsure }: Given & { unsure: Unsure }) => {
  const words = useWords(consoleSecretElectionWords)
  const { number, name, holder, namesakes } = unsure
  return (
    <>
      <Alert type="warning" showIcon title={words.unsure(name, holder, namesakes)} />
      {file.may.includes('lapse') && (
        <details>
          <summary>{words.lapse}</summary>
          <EndProxy file={file} principal={String(number)} />
        </details>
      )}
    </>
  )
}

/** Whom the desk has to tell, and of whom it has to find out. */
export const LapsedProxies = ({ file }: Given) => {
  const words = useWords(consoleSecretElectionWords)
  const { lapsed, unsure } = file
  if (lapsed.length + unsure.length === 0) return null
  return (
    <section className="panel box stack" aria-label={words.lapsed}>
      <h2>{words.lapsed}</h2>
      {unsure.map((each) => (
        <UnsureProxy key={each.voter} file={file} unsure={each} />
      ))}
      {lapsed.length > 0 && <p className="meta">{words.lapsedHint}</p>}
      <ul className="poll-voters">
        {lapsed.map(({ number, name, group, holder, known }) => (
          <li key={number}>
            <strong>{words.lapsedLine(number, name, holder)}</strong>
            <span className="meta">{[group, known ? words.heard : words.unheard].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
