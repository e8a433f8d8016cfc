// Inviting more people to a meeting that is called already, or that sits: they are told at once, and may sign in.
import { Button, Form } from 'antd'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { useWords } from '../language.tsx'
import { InvitedFields } from './call-fields.tsx'
import { useMeeting } from './in-hand.tsx'
import { type InviteeValues, inviteesOf } from './invitees.ts'

type Values = { readonly invited: readonly InviteeValues[] }

export const Invite = ({ done }: { done: () => void }) => {
  const words = useWords(meetingDeskWords)
  const { file, give, busy } = useMeeting()
  return (
    <Form<Values>
      name="invite"
      layout="vertical"
      requiredMark={false}
      initialValues={{ invited: [{ seat: '', name: '' }] }}
      onFinish={({ invited }) => give('invite', { invited: inviteesOf(invited) }, done)}
    >
      <p className="meta">{words.inviteHint}</p>
      <InvitedFields draft={file} community={file.community.id} />
      <div className="row">
        <Button htmlType="submit" type="primary" disabled={busy}>
          {words.inviteSend}
        </Button>
        <Button onClick={done}>{words.notNow}</Button>
      </div>
    </Form>
  )
}
