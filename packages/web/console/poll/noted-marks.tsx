// What somebody says in the hall, taken down as the question asks it: one mark, several, a place or points for each option; or that the whole ballot abstains or is spoiled.
import { Checkbox, Form, InputNumber, Radio, Select } from 'antd'
import type { Question } from '@yishi/domain/poll'
import { consolePollWords } from '../../words/console-poll.ts'
import { choiceText } from '../../words/poll.ts'
import { shellWords } from '../../words/console-shell.ts'
import { preferenceWords } from '../../words/preference.ts'
import { useRule } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { BesideNames } from './beside-names.tsx'
import { marksIn } from './marks.ts'
import { MARKS, type MarkValues, WHOLE, saysMore } from './noted-choice.ts'

type Given = { readonly question: Question }

/** Of a list at least one. */
const useAny = () => {
  const { required } = useWords(shellWords)
  return [{ required: true, message: required }]
}

/** One place after the other, as it is said; what has a place already is not offered for another. */
const Order = ({ question }: Given) => {
  const words = useWords(preferenceWords)
  const { lang } = useLanguage()
  const any = useAny()
  const order = (Form.useWatch('order') ?? []) as NonNullable<MarkValues['order']>
  const marks = marksIn(question)
  const left = (at: number) => marks.filter((key) => order[at] === key || !order.includes(key))
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.ranked}</legend>
      {marks.slice(0, order.filter(Boolean).length + 1).map((_, at) => (
        <Form.Item key={words.rank(at + 1)} name={['order', at]} label={words.rank(at + 1)} rules={at === 0 ? any : []}>
          <Select
            allowClear
            aria-label={words.rank(at + 1)}
            showSearch={{ optionFilterProp: 'label' }}
            options={left(at).map((value) => ({ value, label: choiceText(question, value, lang) }))}
          />
        </Form.Item>
      ))}
    </fieldset>
  )
}

const Points = ({ question }: { readonly question: Extract<Question, { type: 'scored' }> }) => {
  const words = useWords(preferenceWords)
  const { lang } = useLanguage()
  return (
    <fieldset className="form-block poll-block">
      <legend>{words.scored(question.highest)}</legend>
      {marksIn(question).map((key) => (
        <Form.Item key={key} name={['points', key]} label={choiceText(question, key, lang)}>
          <InputNumber min={0} max={question.highest} precision={0} />
        </Form.Item>
      ))}
    </fieldset>
  )
}

const Ticks = ({ question }: Given) => {
  const words = useWords(consolePollWords)
  const { lang } = useLanguage()
  return (
    <Form.Item name="ticks" label={words.choice} rules={useAny()}>
      <Checkbox.Group
        aria-label={words.choice}
        options={marksIn(question).map((value) => ({ value, label: choiceText(question, value, lang) }))}
      />
    </Form.Item>
  )
}

const More = ({ question }: Given) => {
  const words = useWords(consolePollWords)
  if (question.type === 'candidates' && question.marking === 'each')
    return <BesideNames question={question} label={words.choice} under={['names']} />
  if (question.type === 'ranked') return <Order question={question} />
  return question.type === 'scored' ? <Points question={question} /> : <Ticks question={question} />
}

export const NotedMarks = ({ question }: Given) => {
  const words = useWords(consolePollWords)
  const { lang } = useLanguage()
  const choice = Form.useWatch<string | undefined>('choice')
  const more = saysMore(question)
  const label = (value: string) => (value === MARKS ? words.noteMarks : choiceText(question, value, lang))
  const values = more ? [MARKS, ...WHOLE] : [...marksIn(question), ...WHOLE]
  return (
    <>
      <Form.Item name="choice" label={more ? words.noteWhole : words.choice} rules={useRule(true)}>
        <Radio.Group
          aria-label={more ? words.noteWhole : words.choice}
          options={values.map((value) => ({ value, label: label(value) }))}
        />
      </Form.Item>
      {more && choice === MARKS && <More question={question} />}
    </>
  )
}
