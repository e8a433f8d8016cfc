// Answering an objection in words that become public, and saying whether it is upheld.
import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useRule } from '../commands/inputs.tsx'
import { Submit } from './submit.tsx'

type Words = Readonly<Record<'answer' | 'answerHint' | 'upheld' | 'answerIt', string>> & {
  readonly upheldChoices: Readonly<Record<'yes' | 'no', string>>
}
type Answer = { readonly answer: string; readonly upheld: boolean }
type Given = {
  readonly words: Words
  readonly longest: number
  readonly sending: {
    readonly error: unknown
    readonly isPending: boolean
    readonly mutate: (answer: Answer) => void
  }
  readonly name?: string
  readonly children?: ReactNode
}

export const AnswerForm = ({ words, longest, sending, name, children }: Given) => {
  const rules = useRule(true)
  return (
    <Form
      {...(name && { name })}
      layout="vertical"
      requiredMark={false}
      onFinish={({ answer, upheld }: { answer: string; upheld: 'yes' | 'no' }) =>
        sending.mutate({ answer, upheld: upheld === 'yes' })
      }
    >
      <Form.Item name="answer" label={words.answer} extra={words.answerHint} rules={rules}>
        <Input.TextArea maxLength={longest} rows={3} />
      </Form.Item>
      <Form.Item name="upheld" label={words.upheld} rules={rules}>
        <Radio.Group
          aria-label={words.upheld}
          options={Object.entries(words.upheldChoices).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Submit sending={sending} label={words.answerIt}>
        {children}
      </Submit>
    </Form>
  )
}
