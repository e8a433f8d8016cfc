// Noting whom the owners of a unit have chosen to vote for it, with where their signed choice is kept (R1.8).
import { Alert, Checkbox, Form, Input, Modal, Radio } from 'antd'
import type { PollFile, PollVoter } from '@yishi/contract/poll'
import { consoleChoosingWords } from '../../words/console-choosing.ts'
import { isProblem } from '../api.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { usePollAct } from './use-poll-act.ts'

type Chosen = { readonly person: string; readonly evidence: string; readonly replaces?: boolean }
type Given = {
  readonly file: PollFile
  readonly voter: PollVoter
  readonly close: (said: string) => void
}

const ownersOf = ({ unit }: PollVoter) => unit?.owners ?? []

/** Who votes for the unit now, where that is decided. */
export const voterNameOf = (voter: PollVoter): string | null =>
  ownersOf(voter).find(({ person }) => person === voter.person)?.name ?? null

export const isShared = (voter: PollVoter): boolean => ownersOf(voter).length > 1

export const VoterOfUnit = ({ voter }: { readonly voter: PollVoter }) => {
  const words = useWords(consoleChoosingWords)
  if (!isShared(voter)) return null
  const name = voterNameOf(voter)
  return <span className={name ? 'meta' : 'meta tone-warn'}>{name ? words.votes(name) : words.nobody}</span>
}

/** Somebody else has voted, here or on a question beside this one. */
const Replacing = ({ name }: { readonly name: string | null }) => {
  const words = useWords(consoleChoosingWords)
  const signed = (_: unknown, value: unknown) =>
    value === true ? Promise.resolve() : Promise.reject(new Error(words.replacesNeeded))
  return (
    <>
      {name && <Alert type="warning" showIcon title={words.voted(name)} />}
      <Form.Item name="replaces" valuePropName="checked" rules={[{ validator: signed }]}>
        <Checkbox>{words.replaces}</Checkbox>
      </Form.Item>
    </>
  )
}

export const ChooseDialog = ({ file, voter, close }: Given) => {
  const words = useWords(consoleChoosingWords)
  const [form] = Form.useForm<Chosen>()
  const person = Form.useWatch('person', form)
  const nameOf = (id: string | undefined) => ownersOf(voter).find((owner) => owner.person === id)?.name ?? ''
  const choosing = usePollAct<Chosen>(file, `ballots/${voter.voter}/voter`, () =>
    close(words.done(voter.name, nameOf(form.getFieldValue('person') as string))),
  )
  const required = useRule(true)
  const other = person !== undefined && person !== voter.person
  const voted = other && voter.cast === 'own' ? voterNameOf(voter) : null
  const elsewhere = other && isProblem(choosing.error, 'co-owner-voted')
  return (
    <Modal
      open
      title={words.chooseFor(voter.name)}
      okText={words.choose}
      onOk={form.submit}
      confirmLoading={choosing.isPending}
      onCancel={() => close('')}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ person: voter.person ?? undefined }}
        onFinish={(values) => choosing.mutate(values)}
      >
        <p className="meta form-block">{words.hint}</p>
        <Form.Item name="person" label={words.who} rules={required}>
          <Radio.Group
            aria-label={words.who}
            options={ownersOf(voter).map((owner) => ({ value: owner.person, label: owner.name }))}
          />
        </Form.Item>
        <Form.Item name="evidence" label={words.evidence} extra={words.evidenceHint} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ProblemNote error={choosing.error} />
        {(voted !== null || elsewhere) && <Replacing name={voted} />}
      </Form>
    </Modal>
  )
}
