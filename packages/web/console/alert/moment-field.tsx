// A moment of the wall clock in Shanghai as a form field, kept as an instant.
import { Form, Input } from 'antd'
import { fromLocalField, toLocalField } from '../../words/console-time.ts'

type Props = { readonly name: string | string[]; readonly label: string; readonly hint: string }

export const MomentField = ({ name, label, hint }: Props) => (
  <Form.Item
    name={name}
    label={label}
    extra={hint}
    getValueProps={(at?: string | null) => ({ value: at ? toLocalField(at) : '' })}
    normalize={(text: string) => (text ? fromLocalField(text) : null)}
  >
    <Input type="datetime-local" />
  </Form.Item>
)
