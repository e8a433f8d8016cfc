// What is resolved under one item, and who is to do what by when: it becomes an order by itself.
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { MeetingFile } from '@yishi/contract/meeting'
import { meetingItemWords } from '../../words/console-meeting-item.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { partiesQuery } from '../queries.ts'
import { useMeeting } from './in-hand.tsx'
import { Adding, type OnItem, StrikeLine, here, useWriting } from './lines.tsx'

type ResolutionValues = { text: string; party?: string; what?: string; by?: string; lead?: boolean }

const TaskFields = () => {
  const words = useWords(meetingItemWords)
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
  const words = useWords(meetingItemWords)
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
  const words = useWords(meetingItemWords)
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
  const words = useWords(meetingItemWords)
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
