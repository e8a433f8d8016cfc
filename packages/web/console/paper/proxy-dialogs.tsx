// A written proxy of one unit: who signs in the owner's place, and taking that back.
import { Form, Input, Modal } from 'antd'
import type { PaperUnit } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { usePaperAct } from './queries.ts'

type Given = { readonly poll: string; readonly unit: PaperUnit; readonly close: (noted: number | null) => void }
type Done = { readonly done: number }

export const ProxyDialog = ({ poll, unit, close }: Given) => {
  const words = useWords(consolePaperWords)
  const [form] = Form.useForm<{ name: string; holder: string; document: string }>()
  const appointing = usePaperAct<object, Done>(poll, 'proxy', ({ done }) => close(done))
  const required = useRule(true)
  const fields = [
    ['name', words.proxyName, 40],
    ['holder', words.proxyPhone, 11],
    ['document', words.proxyDocument, 100],
  ] as const
  return (
    <Modal
      open
      title={words.proxyFor(unit.name)}
      okText={words.proxy}
      onOk={form.submit}
      onCancel={() => close(null)}
      confirmLoading={appointing.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(filled) => appointing.mutate({ voter: unit.voter, ...filled })}
      >
        <p>{words.proxyHint}</p>
        {fields.map(([name, label, longest]) => (
          <Form.Item key={name} name={name} label={label} rules={required}>
            <Input maxLength={longest} {...(name === 'holder' && { inputMode: 'tel' as const })} />
          </Form.Item>
        ))}
        <ProblemNote error={appointing.error} />
      </Form>
    </Modal>
  )
}

export const RevokeDialog = ({ poll, unit, close }: Given) => {
  const words = useWords(consolePaperWords)
  const [form] = Form.useForm<{ reason: string }>()
  const revoking = usePaperAct<object, Done>(poll, 'revoke-proxy', ({ done }) => close(done))
  const required = useRule(true)
  return (
    <Modal
      open
      title={words.revokeFor(unit.name)}
      okText={words.revoke}
      onOk={form.submit}
      onCancel={() => close(null)}
      confirmLoading={revoking.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => revoking.mutate({ voter: unit.voter, reason })}
      >
        <Form.Item name="reason" label={words.why} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ProblemNote error={revoking.error} />
      </Form>
    </Modal>
  )
}
