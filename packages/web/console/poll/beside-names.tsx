// One mark beside each name, as it stands on the ballot; a ballot that says nothing valid as a whole is marked so instead.
import { Form, Radio } from 'antd'
import type { Question } from '@yishi/domain/poll'
import { candidatesWords } from '../../words/candidates.ts'
import { consoleElectionWords } from '../../words/console-election.ts'
import { shellWords } from '../../words/console-shell.ts'
import { choiceText } from '../../words/poll.ts'
import { useLanguage, useWords } from '../language.tsx'

/** `whole` is `''` where the names have their marks. */
export type NamesMarked = { readonly whole?: string; readonly beside?: Readonly<Record<string, string>> }

/** A name that is left out is abstained from, and a ballot without any mark abstains. */
export const choiceBeside = ({ whole, beside }: NamesMarked): readonly string[] => {
  if (whole) return [whole]
  const named = Object.values(beside ?? {}).filter((mark) => mark !== 'abstain')
  return named.length > 0 ? named : ['abstain']
}

type Given = {
  readonly question: Extract<Question, { type: 'candidates' }>
  readonly label: string
  /** Where the marks lie in the form. */
  readonly under: readonly string[]
  /** What two have read of it already: only the names in which they differ are decided. */
  readonly read?: readonly (readonly string[])[]
}

const markBeside = (choice: readonly string[], key: string): string =>
  choice.find((mark) => mark === key || mark === `${key}:against`) ?? 'abstain'

/** The mark beside a name that all readings have; null where they differ, or where one of them says nothing valid as a whole. */
export const agreedBeside = (readings: readonly (readonly string[])[], key: string): string | null => {
  const marks = new Set(readings.map((choice) => (choice[0] === 'invalid' ? 'invalid' : markBeside(choice, key))))
  const [mark = 'abstain'] = marks
  return marks.size > 1 || mark === 'invalid' ? null : mark
}

export const BesideNames = ({ question, label, under, read = [] }: Given) => {
  const { required } = useWords(shellWords)
  const words = useWords(candidatesWords)
  const console = useWords(consoleElectionWords)
  const { lang } = useLanguage()
  const whole = Form.useWatch<string | undefined>([...under, 'whole'])
  const apart = ['abstain', 'invalid'].map((value) => ({ value, label: choiceText(question, value, lang) }))
  return (
    <fieldset className="form-block poll-block">
      <legend>{label}</legend>
      <Form.Item name={[...under, 'whole']} label={console.wholly} initialValue="">
        <Radio.Group aria-label={console.wholly} options={[{ value: '', label: console.byName }, ...apart]} />
      </Form.Item>
      {!whole &&
        question.options.map(({ key, text }) => (
          <Form.Item
            key={key}
            name={[...under, 'beside', key]}
            label={text}
            initialValue={agreedBeside(read, key)}
            rules={[{ required: true, message: required }]}
          >
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
