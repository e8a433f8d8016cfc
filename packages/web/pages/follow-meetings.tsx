// The meetings about a matter, on the page of whoever raised it: when and where the next is, and what came of those before.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { MEETING_FORMATS } from '@yishi/domain/meeting'
import { Card } from '../design/parts.tsx'
import { meetingMoment, meetingResult, meetingStatusWords, meetingWords } from '../words/meeting.ts'

type Given = { view: Pages['follow']['view']; context: PageContext }

export const Meetings = ({ view: { meetings, asOf }, context: { lang } }: Given) => {
  const words = meetingWords[lang]
  return meetings.length === 0 ? null : (
    <Card title={words.kicker} className="area-meetings">
      <ul className="notes">
        {meetings.map((line) => (
          <li key={line.code}>
            <a href={`/meetings/${line.code}`}>{words.line(meetingMoment(line.when, asOf, lang), line.where)}</a>
            <p className="meta">
              {[
                MEETING_FORMATS[line.format].names[lang],
                meetingResult(line, lang) ?? meetingStatusWords[lang][line.status],
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
