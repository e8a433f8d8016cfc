// The fields of tending a matter: clocks, supervision, remarks, corrections, links.
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { formWords } from '../../words/console-forms.ts'
import { matterWords } from '../../words/console-matter.ts'
import { fromLocalField, toLocalField } from '../../words/console-time.ts'
import { useWords } from '../language.tsx'
import { useInHand } from '../matter/in-hand.tsx'
import { boardQuery } from '../queries.ts'
import { ChoiceField, TextField, useRule } from './inputs.tsx'
import { PhotosField } from './photos-field.tsx'

export const ReasonFields = () => <TextField name="reason" label={useWords(formWords).reason} longest={500} rows={3} />

export const PauseFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <ReasonFields />
      <Form.Item
        name="until"
        label={words.until}
        rules={useRule(true)}
        getValueProps={(at?: string) => ({ value: at ? toLocalField(at) : '' })}
        normalize={(text: string) => (text ? fromLocalField(text) : undefined)}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </>
  )
}

export const ResumeFields = () => <p className="form-block">{useWords(formWords).confirmResume}</p>
export const WithdrawFields = () => <p className="form-block">{useWords(formWords).confirmWithdraw}</p>
export const NudgeFields = () => <p className="form-block">{useWords(formWords).confirmNudge}</p>

export const RemarkFields = () => (
  <>
    <TextField name="text" label={useWords(formWords).remark} longest={2000} />
    <PhotosField />
  </>
)

export const CorrectFields = () => {
  const words = useWords(formWords)
  return (
    <>
      <ChoiceField name="field" label={words.field} choices={words.fields} />
      <TextField name="value" label={words.newValue} longest={4000} rows={3} />
      <ReasonFields />
    </>
  )
}

const MatterSearch = (props: { value?: string; onChange?: (matter: string) => void; id?: string }) => {
  const words = useWords(formWords)
  const { file } = useInHand()
  const [search, setSearch] = useState('')
  const asked = new URLSearchParams({ community: file.community.id, perPage: '10', search }).toString()
  const found = useQuery({ ...boardQuery(asked), enabled: search.trim() !== '', refetchInterval: false })
  return (
    <Select
      {...props}
      aria-label={words.linkTo}
      placeholder={words.linkHint}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      options={(found.data?.rows ?? [])
        .filter(({ matter }) => matter !== file.matter)
        .map(({ matter, code, title }) => ({ value: matter, label: `${code} ${title}` }))}
    />
  )
}

export const LinkFields = () => {
  const words = useWords(formWords)
  const { relations } = useWords(matterWords)
  return (
    <>
      <Form.Item name="to" label={words.linkTo} rules={useRule(true)}>
        <MatterSearch />
      </Form.Item>
      <ChoiceField name="relation" label={words.relation} choices={relations} />
    </>
  )
}
