// The sources of a draw: each from the list of what everybody knows, with the moment at which its numbers are public.
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { MomentField } from '../parts/moment-field.tsx'
import { type DrawValues, SOURCE_CHOICES, type SourceChoice } from './draft-body.ts'

const MOST_SOURCES = 6

const Particulars = ({ at, choice }: { at: number; choice: SourceChoice | undefined }) => {
  const words = useWords(consoleDrawWords)
  const required = useRule(true)
  if (choice === undefined || choice === 'drand') return <p className="meta">{words.drandHint}</p>
  return (
    <>
      <Form.Item name={[at, 'name']} label={choice === 'dice' ? words.where : words.issue} rules={required}>
        <Input maxLength={40} placeholder={choice === 'dice' ? words.whereHint : words.issueHint} />
      </Form.Item>
      {choice === 'dice' && (
        <Form.Item name={[at, 'throws']} label={words.throws} extra={words.throwsHint} rules={[{ required: true }]}>
          <InputNumber min={1} max={40} precision={0} />
        </Form.Item>
      )}
    </>
  )
}

const Source = ({ at, remove }: { at: number; remove: (() => void) | null }) => {
  const words = useWords(consoleDrawWords)
  const form = Form.useFormInstance<DrawValues>()
  const choice = Form.useWatch<SourceChoice | undefined>(['sources', at, 'choice'], form)
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.source(at + 1)}</legend>
      <Form.Item name={[at, 'choice']} label={words.kind} rules={useRule(true)}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={words.kind}
          options={SOURCE_CHOICES.map((value) => ({ value, label: words.choices[value] }))}
        />
      </Form.Item>
      <Particulars at={at} choice={choice} />
      <MomentField name={[at, 'at']} label={words.at} hint={words.atHint} rules={useRule(true)} />
      {remove && <Button onClick={remove}>{words.removeSource(at + 1)}</Button>}
    </fieldset>
  )
}

export const SourceFields = () => {
  const words = useWords(consoleDrawWords)
  return (
    <Form.List name="sources">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <Source key={key} at={name} remove={rows.length > 1 ? () => remove(name) : null} />
          ))}
          {rows.length < MOST_SOURCES && (
            <p className="draw-add">
              <Button onClick={() => add({ choice: 'dice', throws: 10 })}>{words.addSource}</Button>
            </p>
          )}
        </>
      )}
    </Form.List>
  )
}
