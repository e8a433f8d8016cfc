// The papers of a meeting on A4: the sheet on which people sign in, and the minutes with their signatures.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { MEETING_FORMATS } from '@yishi/domain/meeting'
import { Frame } from '../design/frame.tsx'
import { Heading, QrFigure } from '../design/parts.tsx'
import { meetingMoment, paperWords } from '../words/meeting.ts'
import type { Page } from './page.ts'

type Meeting = Pages['meeting-paper']['meeting']
type Given = { meeting: Meeting; asOf: string; lang: PageContext['lang'] }

const EMPTY_ROWS = 8

const seatOf = ({ seats, invited }: Meeting, invitee: number | null, lang: Given['lang']): string => {
  const key = invited.find(({ number }) => number === invitee)?.seat
  return seats.find((seat) => seat.key === key)?.names[lang] ?? paperWords[lang].guest
}

const Head = ({ meeting, asOf, lang }: Given) => (
  <header className="paper-head">
    <div>
      <h2>{meeting.title}</h2>
      <p>
        {[meetingMoment(meeting.when, asOf, lang), meeting.where, MEETING_FORMATS[meeting.format].names[lang]].join(
          ' · ',
        )}
      </p>
    </div>
    {meeting.status === 'called' || meeting.status === 'sitting' ? (
      <QrFigure svg={meeting.qr} label={paperWords[lang].scan} caption={paperWords[lang].scan} />
    ) : null}
  </header>
)

type Row = { readonly seat: string; readonly name: string; readonly household: string; readonly here: boolean }

/** First those invited, then guests who came, then empty lines. */
const rowsOf = (meeting: Meeting, lang: Given['lang']): readonly Row[] => {
  const cameAs = (number: number) => meeting.present.find(({ invitee }) => invitee === number)
  const invited = meeting.invited.map(({ number, name }) => {
    const came = cameAs(number)
    const seat = [seatOf(meeting, number, lang), name].filter(Boolean).join(' · ')
    return { seat, name: came?.name ?? '', household: came?.household ?? '', here: came !== undefined }
  })
  const guests = meeting.present
    .filter(({ invitee }) => invitee === null)
    .map(({ name, household }) => ({ seat: paperWords[lang].guest, name, household, here: true }))
  const empty = Array.from({ length: EMPTY_ROWS }, () => ({ seat: '', name: '', household: '', here: false }))
  return [...invited, ...guests, ...empty]
}

const SignInSheet = ({ meeting, lang }: Given) => {
  const words = paperWords[lang]
  return (
    <table className="paper-table">
      <thead>
        <tr>
          {[words.number, words.seat, words.name, words.household, words.signature].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(meeting, lang).map(({ seat, name, household, here }, index) => (
          <tr key={index}>
            <td>{index + 1}</td>
            <td>{seat}</td>
            <td>{name}</td>
            <td>{household}</td>
            <td>{here ? '✓' : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Minutes = ({ meeting, lang }: Given) => {
  const words = paperWords[lang]
  const nameOf = (attendee: number) => meeting.present.find(({ number }) => number === attendee)?.name ?? ''
  return (
    <>
      <p className="paper-text" lang="zh-CN">
        {meeting.minutes?.text}
      </p>
      <h3>{words.signatures}</h3>
      <ul className="paper-signatures">
        {meeting.signatures.map(({ attendee, noted }) => (
          <li key={attendee}>
            {`${attendee === meeting.chair ? words.chair : words.attendee} ${nameOf(attendee)}`}
            <small>{noted ? words.noted : words.ownHand}</small>
          </li>
        ))}
        <li>{words.chair}</li>
        <li>{words.attendee}</li>
      </ul>
    </>
  )
}

export const MeetingPaperPage: Page<'meeting-paper'> = ({ props: { sheet, meeting, community, asOf }, context }) => {
  const { lang } = context
  const words = paperWords[lang]
  const given = { meeting, asOf, lang }
  const title = sheet === 'minutes' ? words.minutesSheet : words.signInSheet
  return (
    <Frame context={context} title={`${title} ${meeting.title}`} owner={community} layout="paper">
      <div className="screen-only">
        <Heading title={title}>{meeting.minutes ? words.version(meeting.minutes.version) : null}</Heading>
        <p>
          <button className="button button-main" type="button" data-print="" hidden>
            {words.print}
          </button>
        </p>
        <p className="hint">{words.printHint}</p>
      </div>
      <article className="sheet meeting-sheet">
        {sheet === 'minutes' ? null : <Head {...given} />}
        {sheet === 'minutes' ? <Minutes {...given} /> : <SignInSheet {...given} />}
      </article>
    </Frame>
  )
}
