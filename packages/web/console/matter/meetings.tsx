// The meetings about a matter beside its file: its rounds, calling the next, and what was resolved and is not handed out yet.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MatterMeetings } from '@yishi/contract/meeting'
import { MEETING_FORMATS } from '@yishi/domain/meeting'
import { Link, useNavigate } from 'react-router'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { meetingMoment, meetingResult } from '../../words/meeting.ts'
import type { Opened } from '../commands/command-drawer.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'
import { MeetingChip } from '../meeting/chip.tsx'
import { matterMeetingsQuery } from '../meeting/queries.ts'
import '../styles/meeting.css'
import { useInHand } from './in-hand.tsx'

type Open = { readonly open: (opened: Opened) => void }

/** One tap: the order form, filled in as the meeting resolved. */
const ordersOf = (waiting: MatterMeetings['waiting']) => ({
  orders: waiting.map(({ party, what: task, by, lead }, index) => ({
    party,
    task,
    ...(by ? { by } : {}),
    lead: waiting.some((each) => each.lead) ? lead : index === 0,
  })),
})

const Waiting = ({ waiting, open }: Open & { waiting: MatterMeetings['waiting'] }) => {
  const words = useWords(meetingDeskWords)
  const { may } = useInHand().file
  return waiting.length === 0 ? null : (
    <div className="suggestion waiting-orders">
      <strong>{words.waiting}</strong>
      <span className="meta">{words.waitingHint}</span>
      <ul>
        {waiting.map(({ party, partyName, what, by }) => (
          <li key={party}>{[partyName, what, by ? words.until(by) : ''].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
      {may.includes('place-orders') && (
        <Button type="primary" onClick={() => open({ name: 'place-orders', initial: ordersOf(waiting) })}>
          {words.placeThese}
        </Button>
      )}
    </div>
  )
}

const Rounds = ({ rounds }: Pick<MatterMeetings, 'rounds'>) => {
  const name = useName()
  const { lang } = useLanguage()
  const { asOf } = useInHand().file
  return (
    <ul className="stack">
      {rounds.map((line) => (
        <li key={line.meeting}>
          <span className="row">
            <Link to={`/meetings/${line.meeting}`}>{meetingMoment(line.when, asOf, lang)}</Link>
            <MeetingChip status={line.status} />
          </span>
          <span className="meta">
            {[name(MEETING_FORMATS[line.format].names), line.where, meetingResult(line, lang)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Only where there are meetings, or where one may be called. */
export const Meetings = ({ open }: Open) => {
  const words = useWords(meetingDeskWords)
  const navigate = useNavigate()
  const { file } = useInHand()
  const { data } = useQuery(matterMeetingsQuery(file.matter))
  if (!data || (data.rounds.length === 0 && !data.mayCall)) return null
  return (
    <section className="panel box" aria-label={words.rounds}>
      <h2>{words.rounds}</h2>
      {data.rounds.length === 0 && <p className="quiet">{words.noRounds}</p>}
      <Waiting waiting={data.waiting} open={open} />
      <Rounds rounds={data.rounds} />
      {data.mayCall && (
        <Button type="primary" onClick={() => navigate(`/matters/${file.matter}/call`)}>
          {words.call}
        </Button>
      )}
    </section>
  )
}
