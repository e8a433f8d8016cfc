// A meeting as an iCalendar file (RFC 5545): the same UID for ever, SEQUENCE raised by each change, CANCEL when it is called off.
// PUBLISH, not REQUEST: the file is for whoever has the address, and nobody here has a mailbox to answer from (RFC 5546 3.2.2).
import { MINUTE, millis } from '@yishi/domain/kernel'
import type { StandingMeeting } from '@yishi/domain/meeting'
import { createEvent } from 'ics'

const USUAL_MINUTES = 90

const minutesOf = ({ agenda }: StandingMeeting): number =>
  agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) || USUAL_MINUTES

export type CalendarWords = {
  readonly title: string
  readonly description: string
  readonly url: string
  readonly host: string
}

export const calendarOf = (meeting: StandingMeeting, { title, description, url, host }: CalendarWords): string => {
  const start = millis(meeting.when)
  const off = meeting.status === 'cancelled'
  const { error, value } = createEvent({
    uid: `${meeting.id}@${host}`,
    productId: 'yishi',
    method: off ? 'CANCEL' : 'PUBLISH',
    status: off ? 'CANCELLED' : 'CONFIRMED',
    // Calling it off is the last change.
    sequence: meeting.sequence + (off ? 1 : 0),
    title,
    description,
    location: meeting.where,
    url,
    start,
    startInputType: 'utc',
    startOutputType: 'utc',
    end: start + minutesOf(meeting) * MINUTE,
    endInputType: 'utc',
    endOutputType: 'utc',
  })
  if (error || value === null) throw new Error(`no calendar file for ${meeting.id}`, { cause: error })
  return value
}
