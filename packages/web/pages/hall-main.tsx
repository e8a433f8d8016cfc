// The living part of the big screen: urgent notices across the top, the meeting that sits or what is due today, the board of open matters, notices and who is on call.
import type { AlertHere } from '@yishi/contract/alert'
import type { ClockView, PublicMatter } from '@yishi/contract/matter'
import type { MeetingNow } from '@yishi/contract/meeting-pages'
import type { Language } from '@yishi/contract/pages'
import type { PublicBoard } from '@yishi/contract/public-board'
import { localTimeOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { GRAVE, alertLink, telephone } from '../design/alert.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { LIGHT_SHAPES, PHASE_LOOKS, StatusChip } from '../design/status.tsx'
import { alertKindWords, areasInWords, spanInWords } from '../words/alert.ts'
import { phaseWords } from '../words/kinds.ts'
import { boardWords, bulletinInWords } from '../words/public-board.ts'
import { restSentence } from '../words/rest.ts'
import { Lights, Month } from './board-main.tsx'

type Given = { board: PublicBoard; lang: Language }

const Strip = ({ alert, asOf, lang }: { alert: AlertHere; asOf: string; lang: Language }) => {
  const { tone, shape } = GRAVE[alert.severity]
  return (
    <li className={`hall-alert tone-${tone}`}>
      <ShapeIcon shape={shape} />
      <p>
        <b>
          <a href={alertLink(alert)}>{`${alertKindWords[lang][alert.kind]} · ${alert.title}`}</a>
        </b>
        <span>
          {[areasInWords(alert, lang), spanInWords(alert, asOf, lang), alert.latest?.text].filter(Boolean).join(' · ')}
        </span>
      </p>
      {alert.call ? (
        <strong>
          <a href={telephone(alert.call.phone)}>{alert.call.phone}</a>
        </strong>
      ) : null}
    </li>
  )
}

const Rest = ({ clock, asOf, lang }: { clock: ClockView; asOf: string; lang: Language }) => (
  <span className="hall-rest" {...(clock.paused ? {} : { 'data-due': clock.due, 'data-as-of': asOf })}>
    {restSentence(clock, lang)}
  </span>
)

/** The light of its clock; what still waits to be taken in, or has no clock any more, shows where it stands. */
const lookOf = ({ clock, phase }: PublicMatter) =>
  phase === 'received' || !clock ? PHASE_LOOKS[phase] : { tone: clock.light, shape: LIGHT_SHAPES[clock.light] }

const Row = ({ matter, asOf, lang }: { matter: PublicMatter; asOf: string; lang: Language }) => {
  const { clock, phase } = matter
  const { tone, shape } = lookOf(matter)
  return (
    <li className={`tone-${tone}`}>
      <ShapeIcon shape={shape} />
      <p>
        <b>{matter.title}</b>
        <span>{[phaseWords[lang][phase], matter.place].filter(Boolean).join(' · ')}</span>
      </p>
      {clock ? <Rest clock={clock} asOf={asOf} lang={lang} /> : null}
    </li>
  )
}

/** So many fit on the screen beside the strips above. */
const ROWS = 7
const ROWS_BESIDE_ALERTS = 4

const Matters = ({ board, lang }: Given) => {
  const words = boardWords[lang]
  const most = board.alerts.length > 0 ? ROWS_BESIDE_ALERTS : ROWS
  return (
    <section className="hall-card hall-matters">
      <header>
        <h2>{words.clocks}</h2>
        <button className="hall-pause" type="button" data-pause={words.pause} data-go={words.go} hidden />
      </header>
      <Lights lights={board.lights} which={['ok', 'warn', 'bad']} lang={lang} />
      <ul className={`hall-rows hall-rows-${most}`} data-rotate={most}>
        {board.matters.map((matter) => (
          <Row key={matter.code} matter={matter} asOf={board.asOf} lang={lang} />
        ))}
      </ul>
      {board.total > board.matters.length ? <p className="meta">{words.more(board.total)}</p> : null}
    </section>
  )
}

type Due = { readonly matters: readonly PublicMatter[]; readonly asOf: string; readonly lang: Language }

const DueToday = ({ matters: [first, ...rest], asOf, lang }: Due) => {
  const words = boardWords[lang]
  return first ? (
    <>
      <header>
        <h2>{words.now}</h2>
        <span>{words.nowCount(rest.length + 1)}</span>
      </header>
      <p className="hall-title">{first.title}</p>
      <p className="hall-lead">
        <StatusChip phase={first.phase} lang={lang} />
        {first.place}
        {first.clock ? <Rest clock={first.clock} asOf={asOf} lang={lang} /> : null}
      </p>
      <ul className="hall-rows">
        {rest.slice(0, 3).map((matter) => (
          <Row key={matter.code} matter={matter} asOf={asOf} lang={lang} />
        ))}
      </ul>
    </>
  ) : (
    <>
      <header>
        <h2>{words.now}</h2>
      </header>
      <p className="hall-title">{words.nowNone}</p>
      <p className="hall-lead">{words.nowNoneLead}</p>
    </>
  )
}

const Sitting = ({ meeting, asOf, lang }: { meeting: MeetingNow; asOf: string; lang: Language }) => {
  const words = boardWords[lang]
  const ends = meeting.item?.ends
  return (
    <>
      <header>
        <h2>{words.sitting}</h2>
        <span>{meeting.where}</span>
      </header>
      <p className="hall-title">
        <a href={`/meetings/${meeting.code}`}>{meeting.title}</a>
      </p>
      <p className="hall-lead">
        {[
          meeting.item ? words.item(meeting.item.text) : words.noItem,
          ends ? (ends < asOf ? words.itemOver : words.itemEnds)(localTimeOf(ends as Instant)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="hall-rows">
        {meeting.options.slice(0, 3).map(({ number, title }, index) => (
          <li key={number}>
            <p>
              <b>{words.option(index + 1, title)}</b>
            </p>
          </li>
        ))}
      </ul>
      <p className={meeting.quorate ? 'hall-quorum tone-ok' : 'hall-quorum tone-warn'}>
        <ShapeIcon shape={meeting.quorate ? 'tick' : 'triangle'} />
        {words.quorum[meeting.quorate ? 'yes' : 'no']}
      </p>
    </>
  )
}

const Now = ({ board: { now, month, asOf }, lang }: Given) => (
  <section className="hall-card hall-now">
    {now.what === 'meeting' ? (
      <Sitting meeting={now.meeting} asOf={asOf} lang={lang} />
    ) : (
      <DueToday matters={now.matters} asOf={asOf} lang={lang} />
    )}
    <div className="hall-month">
      <h3>{boardWords[lang].month}</h3>
      <Month month={month} lang={lang} />
    </div>
  </section>
)

/** More turn by, as the matters do. */
const BULLETINS = 2

const Bulletins = ({ board, lang }: Given) => {
  const words = boardWords[lang]
  return (
    <section className="hall-card hall-bulletins">
      <h2>{words.bulletins}</h2>
      {board.bulletins.length === 0 ? <p className="meta">{words.bulletinsNone}</p> : null}
      <ul data-rotate={BULLETINS}>
        {board.bulletins.map((bulletin) => (
          <li key={bulletin.link}>
            <a href={bulletin.link}>{bulletin.title}</a>
            <span>{bulletinInWords(bulletin, board.asOf, lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const HallMain = ({ board, lang }: Given) => (
  <>
    {board.alerts.length > 0 ? (
      <section className="hall-alerts" aria-label={boardWords[lang].alerts}>
        <ul>
          {board.alerts.slice(0, 3).map((alert) => (
            <Strip key={alert.alert} alert={alert} asOf={board.asOf} lang={lang} />
          ))}
        </ul>
      </section>
    ) : null}
    <Now board={board} lang={lang} />
    <Matters board={board} lang={lang} />
    <Bulletins board={board} lang={lang} />
    <footer className="hall-foot">
      {board.onCall.map(({ name, phone }) => (
        <p key={`${name} ${phone}`}>
          {`${boardWords[lang].onCall} ${name} `}
          <b>{phone}</b>
        </p>
      ))}
      <p>{boardWords[lang].updated(localTimeOf(board.asOf as Instant))}</p>
    </footer>
  </>
)
