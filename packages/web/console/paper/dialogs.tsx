// What is noted of units whose sheet is not at hand: a delivery with its proofs, why one failed, or that a new sheet is needed.
import { Checkbox, Form, Input, Modal, Radio } from 'antd'
import type { PaperDesk, PaperUnit } from '@yishi/contract/paper-ballot'
import type { Delivery, Failure } from '@yishi/domain/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useDeskWords } from './desk-words.ts'
import { usePaperAct } from './queries.ts'

type Done = { readonly done: number }
type Closing = { readonly poll: string; readonly close: (noted: number | null) => void }
type Delivered = {
  readonly how: Delivery
  readonly to?: string
  readonly told?: boolean
  readonly warned?: boolean
  readonly companion?: string
}

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const Proofs = ({ how }: { how: Exclude<Delivery, 'left'> }) => {
  const words = useWords(consolePaperWords)
  const required = useRule(true)
  return (
    <>
      <Form.Item name="to" label={words.to[how]} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="told" valuePropName="checked">
        <Checkbox>{words.told}</Checkbox>
      </Form.Item>
      <Form.Item name="warned" valuePropName="checked">
        <Checkbox>{words.warned}</Checkbox>
      </Form.Item>
    </>
  )
}

type Delivering = Pick<Closing, 'close'> & { readonly desk: PaperDesk; readonly voters: readonly string[] }

export const DeliverDialog = ({ desk, voters, close }: Delivering) => {
  const words = useDeskWords(desk)
  const [form] = Form.useForm<Delivered>()
  const how = Form.useWatch('how', form) ?? 'handed'
  const delivering = usePaperAct<object, Done>(desk.poll, 'deliver', ({ done }) => close(done))
  const send = ({ how, to = '', told = false, warned = false, companion = '' }: Delivered) =>
    delivering.mutate({ voters, how, to, told, warned, companion })
  return (
    <Modal
      open
      title={words.deliverTo(voters.length)}
      okText={words.deliver}
      onOk={form.submit}
      onCancel={() => close(null)}
      confirmLoading={delivering.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ how: 'handed' }} onFinish={send}>
        <Form.Item name="how" label={words.how}>
          <Radio.Group aria-label={words.how} options={choices(words.hows)} />
        </Form.Item>
        {how !== 'left' && <Proofs how={how} />}
        <Form.Item name="companion" label={words.companion}>
          <Input maxLength={40} />
        </Form.Item>
        <ProblemNote error={delivering.error} />
      </Form>
    </Modal>
  )
}

type OfUnit = Closing & { readonly unit: PaperUnit }

export const FailDialog = ({ poll, unit, close }: OfUnit) => {
  const words = useWords(consolePaperWords)
  const [form] = Form.useForm<{ why: Failure; note?: string; companion?: string }>()
  const failing = usePaperAct<object, Done>(poll, 'fail', ({ done }) => close(done))
  return (
    <Modal
      open
      title={words.failFor(unit.name)}
      okText={words.fail}
      onOk={form.submit}
      onCancel={() => close(null)}
      confirmLoading={failing.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ why: 'absent' }}
        onFinish={({ why, note = '', companion = '' }) => failing.mutate({ voter: unit.voter, why, note, companion })}
      >
        <Form.Item name="why" label={words.why}>
          <Radio.Group aria-label={words.why} options={choices(words.whys)} />
        </Form.Item>
        <Form.Item name="note" label={words.note}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="companion" label={words.companion}>
          <Input maxLength={40} />
        </Form.Item>
        <ProblemNote error={failing.error} />
      </Form>
    </Modal>
  )
}

export const ReplaceDialog = ({ poll, unit, close }: OfUnit) => {
  const words = useWords(consolePaperWords)
  const [form] = Form.useForm<{ reason: string }>()
  const replacing = usePaperAct<object, Done>(poll, 'replace', ({ done }) => close(done))
  const required = useRule(true)
  return (
    <Modal
      open
      title={words.replaceFor(unit.name)}
      okText={words.replace}
      onOk={form.submit}
      onCancel={() => close(null)}
      confirmLoading={replacing.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => replacing.mutate({ voter: unit.voter, reason })}
      >
        <p>{words.replaceHint}</p>
        <Form.Item name="reason" label={words.why} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ProblemNote error={replacing.error} />
      </Form>
    </Modal>
  )
}
