// A notice as anyone reads it: the formal text, how long it still hangs, the way to object, and what ties it to the ledger.
import type { NoticePages, PublicNotice } from '@yishi/contract/notice'
import type { PageContext } from '@yishi/contract/pages'
import { Field, FixFirst, Send, sentInPlace } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { PersonFields } from '../design/person-fields.tsx'
import { Card, NoticeBar, PhotoStrip, Seal } from '../design/parts.tsx'
import { amountText } from '../words/console-forms.ts'
import type { Language } from '../words/dictionary.ts'
import { fullDay } from '../words/moments.ts'
import { fingerprintLines, noticeWords, numberInWords, paragraphsOf, periodInWords } from '../words/notice.ts'
import type { Page } from './page.ts'

type Given = { props: NoticePages['notice']; context: PageContext }
type Told = { notice: PublicNotice; lang: Language }

const standingOf = ({ notice, lang }: Told): string => {
  const words = noticeWords[lang]
  return notice.status === 'hanging' && notice.daysLeft > 0
    ? `${words.running} · ${words.daysLeft(notice.daysLeft)}`
    : words[notice.status === 'hanging' ? 'elapsed' : notice.status]
}

const Figures = ({ notice, lang }: Told) => {
  const [what, amount] = noticeWords[lang].figuresHead
  return notice.figures.length === 0 ? null : (
    <table className="notice-figures">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{amount}</th>
        </tr>
      </thead>
      <tbody>
        {notice.figures.map((figure) => (
          <tr key={figure.what}>
            <td>{figure.what}</td>
            <td>{amountText(figure, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Sheet = ({ notice, lang }: Told) => (
  <article className="card notice-sheet" data-aloud="">
    <div className="formal-head">
      <Seal mark={noticeWords[lang].mark} />
      <div>
        <p className="formal-kicker">{standingOf({ notice, lang })}</p>
        <h1>{notice.title}</h1>
      </div>
    </div>
    <p className="notice-rule meta">
      <span>{numberInWords(notice, lang)}</span> <span>{periodInWords(notice, lang)}</span>
    </p>
    {notice.status === 'withdrawn' ? <p>{noticeWords[lang].withdrawnHint}</p> : null}
    <div className="notice-text">
      {paragraphsOf(notice.text).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
    <Figures notice={notice} lang={lang} />
    <PhotoStrip photos={notice.photos} lang={lang} />
    <p className="notice-signed">{notice.signer}</p>
  </article>
)

const Standing = ({ notice, lang }: Told) => {
  const words = noticeWords[lang]
  const { lodged, answered } = notice.objections
  return (
    <Card>
      <p>{words.objections(lodged + answered, lodged)}</p>
      {lodged > 0 && notice.blocks ? <p className="hint">{words.blocked}</p> : null}
      <p className="meta">{words.hangsAt(notice.spots)}</p>
      {notice.basis ? <p className="meta">{words.basisText(notice.basis)}</p> : null}
      {notice.resultOf ? <a href={`/n/${notice.resultOf}`}>{words.first}</a> : null}
      {notice.result ? <a href={`/n/${notice.result}`}>{words.result}</a> : null}
    </Card>
  )
}

const Answers = ({ notice, lang }: Told) => {
  const words = noticeWords[lang]
  return notice.answers.length === 0 ? null : (
    <Card title={words.answersTitle}>
      <ul className="notes">
        {notice.answers.map(({ answer, upheld, at }) => (
          <li key={at + answer}>
            <b>{upheld ? words.upheld : words.notUpheld}</b>
            <p className="said">{answer}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Ledger = ({ notice, lang }: Told) => {
  const words = noticeWords[lang]
  return (
    <Card title={words.ledgerTitle}>
      <p className="hint">{words.ledgerHint}</p>
      {fingerprintLines(notice, lang).map((line) => (
        <code className="proof fingerprint" key={line}>
          {line}
        </code>
      ))}
      {notice.fingerprint && notice.fingerprint.size === null ? <p className="hint">{words.checkpointNone}</p> : null}
      <a className="button" href={`/n/${notice.notice}/check`}>
        {words.check}
      </a>
    </Card>
  )
}

const ObjectForm = ({ props: { notice, draft, problems, key }, context: { lang } }: Given) => {
  const words = noticeWords[lang]
  return (
    <form action={`/n/${notice.notice}/objections`} method="post" {...sentInPlace(lang)}>
      <input type="hidden" name="key" value={key} />
      <FixFirst problems={problems} lang={lang} />
      <Field
        lang={lang}
        name="text"
        label={words.text}
        hint={words.textHint}
        value={draft.text}
        problem={problems.text}
        lines={5}
        maxLength={2000}
      />
      <PersonFields lang={lang} words={words} draft={draft} problems={problems} />
      <p className="hint">{words.privacy}</p>
      <Send>{words.send}</Send>
    </form>
  )
}

/** In large type the form unfolds by itself only where something in it needs a change: one thing on the screen. */
const ObjectCard = (given: Given) => {
  const { props, context } = given
  const words = noticeWords[context.lang]
  const begun = Object.values(props.draft).some(Boolean) || Object.values(props.problems).some(Boolean)
  return (
    <Card title={words.objectTitle} id="object">
      <p>{words.objectHint(fullDay(props.notice.lastDay, context.lang))}</p>
      {context.elder ? (
        <details open={begun}>
          <summary>{words.objectOpen}</summary>
          <ObjectForm {...given} />
        </details>
      ) : (
        <ObjectForm {...given} />
      )}
    </Card>
  )
}

/** What was written too late is still there, to be copied or read out on the telephone. */
const Refused = ({ props: { refused, draft }, context: { lang } }: Given) =>
  refused === null ? null : (
    <>
      <NoticeBar tone="bad">{noticeWords[lang].refused[refused]}</NoticeBar>
      <Card>
        <p className="said">{draft.text}</p>
      </Card>
    </>
  )

export const NoticePage: Page<'notice'> = (given) => {
  const { props, context } = given
  const { notice } = props
  const { lang } = context
  const words = noticeWords[lang]
  const open = notice.status === 'hanging' && notice.daysLeft > 0
  const dock = open ? (
    <a className="button button-formal" href="#object">
      {words.objectOpen}
    </a>
  ) : null
  return (
    <Frame context={context} title={notice.title} owner={notice.community} dock={dock}>
      <div className="notice-top" />
      <Refused {...given} />
      <div className="columns columns-wide">
        <div>
          <Sheet notice={notice} lang={lang} />
          <Standing notice={notice} lang={lang} />
          <Answers notice={notice} lang={lang} />
          {open && props.refused === null ? <ObjectCard {...given} /> : null}
        </div>
        <div>
          <Ledger notice={notice} lang={lang} />
        </div>
      </div>
    </Frame>
  )
}
