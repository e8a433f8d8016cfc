// The turning points of a meeting: open it, move it, call it off, close it with its result.
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { fromLocalField, toLocalField } from '../../words/console-time.ts'
import { useRule } from '../commands/inputs.tsx'
import { useWords } from '../language.tsx'
import { useMeeting } from './in-hand.tsx'
import { Invite } from './invite.tsx'

export const Open = () => {
  const words = useWords(meetingDeskWords)
  const { file, give, may, busy } = useMeeting()
  const [chair, choose] = useState<number | null>(null)
  if (!may('open') || file.present.length === 0) return null
  const chosen = chair ?? file.present[0]!.number
  return (
    <section className="panel box stack" aria-label={words.openMeeting}>
      <label className="call-format">
        {words.whoPresides}
        <Select
          aria-label={words.whoPresides}
          value={chosen}
          onChange={choose}
          options={file.present.map(({ number, name }) => ({ value: number, label: name }))}
        />
      </label>
      <Button type="primary" disabled={busy} onClick={() => give('open', { chair: chosen })}>
        {words.openMeeting}
      </Button>
    </section>
  )
}

export const Close = () => {
  const words = useWords(meetingDeskWords)
  const { file, give, may, busy } = useMeeting()
  const rule = useRule(true)
  if (!may('close')) return null
  return (
    <section className="panel box" aria-label={words.close}>
      <h2>{words.close}</h2>
      {file.quorum.quorate ? (
        <Form<{ result: string }>
          name="close"
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => give('close', values)}
        >
          <Form.Item name="result" label={words.result} rules={rule}>
            <Radio.Group
              className="close-results"
              aria-label={words.result}
              options={Object.entries(words.results).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" disabled={busy}>
            {words.close}
          </Button>
        </Form>
      ) : (
        <div className="stack">
          <p className="meta">{words.closeInquorateHint}</p>
          <Button disabled={busy} onClick={() => give('close', { result: null })}>
            {words.closeInquorate}
          </Button>
        </div>
      )}
    </section>
  )
}

const Change = ({ done }: { done: () => void }) => {
  const words = useWords(meetingDeskWords)
  const { file, give, busy } = useMeeting()
  const rule = useRule(true)
  const send = ({ when, where }: { when: string; where: string }) =>
    give('change', { when: fromLocalField(when), where }, done)
  return (
    <Form
      name="change"
      layout="vertical"
      requiredMark={false}
      initialValues={{ when: toLocalField(file.when), where: file.where }}
      onFinish={send}
    >
      <Form.Item name="when" label={words.when} rules={rule}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="where" label={words.place} rules={rule}>
        <Input maxLength={120} />
      </Form.Item>
      <Button htmlType="submit" type="primary" disabled={busy}>
        {words.save}
      </Button>
    </Form>
  )
}

const Cancel = ({ done }: { done: () => void }) => {
  const words = useWords(meetingDeskWords)
  const { give, busy } = useMeeting()
  return (
    <Form<{ reason: string }>
      name="cancel"
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => give('cancel', values, done)}
    >
      <p className="meta">{words.cancelHint}</p>
      <Form.Item name="reason" label={words.cancelReason} rules={useRule(true)}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <div className="row">
        <Button danger htmlType="submit" disabled={busy}>
          {words.cancel}
        </Button>
        <Button onClick={done}>{words.keep}</Button>
      </div>
    </Form>
  )
}

const FORMS = { invite: Invite, change: Change, cancel: Cancel } as const

export const Arrange = () => {
  const words = useWords(meetingDeskWords)
  const { may } = useMeeting()
  const [shown, show] = useState<keyof typeof FORMS | null>(null)
  const names = (['invite', 'change', 'cancel'] as const).filter(may)
  if (names.length === 0) return null
  const Shown = shown && FORMS[shown]
  return (
    <section className="panel box stack">
      <div className="row">
        {names.map((name) => (
          <Button key={name} aria-expanded={shown === name} onClick={() => show(shown === name ? null : name)}>
            {words[name]}
          </Button>
        ))}
      </div>
      {Shown && <Shown done={() => show(null)} />}
    </section>
  )
}
