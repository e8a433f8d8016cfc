// The minutes after a meeting: drafted from what was noted, corrected in new versions, signed by whoever presided and one more.
import { Button, Input } from 'antd'
import type { MeetingFile } from '@yishi/contract/meeting'
import { useState } from 'react'
import { meetingMinutesWords } from '../../words/console-meeting-minutes.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useMeeting } from './in-hand.tsx'

type Minutes = NonNullable<MeetingFile['minutes']>

const Editor = ({ minutes }: { minutes: Minutes }) => {
  const words = useWords(meetingMinutesWords)
  const { give, busy } = useMeeting()
  const [text, setText] = useState(minutes.text)
  return (
    <div className="stack">
      <p className="meta">{words.minutesHint}</p>
      <Input.TextArea
        aria-label={words.minutesText}
        className="minutes-text"
        rows={26}
        maxLength={20_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button
          type="primary"
          disabled={busy || text.trim() === minutes.text}
          onClick={() => give('correct-minutes', { text })}
        >
          {words.saveMinutes}
        </Button>
      </div>
    </div>
  )
}

const Versions = () => {
  const words = useWords(meetingMinutesWords)
  const { versions } = useMeeting().file
  return versions.length < 2 ? null : (
    <details>
      <summary>{words.versions}</summary>
      {versions.slice(0, -1).map(({ version, at, text }) => (
        <details key={version}>
          <summary>{words.version(version, shortMoment(at))}</summary>
          <p className="minutes-text">{text}</p>
        </details>
      ))}
    </details>
  )
}

export const Signatures = () => {
  const words = useWords(meetingMinutesWords)
  const { file, give, may, busy } = useMeeting()
  const signed = new Map(file.signatures.map((signature) => [signature.attendee, signature]))
  if (!file.minutes) return null
  return (
    <section className="panel box" aria-label={words.signatures}>
      <h2>{words.signatures}</h2>
      {file.status === 'minuted' && (
        <p className="row">
          <Glyph shape="ok" />
          <strong>{words.standing}</strong>
        </p>
      )}
      <ul className="signatures">
        {file.present.map(({ number, name }) => {
          const signature = signed.get(number)
          return (
            <li key={number}>
              <span className="row">
                {name}
                {number === file.chair && <span className="chip info">{words.chair}</span>}
              </span>
              {signature && <span className="meta">{signature.noted ? words.noted : words.signed}</span>}
              {!signature && may('sign-minutes') && (
                <Button size="small" disabled={busy} onClick={() => give('sign-minutes', { attendee: number })}>
                  {words.signBy(name)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export const MinutesPanel = () => {
  const words = useWords(meetingMinutesWords)
  const { file, may } = useMeeting()
  const { minutes } = file
  const last = file.versions.at(-1)
  if (!minutes || !last) return null
  return (
    <section className="panel box stack" aria-label={words.minutes}>
      <div className="row agenda-head">
        <h2>{words.minutes}</h2>
        <span className="meta">{words.version(minutes.version, shortMoment(last.at))}</span>
      </div>
      {may('correct-minutes') ? (
        <Editor key={minutes.version} minutes={minutes} />
      ) : (
        <p className="minutes-text">{minutes.text}</p>
      )}
      <Versions />
    </section>
  )
}
