// The inputs that the command forms are made of: each is one labelled field of the contract.
import { Form, type FormRule, Input, Radio, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { partiesQuery } from '../queries.ts'
import { shellWords } from '../../words/console-shell.ts'

type FieldName = string | (string | number)[]
type Labelled = { readonly name: FieldName; readonly label: string; readonly required?: boolean }

export const useRule = (required: boolean) => {
  const words = useWords(shellWords)
  return required ? [{ required: true, whitespace: true, message: words.required }] : []
}

/** For boxes to tick: a group of them cannot be called required to whoever listens, so the rule only looks. */
export const useSomeRule = (): FormRule[] => {
  const { required } = useWords(shellWords)
  const some = (_: unknown, ticked: readonly unknown[] = []) =>
    ticked.length > 0 ? Promise.resolve() : Promise.reject(new Error(required))
  return [{ validator: some }]
}

const useLabel = (label: string, required: boolean): string => {
  const words = useWords(shellWords)
  return required ? label : `${label} (${words.optional})`
}

type TextProps = Labelled & { readonly longest: number; readonly hint?: string; readonly rows?: number }

export const TextField = ({ name, label, required = true, longest, hint, rows = 4 }: TextProps) => (
  <Form.Item name={name} label={useLabel(label, required)} rules={useRule(required)}>
    {rows === 1 ? (
      <Input maxLength={longest} placeholder={hint ?? ''} />
    ) : (
      <Input.TextArea maxLength={longest} placeholder={hint ?? ''} rows={rows} />
    )}
  </Form.Item>
)

type ChoiceProps = Labelled & { readonly choices: Readonly<Record<string, string>> }

export const ChoiceField = ({ name, label, choices }: ChoiceProps) => (
  <Form.Item name={name} label={label} rules={useRule(true)}>
    <Radio.Group
      aria-label={label}
      options={Object.entries(choices).map(([value, text]) => ({ value, label: text }))}
    />
  </Form.Item>
)

export const PartyField = ({ name, label }: Labelled) => {
  const { file } = useInHand()
  const parties = useQuery(partiesQuery(file.community.id))
  return (
    <Form.Item name={name} label={label} rules={useRule(true)}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        loading={parties.isPending}
        options={(parties.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
