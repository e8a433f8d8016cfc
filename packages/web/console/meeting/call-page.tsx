// Calling a meeting from the file of a matter: begun with the seats of the stage and whoever fills them here.
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import type { CallMeeting, MeetingDraft, MeetingFile } from '@yishi/contract/meeting'
import type { MatterFile } from '@yishi/contract/matter'
import type { TalkFormat } from '@yishi/domain/procedure'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { meetingCallWords } from '../../words/console-meeting-call.ts'
import { fromLocalField } from '../../words/console-time.ts'
import { write } from '../api.ts'
import { useRule } from '../commands/inputs.tsx'
import { useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Submit } from '../parts/submit.tsx'
import { matterQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import { useAttempt } from '../use-attempt.ts'
import '../styles/lists.css'
import '../styles/matter.css'
import '../styles/meeting.css'
import { AgendaFields, InvitedFields } from './call-fields.tsx'
import { type InviteeValues, inviteesOf } from './invitees.ts'
import { draftQuery } from './queries.ts'
import { QuorumField, type QuorumValues, quorumNameOf, shareOf } from './quorum-field.tsx'

type Values = QuorumValues & {
  readonly title: string
  readonly when: string
  readonly where: string
  readonly invited: readonly InviteeValues[]
  readonly agenda: readonly { readonly text: string; readonly minutes?: number | null }[]
}

const bodyOf = (format: TalkFormat, values: Values): CallMeeting => ({
  format,
  title: values.title,
  when: fromLocalField(values.when),
  where: values.where,
  invited: inviteesOf(values.invited),
  agenda: values.agenda.map(({ text, minutes = null }) => ({ text, minutes })),
  share: shareOf(values),
})

const initialOf = (draft: MeetingDraft, title: string): Partial<Values> => ({
  title,
  invited: draft.invited,
  agenda: [{ text: title }],
  quorum: quorumNameOf(draft.share),
  ...(draft.share?.seat ? { membersSeat: draft.share.seat } : {}),
})

const TimeAndPlace = () => {
  const words = useWords(meetingCallWords)
  const rule = useRule(true)
  return (
    <>
      <Form.Item name="title" label={words.name} rules={rule}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="row call-when">
        <Form.Item name="when" label={words.when} rules={rule}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="where" label={words.place} rules={rule}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
    </>
  )
}

type FormGiven = { readonly file: MatterFile; readonly draft: MeetingDraft }

const CallForm = ({ file, draft }: FormGiven) => {
  const words = useWords(meetingCallWords)
  const navigate = useNavigate()
  const call = useAttempt({
    send: (values: Values, key) =>
      write<MeetingFile>(`/matters/${file.matter}/meetings`, bodyOf(draft.format, values), { key }),
    onDone: ({ meeting }) => navigate(`/meetings/${meeting}`),
  })
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={initialOf(draft, file.title)}
      onFinish={(values) => call.mutate(values)}
      className="panel box call-form"
    >
      <TimeAndPlace />
      <AgendaFields />
      <InvitedFields draft={draft} community={file.community.id} />
      <QuorumField draft={draft} />
      <Submit sending={call} label={words.send} />
    </Form>
  )
}

const Call = ({ file }: { file: MatterFile }) => {
  const words = useWords(meetingCallWords)
  const name = useName()
  const [format, choose] = useState('')
  const draft = useQuery(draftQuery(file.matter, format))
  return (
    <Page title={words.callTitle(file.title)} above={<Link to={`/matters/${file.matter}`}>‹ {words.toMatter}</Link>}>
      <p className="intro">{words.callHint}</p>
      <Answered query={draft}>
        {(held) => (
          <div className="stack">
            <label className="call-format">
              {words.format}
              <Select
                aria-label={words.format}
                value={held.format}
                onChange={choose}
                options={held.formats.map(({ key, names }) => ({ value: key, label: name(names) }))}
              />
            </label>
            <CallForm key={held.format} file={file} draft={held} />
          </div>
        )}
      </Answered>
    </Page>
  )
}

export const CallPage = () => {
  const { matter = '' } = useParams()
  return <Answered query={useQuery(matterQuery(matter))}>{(file) => <Call file={file} />}</Answered>
}
