// An urgent notice as a banner on top of a page: what, where, until when, whom to call, and the tap that says one knows.
import type { AlertBrief, AlertHere } from '@yishi/contract/alert'
import type { Language } from '@yishi/contract/pages'
import { alertWords, areasInWords, leadInWords, spanInWords } from '../words/alert.ts'
import { frameWords } from '../words/frame.ts'
import { momentInWords } from '../words/moments.ts'
import { Picture, type Shape, ShapeIcon } from './icons.tsx'

export const GRAVE = {
  notable: { tone: 'info', shape: 'ring' },
  serious: { tone: 'warn', shape: 'triangle' },
  dangerous: { tone: 'bad', shape: 'octagon' },
} as const satisfies Record<AlertBrief['severity'], { tone: string; shape: Shape }>

export const telephone = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`

export const CallButton = ({ call, lang }: { call: NonNullable<AlertBrief['call']>; lang: Language }) => (
  <a className="button" href={telephone(call.phone)}>
    <Picture name="phone" />
    {`${frameWords[lang].call} ${call.phone}`}
  </a>
)

/** Counted once the page's script finds it on the screen. */
export const seenBy = (alert: string, at: string) => ({ 'data-tells-seen': `/a/${alert}/seen`, 'data-at': at })

type KnowGiven = { alert: string; at: string; lang: Language; plain?: boolean }

export const KnowForm = ({ alert, at, lang, plain = false }: KnowGiven) => (
  <form method="post" action={`/a/${alert}/known`}>
    <input type="hidden" name="at" value={at} />
    <button className={plain ? 'button' : 'button button-main'} type="submit">
      {alertWords[lang].know}
    </button>
  </form>
)

export const alertLink = ({ alert, at }: Pick<AlertHere, 'alert' | 'at'>): string =>
  `/a/${alert}${at ? `?at=${encodeURIComponent(at)}` : ''}`

type BannerGiven = { alert: AlertHere; asOf: string; lang: Language }

const Banner = ({ alert, asOf, lang }: BannerGiven) => {
  const words = alertWords[lang]
  const { tone, shape } = GRAVE[alert.severity]
  return (
    <section className={`alert tone-${tone}`} {...seenBy(alert.alert, alert.at)}>
      <p className="alert-kind">
        <ShapeIcon shape={shape} />
        {leadInWords(alert, lang)}
      </p>
      <h2>{alert.title}</h2>
      <p>
        {[...(alert.parts.length > 0 ? [] : [areasInWords(alert, lang)]), spanInWords(alert, asOf, lang)].join(' · ')}
      </p>
      {alert.latest ? (
        <p className="alert-latest">
          <b>{momentInWords(alert.latest.at, asOf, lang)}</b> {alert.latest.text}
        </p>
      ) : null}
      <div className="alert-acts">
        <KnowForm alert={alert.alert} at={alert.at} lang={lang} />
        <a className="button" href={alertLink(alert)}>
          {words.see}
        </a>
        {alert.call ? <CallButton call={alert.call} lang={lang} /> : null}
      </div>
    </section>
  )
}

/** On a page about something else: what, until when, how it goes, and the same tap; where only if it is about a part of this place. */
const Brief = ({ alert, asOf, lang }: BannerGiven) => {
  const { tone, shape } = GRAVE[alert.severity]
  const where = alert.parts.length > 0 && areasInWords({ areas: [...alert.parts] }, lang)
  return (
    <section className={`alert alert-brief tone-${tone}`} {...seenBy(alert.alert, alert.at)}>
      <ShapeIcon shape={shape} />
      <p>
        <a href={alertLink(alert)}>{alert.title}</a>
        <span>{[where, spanInWords(alert, asOf, lang), alert.latest?.text].filter(Boolean).join(' · ')}</span>
      </p>
      <KnowForm alert={alert.alert} at={alert.at} lang={lang} plain />
    </section>
  )
}

type BannersGiven = Omit<BannerGiven, 'alert'> & { alerts: readonly AlertHere[]; brief?: boolean }

/** Whatever is dangerous is told in full everywhere. */
export const AlertBanners = ({ alerts, brief = false, ...given }: BannersGiven) => (
  <>
    {alerts.map((alert) =>
      brief && alert.severity !== 'dangerous' ? (
        <Brief key={alert.alert} alert={alert} {...given} />
      ) : (
        <Banner key={alert.alert} alert={alert} {...given} />
      ),
    )}
  </>
)
