// A reviewer's conditions: set when agreeing, and later said to be met.
import { Button, Form, Select } from 'antd'
import { formWords } from '../../words/console-forms.ts'
import { useName, useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { TextField, useRule } from './inputs.tsx'
import { PhotosField } from './photos-field.tsx'

const MOST = 6

export const ConditionsField = () => {
  const words = useWords(formWords)
  return (
    <div className="form-block">
      <h3>{words.conditions}</h3>
      <p className="meta">{words.conditionsHint}</p>
      <Form.List name="conditions">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="row">
                <TextField name={[name]} label={words.condition(name + 1)} longest={300} rows={1} />
                <Button
                  type="text"
                  aria-label={`${words.remove}: ${words.condition(name + 1)}`}
                  onClick={() => remove(name)}
                >
                  ×
                </Button>
              </div>
            ))}
            {rows.length < MOST && <Button onClick={() => add('')}>{words.addCondition}</Button>}
          </>
        )}
      </Form.List>
    </div>
  )
}

export const MeetConditionFields = () => {
  const words = useWords(formWords)
  const name = useName()
  const { file } = useInHand()
  const open = file.conditions.filter(({ met }) => met === null)
  return (
    <>
      <Form.Item name="condition" label={words.whichCondition} rules={useRule(true)}>
        <Select
          aria-label={words.whichCondition}
          options={open.map(({ condition, text, seat }) => ({
            value: condition,
            label: `${text ?? '…'} · ${name(seat)}`,
          }))}
        />
      </Form.Item>
      <TextField name="note" label={words.howMet} longest={1000} rows={3} />
      <PhotosField />
    </>
  )
}
