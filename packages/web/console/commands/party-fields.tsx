// The fields with which a party answers its order: accept, decline, report, complete, transfer.
import { Checkbox, Form } from 'antd'
import { formWords } from '../../words/console-forms.ts'
import { useWords } from '../language.tsx'
import { FiguresField } from './figures-field.tsx'
import { PartyField, TextField } from './inputs.tsx'
import { PhotosField } from './photos-field.tsx'
import { ReasonFields } from './tending-fields.tsx'

export const AcceptFields = () => (
  <TextField name="note" label={useWords(formWords).acceptNote} required={false} longest={500} rows={3} />
)

export const ReportFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <TextField name="text" label={words.progress} longest={2000} />
      <Form.Item name="underControl" valuePropName="checked">
        <Checkbox>{words.underControl}</Checkbox>
      </Form.Item>
      <PhotosField />
      <FiguresField />
    </>
  )
}

export const CompleteFields = () => (
  <>
    <TextField name="text" label={useWords(formWords).completion} longest={2000} />
    <PhotosField />
    <FiguresField />
  </>
)

export const TransferFields = () => (
  <>
    <PartyField name="to" label={useWords(formWords).transferTo} />
    <ReasonFields />
  </>
)
