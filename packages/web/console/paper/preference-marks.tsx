// What stands on a sheet that ranks, scores or ticks: the number beside each option as it is written, or the ticks; what spoils it is said at once and stays as it is.
import { Alert, Checkbox, Form, InputNumber, Radio } from 'antd'
import { type PreferenceQuestion, spoilOf } from '@yishi/domain/poll'
import { choiceText } from '../../words/poll.ts'
import { preferenceSheetWords, spoilSentence } from '../../words/preference-sheet.ts'
import { useLanguage, useWords } from '../language.tsx'
import { type SheetMarked, choiceOnSheet } from './sheet-marks.ts'

type Given = {
  readonly question: PreferenceQuestion
  readonly label: string
  /** Where the marks lie in the form. */
  readonly under: readonly string[]
  /** Other questions on the same sheet are not void with it. */
  readonly beside: boolean
}

/** Three digits: points that are out of range are entered as well. */
const HIGHEST_WRITTEN = 999

const Numbers = ({ question, under }: Given) => {
  const words = useWords(preferenceSheetWords)
  const label = question.type === 'ranked' ? words.place : words.points
  return question.options.map(({ key, text }) => (
    <Form.Item key={key} name={[...under, 'numbers', key]} label={label(text)}>
      <InputNumber min={0} max={HIGHEST_WRITTEN} precision={0} />
    </Form.Item>
  ))
}

const Ticks = ({ question, label, under }: Given) => (
  <Form.Item name={[...under, 'ticks']} label={label}>
    <Checkbox.Group
      aria-label={label}
      options={question.options.map(({ key, text }) => ({ value: key, label: text }))}
    />
  </Form.Item>
)

const Spoils = ({ question, beside, marked }: Pick<Given, 'question' | 'beside'> & { marked: SheetMarked }) => {
  const words = useWords(preferenceSheetWords)
  const { lang } = useLanguage()
  const spoil = spoilOf(question, choiceOnSheet(question, marked))
  if (!spoil) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={beside ? words.spoilsBeside : words.spoils}
      description={spoilSentence(question, spoil, lang)}
    />
  )
}

export const PreferenceMarks = (given: Given) => {
  const { question, label, under } = given
  const words = useWords(preferenceSheetWords)
  const { lang } = useLanguage()
  const marked = Form.useWatch<SheetMarked | undefined>([...under]) ?? {}
  const whole = [
    { value: '', label: words.marked },
    { value: 'abstain', label: choiceText(question, 'abstain', lang) },
    { value: 'invalid', label: words.unclear },
  ]
  return (
    <fieldset className="form-block poll-block">
      <legend>{label}</legend>
      <p className="meta">{words.asWritten}</p>
      <Form.Item
        name={[...under, 'whole']}
        label={words.filled}
        initialValue=""
        dependencies={[
          [...under, 'numbers'],
          [...under, 'ticks'],
        ]}
        rules={[
          ({ getFieldValue }) => ({
            validator: () =>
              choiceOnSheet(question, getFieldValue([...under]) as SheetMarked).length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(words.empty)),
          }),
        ]}
      >
        <Radio.Group aria-label={words.filled} options={whole} />
      </Form.Item>
      {!marked.whole &&
        (question.type === 'ranked' || question.type === 'scored' ? <Numbers {...given} /> : <Ticks {...given} />)}
      <Spoils {...given} marked={marked} />
    </fieldset>
  )
}
