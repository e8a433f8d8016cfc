// Signing in at the desk: the code to scan, who is to come seat by seat, guests, and whether enough are here.
import { Button, Form, Input } from 'antd'
import type { MeetingFile } from '@yishi/contract/meeting'
import { requirementInWords } from '@yishi/domain/meeting'
import { useState } from 'react'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useMeeting } from './in-hand.tsx'

export const Scan = () => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  return (
    <section className="panel box scan" aria-label={words.scan}>
      <div role="img" aria-label={words.scan} className="scan-code" dangerouslySetInnerHTML={{ __html: file.qr }} />
      <div>
        <h2>{words.scan}</h2>
        <p className="meta">{words.door}</p>
        <p className="door num">{file.door}</p>
      </div>
    </section>
  )
}

export const QuorumLight = () => {
  const words = useWords(meetingDeskWords)
  const { lang } = useLanguage()
  const { file, may } = useMeeting()
  const { quorum, seats, status } = file
  if (status === 'called' && !may('sign-in')) return null
  const over = status === 'closed' || status === 'minuted'
  const said = over ? words.wasQuorate : words.isQuorate
  return (
    <section className={`panel box quorum ${quorum.quorate ? 'ok' : 'warn'}`} aria-live="polite">
      <p className="quorum-head">
        <Glyph shape={quorum.quorate ? 'ok' : 'warn'} large />
        <strong>{quorum.quorate ? said.yes : said.no}</strong>
      </p>
      <ul>
        {quorum.requirements.map((each, index) => (
          <li key={index} className="row">
            <Glyph shape={each.met ? 'ok' : 'ring'} />
            {requirementInWords(each, seats, lang)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Invited = MeetingFile['invited'][number]
type Present = MeetingFile['present'][number]

const Strike = ({ person }: { person: Present }) => {
  const words = useWords(meetingDeskWords)
  const { give, may, file } = useMeeting()
  if (!may('strike-sign-in') || person.number === file.chair) return null
  return (
    <Button
      type="text"
      size="small"
      aria-label={words.strikeOf(person.name)}
      onClick={() => give('strike-sign-in', { attendee: person.number, reason: words.struckReason })}
    >
      {words.strike}
    </Button>
  )
}

const Came = ({ person }: { person: Present }) => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  return (
    <span className="row">
      <Glyph shape="ok" />
      <strong>{person.name}</strong>
      <span className="meta">{person.household}</span>
      {person.way === 'phone' && <span className="chip plain">{words.byPhone}</span>}
      {person.number === file.chair && <span className="chip info">{words.chair}</span>}
      <Strike person={person} />
    </span>
  )
}

/** The name as invited, to be written over by whoever really came. */
const Waiting = ({ invited }: { invited: Invited }) => {
  const words = useWords(meetingDeskWords)
  const { give, may, busy } = useMeeting()
  const [name, setName] = useState(invited.name)
  const label = words.signInAs(invited.name || words.person)
  if (!may('sign-in')) return <span className="meta">{invited.name}</span>
  return (
    <span className="row sign-in-row">
      <Input
        size="small"
        value={name}
        maxLength={40}
        aria-label={label}
        onChange={({ target }) => setName(target.value)}
      />
      <Button
        size="small"
        disabled={busy || name.trim() === ''}
        aria-label={label}
        onClick={() => give('sign-in', { invitee: invited.number, name })}
      >
        {words.sign}
      </Button>
    </span>
  )
}

const Place = ({ invited }: { invited: Invited }) => {
  const { file } = useMeeting()
  const person = file.present.find(({ number }) => number === invited.attendee)
  return <li>{person ? <Came person={person} /> : <Waiting key={invited.number} invited={invited} />}</li>
}

const Guests = () => {
  const words = useWords(meetingDeskWords)
  const { file, give, may, busy } = useMeeting()
  const [form] = Form.useForm<{ name: string; household?: string }>()
  const walkIns = file.present.filter(({ invitee }) => invitee === null)
  const asked = file.invited.filter(({ seat }) => seat === null)
  if (walkIns.length + asked.length === 0 && !may('sign-in')) return null
  return (
    <li className="seat">
      <h3>{words.guests}</h3>
      <ul>
        {asked.map((invited) => (
          <Place key={invited.number} invited={invited} />
        ))}
        {walkIns.map((person) => (
          <li key={person.number}>
            <Came person={person} />
          </li>
        ))}
      </ul>
      {may('sign-in') && (
        <Form
          name="guest"
          form={form}
          layout="inline"
          onFinish={(values) => give('sign-in', { invitee: null, ...values }, () => form.resetFields())}
        >
          <Form.Item name="name" rules={[{ required: true, message: words.guestName }]}>
            <Input size="small" maxLength={40} placeholder={words.guestName} aria-label={words.guestName} />
          </Form.Item>
          <Form.Item name="household">
            <Input size="small" maxLength={40} placeholder={words.household} aria-label={words.household} />
          </Form.Item>
          <Button size="small" htmlType="submit" disabled={busy}>
            {words.addGuest}
          </Button>
        </Form>
      )}
    </li>
  )
}

export const Seats = () => {
  const words = useWords(meetingDeskWords)
  const name = useName()
  const { file, may } = useMeeting()
  return (
    <section className="panel box" aria-label={words.signIn}>
      <h2>{words.signIn}</h2>
      {file.status === 'called' && !may('sign-in') && <p className="meta">{words.signInLater}</p>}
      <ul className="seat-list">
        {file.seats.map(({ key, names, must }) => (
          <li key={key} className="seat">
            <h3>
              {name(names)} {must && <span className="chip warn">{words.mustCome}</span>}
            </h3>
            <ul>
              {file.invited
                .filter(({ seat }) => seat === key)
                .map((invited) => (
                  <Place key={invited.number} invited={invited} />
                ))}
            </ul>
          </li>
        ))}
        <Guests />
      </ul>
    </section>
  )
}
