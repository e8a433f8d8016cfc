// What is marked on a sheet, question by question: one mark, or several where the question allows it; nothing is chosen beforehand.
import { Checkbox, Form, Radio } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { shellWords } from '../../words/console-shell.ts'
import { choiceText } from '../../words/poll.ts'
import { useLanguage, useWords } from '../language.tsx'
import { BesideNames, type NamesMarked, choiceBeside } from '../poll/beside-names.tsx'
import { marksIn } from '../poll/marks.ts'

/** By the poll that asks: of one that allows several marks all of them. */
export type MarksFilled = { readonly marks: Readonly<Record<string, string | readonly string[] | NamesMarked>> }

const isByName = (marked: MarksFilled['marks'][string]): marked is NamesMarked =>
  typeof marked === 'object' && !Array.isArray(marked)

export const marksOf = ({ marks }: MarksFilled) =>
  Object.fromEntries(
    Object.entries(marks).map(([poll, marked]) => [poll, isByName(marked) ? choiceBeside(marked) : [marked].flat()]),
  )

type Asked = PaperSheet['questions'][number]

const QuestionMarks = ({ asked, sheet }: { asked: Asked; sheet: PaperSheet }) => {
  const words = useWords(consolePaperWords)
  const { required } = useWords(shellWords)
  const { lang } = useLanguage()
  const { poll, question } = asked
  const label = sheet.questions.length > 1 ? question.text : words.marks
  if (question.type === 'candidates' && question.marking === 'each' && sheet.signed !== false)
    return <BesideNames question={question} label={label} under={['marks', poll]} />
  const keys = sheet.signed === false ? ['invalid'] : [...marksIn(question), 'abstain', 'invalid']
  const options = keys.map((value) => ({ value, label: choiceText(question, value, lang) }))
  return (
    <Form.Item name={['marks', poll]} label={label} rules={[{ required: true, message: required }]}>
      {question.type === 'choose-some' || question.type === 'candidates' ? (
        <Checkbox.Group aria-label={label} options={options} />
      ) : (
        <Radio.Group aria-label={label} options={options} size="large" />
      )}
    </Form.Item>
  )
}

export const Marks = ({ sheet }: { sheet: PaperSheet }) =>
  sheet.questions.map((asked) => <QuestionMarks key={asked.poll} asked={asked} sheet={sheet} />)
