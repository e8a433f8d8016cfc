// Withdrawing something for a reason that is told to whoever reads of it; asked once more in a dialog.
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useRule } from '../commands/inputs.tsx'
import { ProblemNote } from './problem-note.tsx'

export type Withdrawal = { readonly reason: string }

type Sending = {
  readonly error: unknown
  readonly isPending: boolean
  readonly mutate: (withdrawal: Withdrawal, then: { onSuccess: () => void }) => void
}
type Given = {
  readonly sending: Sending
  readonly words: { readonly withdraw: string; readonly withdrawReason: string }
}

export const Withdraw = ({ sending, words }: Given) => {
  const [asked, ask] = useState(false)
  const [form] = Form.useForm<Withdrawal>()
  const required = useRule(true)
  const send = (withdrawal: Withdrawal) => sending.mutate(withdrawal, { onSuccess: () => ask(false) })
  return (
    <div>
      <Button danger onClick={() => ask(true)}>
        {words.withdraw}
      </Button>
      {asked && (
        <Modal
          open
          title={words.withdraw}
          okText={words.withdraw}
          onOk={form.submit}
          onCancel={() => ask(false)}
          confirmLoading={sending.isPending}
        >
          <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
            <Form.Item name="reason" label={words.withdrawReason} rules={required}>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
            <ProblemNote error={sending.error} />
          </Form>
        </Modal>
      )}
    </div>
  )
}
