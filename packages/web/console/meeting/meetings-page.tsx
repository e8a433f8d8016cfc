// All meetings (议事会议): those to come and sitting, those that wait for their minutes, and those that are over.
import { useQuery } from '@tanstack/react-query'
import type { Meetings } from '@yishi/contract/meeting'
import { MEETING_FORMATS } from '@yishi/domain/meeting'
import { Link } from 'react-router'
import { meetingDeskWords } from '../../words/console-meeting.ts'
import { shellWords } from '../../words/console-shell.ts'
import { dayText, clockTime } from '../../words/console-time.ts'
import { meetingResult } from '../../words/meeting.ts'
import { useCommunity } from '../community.tsx'
import { useLanguage, useName, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/matter.css'
import '../styles/meeting.css'
import { MeetingChip } from './chip.tsx'
import { meetingsQuery } from './queries.ts'

type Row = Meetings['rows'][number]

const GROUPS = {
  coming: ['called', 'sitting'],
  writing: ['closed'],
  over: ['minuted', 'cancelled'],
} as const satisfies Record<string, readonly Row['status'][]>

const MeetingRow = ({ row, several }: { row: Row; several: boolean }) => {
  const name = useName()
  const { lang } = useLanguage()
  const words = useWords(meetingDeskWords)
  const shell = useWords(shellWords)
  return (
    <li className="meeting-row">
      <span className="meeting-day">
        <strong className="num">{clockTime(row.when)}</strong>
        <span className="meta">{dayText(row.when, lang)}</span>
      </span>
      <span className="meeting-about">
        <Link to={`/meetings/${row.meeting}`}>{row.title}</Link>
        <span className="meta">
          {[name(MEETING_FORMATS[row.format].names), row.where, several ? row.community.name : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="meta">
          {shell.said(words.matter, '')}
          <Link to={`/matters/${row.matter.id}`}>{row.matter.title}</Link>
        </span>
      </span>
      <span className="row">
        <MeetingChip status={row.status} />
        <span className="meta">{meetingResult(row, lang)}</span>
      </span>
    </li>
  )
}

const Groups = ({ rows }: { rows: readonly Row[] }) => {
  const words = useWords(meetingDeskWords)
  const several = new Set(rows.map(({ community }) => community.id)).size > 1
  if (rows.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <div className="stack">
      {Object.entries(GROUPS).map(([group, statuses]) => {
        const shown = rows.filter(({ status }) => (statuses as readonly string[]).includes(status))
        return shown.length === 0 ? null : (
          <section key={group} className="panel box" aria-label={words.groups[group as keyof typeof GROUPS]}>
            <h2>{words.groups[group as keyof typeof GROUPS]}</h2>
            <ul>
              {shown.map((row) => (
                <MeetingRow key={row.meeting} row={row} several={several} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

export const MeetingsPage = () => {
  const words = useWords(meetingDeskWords)
  const meetings = useQuery(meetingsQuery(useCommunity().community))
  return (
    <Page title={words.title}>
      <p className="intro">{words.intro}</p>
      <Answered query={meetings}>{({ rows }) => <Groups rows={rows} />}</Answered>
    </Page>
  )
}
