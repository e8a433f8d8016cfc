// The question of a poll: one sentence, what stands behind it, and what may be chosen.
import { Button, Form, Input, InputNumber, Radio } from 'antd'
import type { PollRule } from '@yishi/domain/poll'
import { CandidateFields } from './candidate-fields.tsx'
import { consolePollWords } from '../../words/console-poll.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'

const LONGEST = 200
const MOST_OPTIONS = 12

const Options = () => {
  const words = useWords(consolePollWords)
  const required = useRule(true)
  return (
    <Form.List name="options">
      {(rows, { add, remove }) => (
        <fieldset className="form-block poll-block poll-options">
          <legend>{words.options}</legend>
          {rows.map(({ key, name }) => (
            <div className="row" key={key}>
              <Form.Item name={[name, 'text']} label={words.option(name + 1)} rules={required}>
                <Input maxLength={80} />
              </Form.Item>
              {rows.length > 1 && (
                <Button type="text" aria-label={words.removeOption(name + 1)} onClick={() => remove(name)}>
                  ×
                </Button>
              )}
            </div>
          ))}
          {rows.length < MOST_OPTIONS && <Button onClick={() => add({})}>{words.addOption}</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}

/** A text that is too long is told and kept: a box that cuts what is pasted loses its end. */
const useShort = () => {
  const words = useWords(consolePollWords)
  return [...useRule(true), { max: LONGEST, message: words.tooLong(LONGEST) }]
}

export const QuestionFields = ({ rule }: { rule: PollRule | undefined }) => {
  const words = useWords(consolePollWords)
  const type = Form.useWatch<string | undefined>('type')
  const short = useShort()
  return (
    <>
      <Form.Item name="text" label={words.question} rules={short}>
        <Input.TextArea rows={2} placeholder={words.questionHint} count={{ show: true, max: LONGEST }} />
      </Form.Item>
      <Form.Item name="explanation" label={words.explanation}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="type" label={words.type} rules={useRule(true)}>
        <Radio.Group
          aria-label={words.type}
          options={(rule?.questions ?? []).map((value) => ({ value, label: words.types[value] }))}
        />
      </Form.Item>
      {type === 'candidates' && rule && <CandidateFields rule={rule} />}
      {(type === 'choose-one' || type === 'choose-some') && <Options />}
      {type === 'choose-some' && (
        <Form.Item name="most" label={words.most} rules={[{ required: true }]}>
          <InputNumber min={1} max={MOST_OPTIONS} precision={0} />
        </Form.Item>
      )}
    </>
  )
}
