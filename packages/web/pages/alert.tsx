// An urgent notice: what to do first, then where and when, whom to call, and how it goes. Prints as one sheet to put up.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { GRAVE, KnowForm, seenBy } from '../design/alert.tsx'
import { Frame } from '../design/frame.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { Card, Heading, NoticeBar, PersonCard, QrFigure } from '../design/parts.tsx'
import { Step } from '../design/timeline.tsx'
import { alertText, alertWords, areasInWords, entryInWords, leadInWords, spanInWords } from '../words/alert.ts'
import { momentInWords, plainMoment } from '../words/moments.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['alert']; context: PageContext }

const Advice = ({ props: { view, at, said }, context: { lang } }: Given) => {
  const words = alertWords[lang]
  const { tone, shape } = GRAVE[view.severity]
  return (
    <section className="card" data-aloud="" {...(view.liftedAt ? {} : seenBy(view.alert, at))}>
      <p className={`chip tone-${view.liftedAt ? 'mute' : tone}`}>
        <ShapeIcon shape={view.liftedAt ? 'square' : shape} />
        {leadInWords(view, lang)}
      </p>
      <h2>{words.advice}</h2>
      <p className="alert-advice">{view.advice}</p>
      <dl className="alert-facts">
        <dt>{words.where}</dt>
        <dd>{areasInWords(view, lang)}</dd>
        <dt>{words.when}</dt>
        <dd>
          {view.liftedAt
            ? words.liftedBar(momentInWords(view.liftedAt, view.asOf, lang))
            : spanInWords(view, view.asOf, lang)}
        </dd>
        {view.call ? (
          <>
            <dt className="print-only">{words.call}</dt>
            <dd className="print-only">{`${view.call.name} ${view.call.phone}`}</dd>
          </>
        ) : null}
      </dl>
      {view.liftedAt || said ? null : (
        <div className="screen-only">
          <KnowForm alert={view.alert} at={at} lang={lang} />
          <p className="hint">{words.knowHint}</p>
        </div>
      )}
    </section>
  )
}

const Story = ({ props: { view }, context: { lang } }: Given) => (
  <Card title={alertWords[lang].story}>
    <ol className="timeline">
      {view.entries.map((entry, index) => {
        const { title, note } = entryInWords(entry, view.asOf, lang)
        const isLast = index === view.entries.length - 1
        const now = isLast && !view.liftedAt
        return (
          <Step key={`${entry.at}-${index}`} shape={now ? 'half' : 'tick'} state={now ? 'now' : 'done'}>
            <h3>{title}</h3>
            <p className="meta">
              <time dateTime={entry.at}>{momentInWords(entry.at, view.asOf, lang)}</time>
              {entry.by ? ` · ${entry.by}` : null}
            </p>
            {note ? <p className="quote">{note}</p> : null}
          </Step>
        )
      })}
    </ol>
  </Card>
)

const Share = ({ props: { view, url, qr }, context: { lang } }: Given) => {
  const words = alertWords[lang]
  return (
    <Card title={words.share} className="screen-only">
      <div className="field">
        <label htmlFor="text">{words.shareHint}</label>
        <textarea id="text" rows={6} readOnly defaultValue={alertText(view, url, lang)} />
      </div>
      <p className="actions">
        <button className="button" type="button" data-copy="text" data-copied={words.copied} hidden>
          {words.copy}
        </button>
        <button className="button" type="button" data-print="" hidden>
          {words.print}
        </button>
      </p>
      <QrFigure svg={qr} label={words.qr} caption={words.qr} />
    </Card>
  )
}

export const AlertPage: Page<'alert'> = (given) => {
  const { props, context } = given
  const { view, said, doors, qr } = props
  const { lang } = context
  const words = alertWords[lang]
  return (
    <Frame context={context} title={view.title} owner={view.community}>
      <div className="alert-page">
        <Heading title={view.title} />
        {said && !view.liftedAt ? <NoticeBar tone="ok">{words.said}</NoticeBar> : null}
        {view.liftedAt ? (
          <NoticeBar tone="ok">{words.liftedBar(momentInWords(view.liftedAt, view.asOf, lang))}</NoticeBar>
        ) : null}
        <div className="columns columns-wide">
          <div>
            <Advice {...given} />
            <Story {...given} />
          </div>
          <div>
            {doors ? (
              <p className="screen-only">
                <a className="button" href={`/a/${view.alert}/doors`}>
                  {words.doors}
                </a>
              </p>
            ) : null}
            {view.call ? (
              <PersonCard
                name={view.call.name}
                // A number is not broken at its hyphen.
                detail={`${words.call} ${view.call.phone.replaceAll('-', '\u2011')}`}
                phone={view.call.phone}
                lang={lang}
                className="screen-only"
              />
            ) : null}
            <Share {...given} />
          </div>
        </div>
        <div className="print-only">
          <p className="meta">{words.printed(plainMoment(view.asOf, lang))}</p>
          <QrFigure svg={qr} label={words.qr} caption={words.qr} />
        </div>
      </div>
    </Frame>
  )
}
