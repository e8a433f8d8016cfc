// The fields of the acts on a matter: talk, signature, answer, rating, revisit, convention, and choosing a way out.
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { formWords } from '../../words/console-forms.ts'
import { useName, useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { procedureQuery } from '../procedure/procedure-view.ts'
import { ConditionsField } from './condition-fields.tsx'
import { FiguresField } from './figures-field.tsx'
import { ChoiceField, TextField, useRule } from './inputs.tsx'
import { PhotosField } from './photos-field.tsx'

export const TalkFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <ChoiceField name="result" label={words.result} choices={words.results} />
      <TextField name="summary" label={words.summary} longest={4000} />
      <FiguresField />
    </>
  )
}

export const SignFields = () => {
  const words = useWords(formWords)
  const name = useName()
  const { file } = useInHand()
  const procedure = useQuery(procedureQuery(file.community.id, file.procedure.key))
  const seats = procedure.data?.seats ?? []
  const verdict = Form.useWatch<string | undefined>('verdict')
  return (
    <>
      <Form.Item name="seat" label={words.seat} rules={useRule(true)}>
        <Select
          aria-label={words.seat}
          loading={procedure.isPending}
          options={seats.map(({ key, names }) => ({ value: key, label: name(names) }))}
        />
      </Form.Item>
      <ChoiceField name="verdict" label={words.verdict} choices={words.verdicts} />
      <TextField name="reason" label={words.reason} required={verdict === 'returned'} longest={1000} rows={3} />
      {verdict === 'approved' && <ConditionsField />}
    </>
  )
}

export const AnswerFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <TextField name="text" label={words.answerText} hint={words.answerHint} longest={2000} rows={5} />
      <FiguresField />
    </>
  )
}

export const RateFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <ChoiceField name="score" label={words.score} choices={words.scores} />
      <TextField name="text" label={words.words} required={false} longest={1000} rows={3} />
    </>
  )
}

export const RevisitFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <ChoiceField name="found" label={words.found} choices={words.founds} />
      <TextField name="note" label={words.note} longest={2000} />
      <PhotosField />
      <FiguresField />
    </>
  )
}

export const CodifyFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <TextField name="title" label={words.conventionTitle} longest={80} rows={1} />
      <TextField name="text" label={words.conventionText} longest={4000} rows={6} />
    </>
  )
}

export const OutcomeFields = () => (
  <TextField name="note" label={useWords(formWords).outcomeNote} required={false} longest={1000} rows={3} />
)
