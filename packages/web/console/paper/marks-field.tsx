// What is marked on a sheet: one mark, or several where the question allows it; nothing is chosen beforehand.
import { Checkbox, Form, Radio } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { choiceText } from '../../words/poll.ts'
import { useLanguage, useWords } from '../language.tsx'
import { shellWords } from '../../words/console-shell.ts'
import { marksIn } from '../poll/marks.ts'

export const Marks = ({ sheet: { question, signed } }: { sheet: PaperSheet }) => {
  const words = useWords(consolePaperWords)
  const { required } = useWords(shellWords)
  const { lang } = useLanguage()
  const keys = signed === false ? ['invalid'] : [...marksIn(question), 'abstain', 'invalid']
  const options = keys.map((value) => ({ value, label: choiceText(question, value, lang) }))
  return (
    <Form.Item name="choice" label={words.marks} rules={[{ required: true, message: required }]}>
      {question.type === 'choose-some' ? (
        <Checkbox.Group aria-label={words.marks} options={options} />
      ) : (
        <Radio.Group aria-label={words.marks} options={options} size="large" />
      )}
    </Form.Item>
  )
}
