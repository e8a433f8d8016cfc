// What is marked on a sheet, question by question: one mark, or several where the question allows it; nothing is chosen beforehand.
import { Checkbox, Form, Radio } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { shellWords } from '../../words/console-shell.ts'
import { choiceText } from '../../words/poll.ts'
import { useLanguage, useWords } from '../language.tsx'
import { isPreference } from '@yishi/domain/poll'
import { BesideNames, type NamesMarked, choiceBeside } from '../poll/beside-names.tsx'
import { marksIn } from '../poll/marks.ts'
import { PreferenceMarks } from './preference-marks.tsx'
import { type SheetMarked, choiceOnSheet } from './sheet-marks.ts'

/** By the poll that asks: of one that allows several marks all of them. */
export type MarksFilled = {
  readonly marks: Readonly<Record<string, string | readonly string[] | NamesMarked | SheetMarked>>
}
type Filled = MarksFilled['marks'][string]
type Asked = PaperSheet['questions'][number]

const isBeside = (marked: Filled | undefined): marked is NamesMarked | SheetMarked =>
  typeof marked === 'object' && !Array.isArray(marked)

const markedOn = ({ question }: Asked, marked: Filled | undefined): readonly string[] => {
  if (!isBeside(marked)) return [marked ?? []].flat()
  return isPreference(question) ? choiceOnSheet(question, marked) : choiceBeside(marked)
}

export const marksOf = ({ marks }: MarksFilled, questions: readonly Asked[]) =>
  Object.fromEntries(questions.map((asked) => [asked.poll, markedOn(asked, marks[asked.poll])]))

const QuestionMarks = ({ asked, sheet }: { asked: Asked; sheet: PaperSheet }) => {
  const words = useWords(consolePaperWords)
  const { required } = useWords(shellWords)
  const { lang } = useLanguage()
  const { poll, question } = asked
  const label = sheet.questions.length > 1 ? question.text : words.marks
  if (question.type === 'candidates' && question.marking === 'each' && sheet.signed !== false)
    return (
      <BesideNames
        question={question}
        label={label}
        under={['marks', poll]}
        read={sheet.readings.map(({ marks }) => marks[poll] ?? [])}
      />
    )
  if (isPreference(question) && sheet.signed !== false)
    return <PreferenceMarks question={question} label={label} under={['marks', poll]} />
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
