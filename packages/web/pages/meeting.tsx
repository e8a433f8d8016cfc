// The page of a meeting behind its QR code: when and where, sign-in on the phone, who is invited, the options side by side, and what came of it.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { MEETING_FORMATS, requirementInWords } from '@yishi/domain/meeting'
import type { ReactNode } from 'react'
import { Frame } from '../design/frame.tsx'
import { type Shape, ShapeIcon } from '../design/icons.tsx'
import { Card, NoticeBar, PlaceName, Seal } from '../design/parts.tsx'
import { listText } from '../words/list-text.ts'
import {
  meetingMoment,
  meetingResult,
  meetingStatusWords,
  meetingWords,
  voteCounts,
  voteOutcome,
} from '../words/meeting.ts'
import { dayInWords, momentInWords } from '../words/moments.ts'
import { OptionTable } from './meeting-options.tsx'
import { SignInForm } from './meeting-sign-in.tsx'
import type { Page } from './page.ts'

type Meeting = Pages['meeting']['meeting']
type Given = { meeting: Meeting; context: PageContext }

const CHIPS = {
  called: ['info', 'ring'],
  sitting: ['info', 'half'],
  closed: ['mute', 'square'],
  minuted: ['ok', 'tick'],
  cancelled: ['mute', 'dot'],
} as const satisfies Record<Meeting['status'], readonly [tone: string, shape: Shape]>

export const MeetingChip = ({ status, lang }: { status: Meeting['status']; lang: PageContext['lang'] }) => (
  <span className={`chip tone-${CHIPS[status][0]}`}>
    <ShapeIcon shape={CHIPS[status][1]} />
    {meetingStatusWords[lang][status]}
  </span>
)

const Head = ({ meeting, context: { lang } }: Given) => {
  const words = meetingWords[lang]
  const { names } = MEETING_FORMATS[meeting.format]
  return (
    <div className="formal-head meeting-head">
      <Seal mark="议" />
      <div>
        <p className="formal-kicker">{[names[lang], words.round(meeting.round)].join(' · ')}</p>
        <h1>{meeting.talk?.title ?? words.closedTitle}</h1>
      </div>
    </div>
  )
}

