// Recording what reached the owners of silent ballots: which of the three proofs, on what evidence, for the units listed, for whole stairways, or for all.
import { Button, Form, Input, Radio, Select } from 'antd'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { PROOFS, type ProofKind } from '@yishi/domain/poll'
import { useState } from 'react'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { usePollAct } from './use-poll-act.ts'

type Proved = { readonly proof: ProofKind; readonly evidence: string }
type Whom = { readonly voters: readonly string[] } | { readonly silentIn: readonly string[] | 'everywhere' }
type Given = { readonly file: PollFile; readonly voters: readonly PollVoter[] }

const EVERYWHERE = 'everywhere'

const silentOf = (file: PollFile) =>
  file.turnout.groups
    .map(({ name, path = '', cast, of }) => ({ name, path, count: of - cast }))
    .filter(({ count }) => count > 0)

/** Whose proof it is, and of how many units; where no place is chosen, of those listed. */
const meant = (file: PollFile, listed: readonly PollVoter[], places: readonly string[]): Whom & { count: number } => {
  const voters = listed.filter(({ cast }) => cast === null).map(({ voter }) => voter)
  if (places.length === 0) return { voters, count: voters.length }
  const all = places.includes(EVERYWHERE)
  const silent = silentOf(file).filter(({ path }) => all || places.includes(path))
  const count = silent.reduce((sum, each) => sum + each.count, 0)
  return { silentIn: all ? EVERYWHERE : places, count }
}

export const Proofs = ({ file, voters }: Given) => {
  const words = useWords(consoleAssemblyWords)
  const [form] = Form.useForm<Proved>()
  const [said, say] = useState('')
  const [places, choose] = useState<readonly string[]>([])
  const acting = usePollAct<Proved & Whom>(file, 'proofs', () => say(words.proofDone))
  const required = useRule(true)
  const { count, ...whom } = meant(file, voters, places)
  const { turnout } = file
  const options = [
    { value: EVERYWHERE, label: words.everywhere(turnout.of - turnout.cast) },
    ...silentOf(file).map((each) => ({ value: each.path, label: words.silentAt(each.name, each.count) })),
  ]
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
        onFinish={(values) => acting.mutate({ ...values, ...whom })}
      >
        <Form.Item name="proof" label={words.proof} rules={required}>
          <Radio.Group
            aria-label={words.proof}
            options={PROOFS.map((value) => ({ value, label: words.kinds[value] }))}
          />
        </Form.Item>
        <Form.Item label={words.where}>
          <Select
            aria-label={words.where}
            mode="multiple"
            options={options}
            placeholder={words.onlyListed}
            value={[...places]}
            onChange={choose}
          />
        </Form.Item>
        <Form.Item name="evidence" label={words.evidence} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ProblemNote error={acting.error} />
        <Button htmlType="submit" disabled={count === 0} loading={acting.isPending}>
          {words.forUnvoted(count)}
        </Button>
      </Form>
    </section>
  )
}
