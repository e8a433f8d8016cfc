// What is marked on a sheet, question by question: one mark, or several where the question allows it; nothing is chosen beforehand.
import { Checkbox, Form, Radio } from 'antd'
import type { PaperSheet } from '@yishi/contract/paper-ballot'
import { consolePaperWords } from '../../words/console-paper.ts'
import { shellWords } from '../../words/console-shell.ts'
import { choiceText } from '../../words/poll.ts'
import { useLanguage, useWords } from '../language.tsx'
import { byKind } from '@yishi/domain/poll'
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
  return byKind(question, {
    proposal: () => [],
    options: () => [],
    preference: (each) => choiceOnSheet(each, marked),
    names: () => choiceBeside(marked),
  })
}

export const marksOf = ({ marks }: MarksFilled, questions: readonly Asked[]) =>
  Object.fromEntries(questions.map((asked) => [asked.poll, markedOn(asked, marks[asked.poll])]))

type MarksGiven = { asked: Asked; label: string }

/** Marks by their names: one of them, or `several`; of a sheet without a signature it is invalid, and nothing else. */
const Named = ({
  asked: { poll, question },
  label,
  several = false,
  unsigned = false,
}: MarksGiven & { several?: boolean; unsigned?: boolean }) => {
  const { required } = useWords(shellWords)
  const { lang } = useLanguage()
  const keys = unsigned ? ['invalid'] : [...marksIn(question), 'abstain', 'invalid']
  const options = keys.map((value) => ({ value, label: choiceText(question, value, lang) }))
  return (
    <Form.Item name={['marks', poll]} label={label} rules={[{ required: true, message: required }]}>
      {several ? (
        <Checkbox.Group aria-label={label} options={options} />
      ) : (
        <Radio.Group aria-label={label} options={options} size="large" />
      )}
    </Form.Item>
  )
}

const QuestionMarks = ({ asked, sheet }: { asked: Asked; sheet: PaperSheet }) => {
  const words = useWords(consolePaperWords)
  const { poll, question } = asked
  const label = sheet.asks > 1 ? question.text : words.marks
  if (sheet.signed === false) return <Named asked={asked} label={label} unsigned />
  const under = ['marks', poll]
  const read = sheet.readings.map(({ marks }) => marks[poll] ?? [])
  return byKind(question, {
    proposal: () => <Named asked={asked} label={label} />,
    options: ({ type }) => <Named asked={asked} label={label} several={type === 'choose-some'} />,
    preference: (each) => <PreferenceMarks question={each} label={label} under={under} beside={sheet.asks > 1} />,
    names: (each) =>
      each.marking === 'each' ? (
        <BesideNames question={each} label={label} under={under} read={read} />
      ) : (
        <Named asked={asked} label={label} several />
      ),
  })
}

export const Marks = ({ sheet }: { sheet: PaperSheet }) =>
  sheet.questions.map((asked) => <QuestionMarks key={asked.poll} asked={asked} sheet={sheet} />)
