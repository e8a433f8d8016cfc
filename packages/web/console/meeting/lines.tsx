// What lines under one item have in common, and the remarks among them: written down while the item is talked about.
import { Button, Form, Input } from 'antd'
import type { MeetingAct } from '@yishi/contract/meeting'
import { type ReactNode, useState } from 'react'
import { meetingItemWords } from '../../words/console-meeting-item.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { useMeeting } from './in-hand.tsx'

export type OnItem = { readonly item: number }
/** Only under the item that is talked about now is anything written down. */
export const useWriting = ({ item }: OnItem, name: MeetingAct): boolean => {
  const { file, may } = useMeeting()
  return may(name) && file.now?.item === item
}

export const here =
  ({ item }: OnItem) =>
  (line: OnItem): boolean =>
    line.item === item

type StrikeGiven = { readonly kind: 'remark' | 'option' | 'resolution'; readonly number: number; readonly of: string }

export const StrikeLine = ({ kind, number, of }: StrikeGiven) => {
  const words = useWords(meetingItemWords)
  const { give, may } = useMeeting()
  return may('strike') ? (
    <Button
      type="text"
      size="small"
      aria-label={`${words.strike}: ${of}`}
      onClick={() => give('strike', { kind, number })}
    >
      {words.strike}
    </Button>
  ) : null
}

/** A small form that stays closed until it is wanted. */
export const Adding = ({ label, children }: { label: string; children: (close: () => void) => ReactNode }) => {
  const [open, setOpen] = useState(false)
  return open ? <>{children(() => setOpen(false))}</> : <Button onClick={() => setOpen(true)}>{label}</Button>
}

const AddRemark = ({ item }: OnItem) => {
  const words = useWords(meetingItemWords)
  const { give, busy } = useMeeting()
  const [form] = Form.useForm<{ text: string; by?: string }>()
  return (
    <Form
      name={`remark-${item}`}
      form={form}
      className="line-form"
      onFinish={(values) => give('note', { item, ...values }, () => form.resetFields())}
    >
      <Form.Item name="by">
        <Input maxLength={40} placeholder={words.remarkBy} aria-label={words.remarkBy} />
      </Form.Item>
      <Form.Item name="text" rules={useRule(true)}>
        <Input.TextArea maxLength={1000} rows={1} placeholder={words.remark} aria-label={words.remark} />
      </Form.Item>
      <Button htmlType="submit" disabled={busy}>
        {words.addRemark}
      </Button>
    </Form>
  )
}

export const Remarks = ({ item }: OnItem) => {
  const words = useWords(meetingItemWords)
  const { file } = useMeeting()
  const writing = useWriting({ item }, 'note')
  const said = file.remarks.filter(here({ item }))
  if (said.length === 0 && !writing) return null
  return (
    <div>
      <h3>{words.remarks}</h3>
      <ul className="remarks">
        {said.map(({ number, text, by }) => (
          <li key={number}>
            <span>
              {by && <strong>{by}：</strong>}
              {text}
            </span>
            <StrikeLine kind="remark" number={number} of={text} />
          </li>
        ))}
      </ul>
      {writing && <AddRemark item={item} />}
    </div>
  )
}