/** The first thing that anybody wants to know. */
const WhenAndWhere = ({ meeting, context: { lang } }: Given) => {
  const words = meetingWords[lang]
  const { talk, when, where, asOf, code, status } = meeting
  return (
    <section className="card" data-aloud="">
      <MeetingChip status={status} lang={lang} />
      <p className="next">
        <time dateTime={when}>{meetingMoment(when, asOf, lang)}</time>
      </p>
      <p>
        <PlaceName name={where} />
      </p>
      {talk ? (
        <p className="meta">
          {words.about} <a href={`/find?code=${encodeURIComponent(talk.matter.code)}`}>{talk.matter.title}</a>
        </p>
      ) : (
        <p className="meta">{words.noTitle}</p>
      )}
      {status === 'called' || status === 'cancelled' ? (
        <p>
          <a className="button" href={`/meetings/${code}/calendar.ics`}>
            {words.calendar}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Light = ({ met, children }: { met: boolean; children: ReactNode }) => (
  <p className={`clock-line tone-${met ? 'ok' : 'warn'}`}>
    <ShapeIcon shape={met ? 'tick' : 'triangle'} />
    <span>{children}</span>
  </p>
)

const Seats = ({ meeting, context: { lang } }: Given) => {
  const words = meetingWords[lang]
  const { quorate, requirements } = meeting.quorum
  const said = meeting.signIn === 'over' ? words.wasQuorate : words.isQuorate
  const begun = meeting.signIn !== 'not-yet'
  return (
    <Card title={words.seats}>
      <ul className="seats">
        {meeting.seats.map(({ key, names, must }) => {
          const places = meeting.places.filter(({ seat }) => seat === key)
          const came = places.filter(({ taken }) => taken).length
          return (
            <li key={key}>
              <ShapeIcon shape={came > 0 ? 'tick' : 'ring'} />
              <span>
                <b>{names[lang]}</b>
                {must ? <small>{` ${words.must}`}</small> : null}
                <small className="meta">
                  {listText([...new Set(places.flatMap(({ party }) => (party ? [party] : [])))], lang)}
                </small>
              </span>
              {begun ? <span className="meta">{`${came} / ${places.length} ${words.taken}`}</span> : null}
            </li>
          )
        })}
      </ul>
      {begun ? <Light met={quorate}>{quorate ? said.yes : said.no}</Light> : null}
      <ul className="meta">
        {requirements.map((each, index) => (
          <li key={index}>{requirementInWords(each, meeting.seats, lang)}</li>
        ))}
      </ul>
      {meeting.talk && meeting.signIn !== 'over' ? <p className="meta">{words.guests}</p> : null}
    </Card>
  )
}

type TalkGiven = Given & { talk: NonNullable<Meeting['talk']> }

const Agenda = ({ talk, context: { lang } }: TalkGiven) => (
  <Card title={meetingWords[lang].agenda}>
    <ol className="three-steps">
      {talk.agenda.map(({ item, text }) => (
        <li key={item}>
          <span>
            {text} {talk.now === item ? <span className="chip tone-info">{meetingWords[lang].nowAt}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  </Card>
)

const Votes = ({ talk, context: { lang } }: TalkGiven) => {
  const words = meetingWords[lang]
  return talk.votes.length === 0 ? null : (
    <Card title={words.votes}>
      <ul className="notes">
        {talk.votes.map(({ number, poll, question, result }) => (
          <li key={number}>
            <a href={`/polls/${poll}`}>{question}</a>
            <p className="meta">
              {result ? `${voteOutcome(result, lang)} · ${voteCounts(result, lang)}` : words.counting}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Outcome = ({ meeting, talk, context: { lang } }: TalkGiven) => {
  const words = meetingWords[lang]
  const result = meetingResult({ ...talk, status: meeting.status }, lang)
  return result === null ? null : (
    <Card title={words.result}>
      <p className="next">{result}</p>
      {talk.resolutions.length > 0 ? <h3>{words.resolutions}</h3> : null}
      <ol className="three-steps" hidden={talk.resolutions.length === 0}>
        {talk.resolutions.map(({ number, text, task }) => (
          <li key={number}>
            <span>
              {text}
              {task ? (
                <small className="meta">
                  {words.task(task.partyName, task.what)}
                  {task.by ? ` · ${words.until(dayInWords(task.by, meeting.asOf, lang))}` : null}
                </small>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {talk.minutes ? (
        <details>
          <summary>{words.minutes}</summary>
          <p className="hint">{words.minutesHint}</p>
          <p className="quote" lang="zh-CN">
            {talk.minutes}
          </p>
        </details>
      ) : null}
    </Card>
  )
}

const Earlier = ({ talk, meeting, context: { lang } }: TalkGiven) =>
  talk.earlier.length === 0 ? null : (
    <Card title={meetingWords[lang].earlier}>
      <ul className="notes">
        {talk.earlier.map((line, index) => (
          <li key={line.meeting}>
            <a href={`/meetings/${line.code}`}>
              {`${meetingWords[lang].round(index + 1)} · ${momentInWords(line.when, meeting.asOf, lang)}`}
            </a>
            <p className="meta">
              {[MEETING_FORMATS[line.format].names[lang], meetingResult(line, lang)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )

const SAID_TONES = { 'signed-in': 'ok', 'too-late': 'info', 'too-early': 'warn' } as const
const SAID_WORDS = { 'signed-in': 'signed', 'too-late': 'tooLate', 'too-early': 'tooEarly' } as const

export const MeetingPage: Page<'meeting'> = ({ props, context }) => {
  const { meeting, said } = props
  const words = meetingWords[context.lang]
  const given = { meeting, context }
  const talk = meeting.talk && { ...given, talk: meeting.talk }
  return (
    <Frame context={context} title={meeting.talk?.title ?? words.closedTitle} owner={meeting.community} layout="wide">
      <Head {...given} />
      {said ? <NoticeBar tone={SAID_TONES[said]}>{words[SAID_WORDS[said]]}</NoticeBar> : null}
      {meeting.cancelled === null ? null : (
        <NoticeBar tone="warn">{[words.cancelled, meeting.cancelled].filter(Boolean).join('：')}</NoticeBar>
      )}
      <div className="columns columns-wide">
        <div>
          <WhenAndWhere {...given} />
          {talk ? <Outcome {...talk} /> : null}
          {talk ? <Votes {...talk} /> : null}
          {said === 'signed-in' ? null : <SignInForm {...props} context={context} />}
          {talk ? <OptionTable options={talk.talk.options} lang={context.lang} /> : null}
          {talk ? <Agenda {...talk} /> : null}
        </div>
        <div>
          <Seats {...given} />
          {talk ? <Earlier {...talk} /> : null}
        </div>
      </div>
    </Frame>
  )
}
