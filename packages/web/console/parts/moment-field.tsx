// A moment of the wall clock in Shanghai as a form field, kept as an instant.
import { Form, type FormRule, Input } from 'antd'
import { fromLocalField, toLocalField } from '../../words/console-time.ts'

type Props = {
  readonly name: string | (string | number)[]
  readonly label: string
  readonly hint?: string
  readonly rules?: FormRule[]
}

export const MomentField = ({ name, label, hint, rules = [] }: Props) => (
  <Form.Item
    name={name}
    label={label}
    extra={hint}
    rules={rules}
    getValueProps={(at?: string | null) => ({ value: at ? toLocalField(at) : '' })}
    normalize={(text: string) => (text ? fromLocalField(text) : null)}
  >
    <Input type="datetime-local" />
  </Form.Item>
)
