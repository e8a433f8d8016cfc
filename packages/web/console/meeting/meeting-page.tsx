// The desk of a meeting (主持台): used live at a laptop, from the first sign-in to the signed minutes.
import { useQuery } from '@tanstack/react-query'
import { MEETING_FORMATS } from '@yishi/domain/meeting'
import { Link, useParams } from 'react-router'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { meetingMoment, meetingResult } from '../../words/meeting.ts'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/meeting.css'
import { Agenda } from './agenda.tsx'
import { MeetingChip } from './chip.tsx'
import { Arrange, Close, Open } from './course.tsx'
import { MeetingInHand, useMeeting } from './in-hand.tsx'
import { MinutesPanel, Signatures } from './minutes.tsx'
import { meetingQuery } from './queries.ts'
import { QuorumLight, Scan, Seats } from './sign-in.tsx'

const Facts = () => {
  const words = useWords(meetingDeskWords)
  const name = useName()
  const { lang } = useLanguage()
  const { file } = useMeeting()
  return (
    <p className="row chips">
      <MeetingChip status={file.status} />
      <span className="chip plain">{name(MEETING_FORMATS[file.format].names)}</span>
      <span className="chip plain">{words.round(file.round)}</span>
      <strong className="num">{meetingMoment(file.when, file.asOf, lang)}</strong>
      <span>{file.where}</span>
      {meetingResult(file, lang) && <strong>{meetingResult(file, lang)}</strong>}
    </p>
  )
}

const Ways = () => {
  const words = useWords(meetingDeskWords)
  const { file } = useMeeting()
  const paper = `/papers/meetings/${file.meeting}`
  return (
    <>
      <a href={`${paper}?sheet=sign-in`}>{words.printSignIn}</a>
      {file.minutes && <a href={`${paper}?sheet=minutes`}>{words.printMinutes}</a>}
      <a href={`/meetings/${file.code}`}>{words.publicPage}</a>
      <a href={`/meetings/${file.code}/calendar.ics`}>{words.calendar}</a>
    </>
  )
}

const Earlier = () => {
  const words = useWords(meetingDeskWords)
  const name = useName()
  const { lang } = useLanguage()
  const { earlier, asOf } = useMeeting().file
  return earlier.length === 0 ? null : (
    <section className="panel box" aria-label={words.earlier}>
      <h2>{words.earlier}</h2>
      <ul className="stack">
        {earlier.map((line, index) => (
          <li key={line.meeting}>
            <Link to={`/meetings/${line.meeting}`}>
              {`${words.round(index + 1)} · ${meetingMoment(line.when, asOf, lang)}`}
            </Link>
            <span className="meta">
              {[name(MEETING_FORMATS[line.format].names), meetingResult(line, lang)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Desk = () => {
  const words = useWords(meetingDeskWords)
  const { file, error } = useMeeting()
  const gathering = file.status === 'called' || file.status === 'sitting'
  const cancelled = file.cancelled === null ? null : file.cancelled || words.cancelledByItself
  return (
    <Page
      title={file.title}
      above={<Link to={`/matters/${file.matter.id}`}>‹ {file.matter.title}</Link>}
      actions={<Ways />}
    >
      <Facts />
      <ProblemNote error={error} />
      {cancelled && <p className="quiet">{words.cancelledBecause(cancelled)}</p>}
      <div className="matter meeting-desk">
        <div className="stack">
          <MinutesPanel />
          <Agenda />
        </div>
        <div className="stack">
          {gathering && <Scan />}
          {file.status !== 'cancelled' && <QuorumLight />}
          <Open />
          <Close />
          <Signatures />
          <Seats />
          <Earlier />
          <Arrange />
        </div>
      </div>
    </Page>
  )
}

export const MeetingPage = () => {
  const { meeting = '' } = useParams()
  return (
    <Answered query={useQuery(meetingQuery(meeting))}>
      {(file) => (
        <MeetingInHand file={file}>
          <Desk />
        </MeetingInHand>
      )}
    </Answered>
  )
}
