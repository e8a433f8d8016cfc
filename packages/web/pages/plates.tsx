// Plates with QR codes for walls and lamp-posts, laid out on A4 and printed from the browser.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { Plate } from '@yishi/contract/place'
import { PLACE_KINDS } from '@yishi/domain/territory'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, NoticeBar, QrFigure } from '../design/parts.tsx'
import { frameWords } from '../words/frame.ts'
import { plateWords } from '../words/paper.ts'
import { placeKindWords } from '../words/places.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['plates']; context: PageContext }

const PlateFigure = ({
  plate,
  call,
  lang,
}: {
  plate: Plate
  call: Pages['plates']['call']
  lang: PageContext['lang']
}) => {
  const words = plateWords[lang]
  return (
    <article className="plate">
      <p className="plate-brand">
        <span className="brand-mark" aria-hidden="true">
          {frameWords[lang].brandMark}
        </span>
        {plate.community} <code>{plate.code}</code>
      </p>
      <p className="plate-title">{words.scan}</p>
      <QrFigure svg={plate.svg} label={words.qr(plate.name)} />
      <h2>{plate.name}</h2>
      <ol className="plate-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {call ? <p className="plate-call">{`${words.call} ${call.name} ${call.phone}`}</p> : null}
    </article>
  )
}

const Choose = ({ props: { community, kind, perSheet }, context: { lang } }: Given) => {
  const words = plateWords[lang]
  return (
    <form className="plate-choice" action="/plates" method="get">
      <input type="hidden" name="community" value={community.id} />
      <div className="field">
        <label htmlFor="kind">{words.kind}</label>
        <select id="kind" name="kind">
          <option value="" selected={kind === null}>
            {words.allKinds}
          </option>
          {PLACE_KINDS.map((each) => (
            <option key={each} value={each} selected={each === kind}>
              {placeKindWords[lang][each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="per">{words.per}</label>
        <select id="per" name="per">
          {[1, 2, 6].map((per) => (
            <option key={per} value={per} selected={per === perSheet}>
              {words.perSheet(per)}
            </option>
          ))}
        </select>
      </div>
      <Send tone="plain">{words.show}</Send>
      <button className="button button-main" type="button" data-print="" hidden>
        {words.print}
      </button>
    </form>
  )
}

/** Only the machine that serves can open these: a phone that scans them finds nothing. */
const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::|\/|$)/u

export const PlatesPage: Page<'plates'> = (given) => {
  const { props, context } = given
  const { plates, perSheet } = props
  const words = plateWords[context.lang]
  const sheets = Array.from({ length: Math.ceil(plates.length / perSheet) }, (_, sheet) =>
    plates.slice(sheet * perSheet, (sheet + 1) * perSheet),
  )
  return (
    <Frame context={context} title={words.title} owner={props.community} layout="paper">
      <div className="screen-only">
        <Heading title={words.title}>{words.count(plates.length, sheets.length)}</Heading>
        <Card>
          {plates.some(({ url }) => LOOPBACK.test(url)) ? (
            <NoticeBar tone="warn">
              <p>{words.onlyHere}</p>
            </NoticeBar>
          ) : null}
          <p>{words.lead}</p>
          <Choose {...given} />
          <p className="hint">{words.printHint}</p>
          {plates.length === 0 ? <p>{words.none}</p> : null}
        </Card>
      </div>
      {sheets.map((sheet) => (
        <section className={`sheet sheet-${perSheet}`} key={sheet[0]?.code}>
          {sheet.map((plate) => (
            <PlateFigure key={plate.code} plate={plate} call={props.call} lang={context.lang} />
          ))}
        </section>
      ))}
    </Frame>
  )
}
