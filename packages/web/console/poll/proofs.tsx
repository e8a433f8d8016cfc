// Recording what reached the owners of silent ballots: which of the three proofs, on what evidence, for which of the units listed.
import { Button, Form, Input, Radio } from 'antd'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { PROOFS, type ProofKind } from '@yishi/domain/poll'
import { useState } from 'react'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { usePollAct } from './use-poll-act.ts'

type Proved = { readonly proof: ProofKind; readonly evidence: string }
type Given = { readonly file: PollFile; readonly voters: readonly PollVoter[] }

export const Proofs = ({ file, voters }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const [form] = Form.useForm<Proved>()
  const [said, say] = useState('')
  const acting = usePollAct<Proved & { voters: readonly string[] }>(file, 'proofs', () => say(words.proofDone))
  const required = useRule(true)
  const silent = voters.filter(({ cast }) => cast === null).map(({ voter }) => voter)
  return (
    <section className="panel box" aria-label={words.proofs}>
      <h2>{words.proofs}</h2>
      <p className="meta">{words.proofsHint}</p>
      <p role="status" className={said ? 'saved' : ''}>
        {said}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ proof: 'delivered' }}
        onFinish={(values) => acting.mutate({ ...values, voters: silent })}
      >
        <Form.Item name="proof" label={words.proof} rules={required}>
          <Radio.Group
            aria-label={words.proof}
            options={PROOFS.map((value) => ({ value, label: words.kinds[value] }))}
          />
        </Form.Item>
        <Form.Item name="evidence" label={words.evidence} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ProblemNote error={acting.error} />
        <Button htmlType="submit" disabled={silent.length === 0} loading={acting.isPending}>
          {words.forUnvoted(silent.length)}
        </Button>
      </Form>
    </section>
  )
}
