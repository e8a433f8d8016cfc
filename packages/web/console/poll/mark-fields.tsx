// The fields for what is marked on one ballot: one mark, several where the question allows it, or one beside each name.
import { Checkbox, Form, Radio } from 'antd'
import type { Question } from '@yishi/domain/poll'
import { candidatesWords } from '../../words/candidates.ts'
import { consoleElectionWords } from '../../words/console-election.ts'
import { choiceText } from '../../words/poll.ts'
import { useRule, useSome } from '../commands/inputs.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { marksIn } from './marks.ts'

/** As the fields have it: beside names there is a field to each. */
export type Marked = {
  readonly choice?: string | readonly string[]
  readonly beside?: Readonly<Record<string, string>>
}

/** What is sent; a name that is left out is abstained from, and a ballot without any mark abstains. */
export const choiceOf = ({ choice, beside }: Marked): readonly string[] => {
  const apart = [choice ?? []].flat()
  const named = Object.values(beside ?? {}).filter((mark) => mark !== 'abstain')
  if (apart.some((mark) => mark !== '')) return apart.filter((mark) => mark !== '')
  return named.length > 0 ? named : ['abstain']
}

type Given = { readonly question: Question; readonly label: string; readonly only?: readonly string[] }

const Plain = ({ question, label, only }: Given) => {
  const some = useSome()
  const one = useRule(true)
  const { lang } = useLanguage()
  const keys = only ?? [...marksIn(question), 'abstain', 'invalid']
  const options = keys.map((value) => ({ value, label: choiceText(question, value, lang) }))
  const several = question.type === 'choose-some' || question.type === 'candidates'
  return (
    <Form.Item name="choice" label={label} rules={several && !only ? some : one}>
      {several && !only ? (
        <Checkbox.Group aria-label={label} options={options} />
      ) : (
        <Radio.Group aria-label={label} options={options} size="large" />
      )}
    </Form.Item>
  )
}

/** As it stands on the sheet, name by name; a sheet that says nothing valid as a whole is marked so instead. */
const BesideNames = ({ question, label }: Given & { question: Extract<Question, { type: 'candidates' }> }) => {
  const words = useWords(candidatesWords)
  const console = useWords(consoleElectionWords)
  const { lang } = useLanguage()
  const form = Form.useFormInstance<Marked>()
  const whole = Form.useWatch<Marked['choice']>('choice', form)
  const apart = ['abstain', 'invalid'].map((value) => ({ value, label: choiceText(question, value, lang) }))
  return (
    <fieldset className="form-block poll-block">
      <legend>{label}</legend>
      <Form.Item name="choice" label={console.wholly} initialValue="">
        <Radio.Group
          aria-label={console.wholly}
          options={[{ value: '', label: console.byName }, ...apart].map(({ value, label: text }) => ({
            value,
            label: text,
          }))}
        />
      </Form.Item>
      {!whole &&
        question.options.map(({ key, text }) => (
          <Form.Item key={key} name={['beside', key]} label={text} initialValue="abstain">
            <Radio.Group
              aria-label={text}
              optionType="button"
              options={[
                { value: key, label: words.for },
                { value: `${key}:against`, label: words.against },
                { value: 'abstain', label: words.abstain },
              ]}
            />
          </Form.Item>
        ))}
    </fieldset>
  )
}

export const MarkFields = (given: Given) => {
  const { question, only } = given
  return question.type === 'candidates' && question.marking === 'each' && !only ? (
    <BesideNames {...given} question={question} />
  ) : (
    <Plain {...given} />
  )
}
