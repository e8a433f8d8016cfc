// What is written down for one item while it is talked about: remarks, options side by side, resolutions.
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { MeetingCommandName, MeetingFile, OptionView } from '@yishi/contract/meeting'
import { sumInWords } from '@yishi/domain/meeting'
import { type ReactNode, useState } from 'react'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { partiesQuery } from '../queries.ts'
import { useMeeting } from './in-hand.tsx'

type OnItem = { readonly item: number }
/** Only under the item that is talked about now is anything written down. */
const useWriting = ({ item }: OnItem, name: MeetingCommandName): boolean => {
  const { file, may } = useMeeting()
  return may(name) && file.now?.item === item
}

const here =
  ({ item }: OnItem) =>
  (line: OnItem): boolean =>
    line.item === item

type StrikeGiven = { readonly kind: 'remark' | 'option' | 'resolution'; readonly number: number; readonly of: string }

const StrikeLine = ({ kind, number, of }: StrikeGiven) => {
  const words = useWords(meetingDeskWords)
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
const Adding = ({ label, children }: { label: string; children: (close: () => void) => ReactNode }) => {
  const [open, setOpen] = useState(false)
  return open ? <>{children(() => setOpen(false))}</> : <Button onClick={() => setOpen(true)}>{label}</Button>
}

const AddRemark = ({ item }: OnItem) => {
  const words = useWords(meetingDeskWords)
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
  const words = useWords(meetingDeskWords)
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

const linesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type OptionValues = { title: string; pros?: string; cons?: string; cost?: string; by?: string }

const AddOption = ({ item, close }: OnItem & { close: () => void }) => {
  const words = useWords(meetingDeskWords)
  const { give, busy } = useMeeting()
  const send = ({ pros, cons, cost, ...values }: OptionValues) =>
    give(
      'offer-option',
      { item, ...values, pros: linesIn(pros), cons: linesIn(cons), cost: cost?.trim() || null },
      close,
    )
  return (
    <Form<OptionValues>
      name={`option-${item}`}
      layout="vertical"
      requiredMark={false}
      className="option-form"
      onFinish={send}
    >
      <Form.Item name="title" label={words.optionTitle} rules={useRule(true)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="pros" label={words.pros}>
        <Input.TextArea rows={3} maxLength={1200} />
      </Form.Item>
      <Form.Item name="cons" label={words.cons}>
        <Input.TextArea rows={3} maxLength={1200} />
      </Form.Item>
      <Form.Item
        name="cost"
        label={words.cost}
        rules={[{ pattern: /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/u, message: words.cost }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="by" label={words.offeredBy}>
        <Input maxLength={40} />
      </Form.Item>
      <Button htmlType="submit" type="primary" disabled={busy}>
        {words.addOption}
      </Button>
    </Form>
  )
}

const Points = ({ title, all }: { title: string; all: readonly string[] }) =>
  all.length === 0 ? null : (
    <>
      <h5>{title}</h5>
      <ul className="points">
        {all.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )

const OptionCard = ({ option }: { option: OptionView }) => {
  const words = useWords(meetingDeskWords)
  const { number, title, pros, cons, cost, by } = option
  return (
    <li className="option">
      <h4>{title}</h4>
      <p className="meta">{[cost && words.yuan(sumInWords(cost)), by].filter(Boolean).join(' · ')}</p>
      <Points title={words.prosHead} all={pros} />
      <Points title={words.consHead} all={cons} />
      <StrikeLine kind="option" number={number} of={title} />
    </li>
  )
}

export const Options = ({ item }: OnItem) => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  const writing = useWriting({ item }, 'offer-option')
  const all = file.options.filter(here({ item }))
  if (all.length === 0 && !writing) return null
  return (
    <div>
      <h3>{words.options}</h3>
      <ul className="options">
        {all.map((option) => (
          <OptionCard key={option.number} option={option} />
        ))}
      </ul>
      {writing && <Adding label={words.addOption}>{(close) => <AddOption item={item} close={close} />}</Adding>}
    </div>
  )
}

type ResolutionValues = { text: string; party?: string; what?: string; by?: string; lead?: boolean }

const TaskFields = () => {
  const words = useWords(meetingDeskWords)
  const rule = useRule(true)
  const { file } = useMeeting()
  const parties = useQuery(partiesQuery(file.community.id)).data ?? []
  const party = Form.useWatch<string | undefined>('party')
  return (
    <>
      <Form.Item name="party" label={words.taskParty}>
        <Select
          allowClear
          aria-label={words.taskParty}
          showSearch={{ optionFilterProp: 'label' }}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {party && (
        <>
          <Form.Item name="what" label={words.task} rules={rule}>
            <Input maxLength={500} />
          </Form.Item>
          <div className="row">
            <Form.Item name="by" label={words.by}>
              <Input type="date" />
            </Form.Item>
            <Form.Item name="lead" valuePropName="checked" noStyle>
              <Checkbox>{words.lead}</Checkbox>
            </Form.Item>
          </div>
        </>
      )}
    </>
  )
}

const AddResolution = ({ item, close }: OnItem & { close: () => void }) => {
  const words = useWords(meetingDeskWords)
  const { give, busy } = useMeeting()
  const send = ({ text, party, what = '', by, lead = false }: ResolutionValues) =>
    give('resolve', { item, text, task: party ? { party, what, by: by || null, lead } : null }, close)
  return (
    <Form<ResolutionValues>
      name={`resolution-${item}`}
      layout="vertical"
      requiredMark={false}
      className="option-form"
      onFinish={send}
    >
      <Form.Item name="text" label={words.resolutionText} rules={useRule(true)}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <TaskFields />
      <Button htmlType="submit" type="primary" disabled={busy}>
        {words.addResolution}
      </Button>
    </Form>
  )
}

const Resolution = ({ resolution }: { resolution: MeetingFile['resolutions'][number] }) => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  const { number, text, task, order } = resolution
  return (
    <li>
      <span>
        <strong>{text}</strong>
        {task && (
          <span className="meta">
            {[task.partyName, task.lead ? words.lead : '', task.what, task.by ? words.until(task.by) : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
        {task && order && <span className="chip ok">{words.becameOrder}</span>}
        {task && !order && file.status === 'sitting' && <span className="meta">{words.becomes}</span>}
      </span>
      <StrikeLine kind="resolution" number={number} of={text} />
    </li>
  )
}

export const Resolutions = ({ item }: OnItem) => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  const writing = useWriting({ item }, 'resolve')
  const all = file.resolutions.filter(here({ item }))
  if (all.length === 0 && !writing) return null
  return (
    <div>
      <h3>{words.resolutions}</h3>
      <ol className="resolutions">
        {all.map((resolution) => (
          <Resolution key={resolution.number} resolution={resolution} />
        ))}
      </ol>
      {writing &&
        (file.quorum.quorate ? (
          <Adding label={words.addResolution}>{(close) => <AddResolution item={item} close={close} />}</Adding>
        ) : (
          <p className="meta">{words.needQuorum}</p>
        ))}
    </div>
  )
}
