// The question of a poll: one sentence, what stands behind it, and what may be chosen.
import { Button, Form, Input, InputNumber, Radio } from 'antd'
import type { PollRule, Question } from '@yishi/domain/poll'
import { CandidateFields } from './candidate-fields.tsx'
import { consolePollWords } from '../../words/console-poll.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'

const LONGEST = 200
const MOST_OPTIONS = 12
const HIGHEST_SCORE = 10

type Type = Question['type']
type Numbered = 'most' | 'seats' | 'highest'

/** The numbers that a kind of question needs besides its options. */
const NUMBERS: Readonly<Record<Type, readonly Numbered[]>> = {
  'for-against': [],
  'choose-one': [],
  'choose-some': ['most'],
  ranked: ['seats'],
  scored: ['highest', 'seats'],
  approval: ['seats'],
  limited: ['most', 'seats'],
  candidates: [],
}

const Numbers = ({ type }: { type: Type }) => {
  const words = useWords(consolePollWords)
  const { required } = useWords(shellWords)
  return NUMBERS[type].map((name) => (
    <Form.Item key={name} name={name} label={words[name]} rules={[{ required: true, message: required }]}>
      <InputNumber min={1} max={name === 'highest' ? HIGHEST_SCORE : MOST_OPTIONS} precision={0} />
    </Form.Item>
  ))
}

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

/** `types` are those that some rule which may be chosen here allows. */
export const QuestionFields = ({
  types,
  rule,
}: {
  readonly types: readonly Type[]
  readonly rule?: PollRule | undefined
}) => {
  const words = useWords(consolePollWords)
  const type = Form.useWatch<Type | undefined>('type')
  const short = useShort()
  return (
    <>
      <Form.Item name="text" label={words.question} rules={short}>
        <Input.TextArea rows={2} placeholder={words.questionHint} count={{ show: true, max: LONGEST }} />
      </Form.Item>
      <Form.Item name="explanation" label={words.explanation}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="type"
        label={words.type}
        rules={useRule(true)}
        extra={types.includes('ranked') ? words.typesHint : undefined}
      >
        <Radio.Group
          aria-label={words.type}
          className="poll-types"
          options={types.map((value) => ({ value, label: words.types[value] }))}
        />
      </Form.Item>
      {type === 'candidates' && rule && <CandidateFields rule={rule} />}
      {type !== undefined && type !== 'for-against' && type !== 'candidates' && <Options />}
      {type !== undefined && <Numbers type={type} />}
    </>
  )
}
