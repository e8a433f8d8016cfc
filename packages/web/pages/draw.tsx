// A draw as anyone reads it: what it came to, from which lots and numbers, every step computed again, and how to check and object.
import type { DrawPage as DrawProps, DrawView, SourceView } from '@yishi/contract/draw'
import type { PageContext } from '@yishi/contract/pages'
import { Frame } from '../design/frame.tsx'
import { Card, NoticeBar, Seal } from '../design/parts.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import type { Language } from '../words/dictionary.ts'
import { drawWords, lastMoment, sourceInWords, whenKnown } from '../words/draw.ts'
import { listText } from '../words/list-text.ts'
import { momentInWords } from '../words/moments.ts'
import { Answers, Objections } from './draw-objections.tsx'
import { Steps } from './draw-steps.tsx'
import type { Page } from './page.ts'

type Given = { props: DrawProps; context: PageContext }
type Told = { draw: DrawView; lang: Language }

const standingOf = ({ draw, lang }: Told): string =>
  lastMoment(draw) > draw.asOf ? drawWords[lang].waiting(whenKnown(draw, lang)) : drawWords[lang].waitingNow

const Head = ({ draw, lang }: Told) => {
  const words = drawWords[lang]
  return (
    <Card className="poll-head draw-head">
      <div className="formal-head">
        <Seal mark={words.mark} />
        <div>
          <p className="formal-kicker">{`${words.kicker} · ${words.status[draw.status]}`}</p>
          <h1>{draw.title}</h1>
          <p className="meta">
            {draw.matter ? <span>{words.about(draw.matter.code)} · </span> : null}
            {words.announced(momentInWords(draw.announcedAt, draw.asOf, lang))}
          </p>
        </div>
      </div>
      {draw.text ? <p className="said">{draw.text}</p> : null}
      {draw.status === 'announced' ? <p>{standingOf({ draw, lang })}</p> : null}
    </Card>
  )
}

const Annulled = ({ draw: { annulled }, lang }: Told) => {
  const words = drawWords[lang]
  if (!annulled) return null
  return (
    <NoticeBar tone="warn">
      <p>{annulled.reason ? words.annulled(annulled.reason) : words.annulledByStage}</p>
      {annulled.late ? <p>{words.annulledLate}</p> : null}
    </NoticeBar>
  )
}

const Turns = ({ draw, lang }: Told) => {
  const words = drawWords[lang]
  const [first] = draw.rounds
  const names = draw.rounds.map(({ name }, index) => name || (index === 0 ? words.lot : `${words.lot} ${index + 1}`))
  return (
    <table className="draw-turns">
      <caption>{words.resultOf(first?.count ?? 0, first?.pool.length ?? 0)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.turn}</th>
          {names.map((name, index) => (
            <th scope="col" key={name}>
              {index === 0 && draw.rounds.length > 1 ? words.lot : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {draw.result?.turns.map((turn, index) => (
          <tr key={turn.join(' ')}>
            <th scope="row">{words.turnNumber(index + 1)}</th>
            {turn.map((lot) => (
              <td key={lot}>{lot}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Result = ({ draw, lang }: Told) => {
  const words = drawWords[lang]
  if (!draw.result) return null
  const { agrees } = draw.result
  return (
    <Card title={words.result}>
      <Turns draw={draw} lang={lang} />
      <p className={`draw-agrees tone-${agrees ? 'ok' : 'bad'}`}>
        <ShapeIcon shape={agrees ? 'tick' : 'octagon'} />
        {agrees ? words.agrees : words.differs}
      </p>
    </Card>
  )
}

const Outcome = ({ source: { outcome, entered }, lang }: { source: SourceView; lang: Language }) => {
  const words = drawWords[lang]
  if (!outcome) return entered ? <p className="hint">{words.firstOnly}</p> : null
  if (outcome.randomness === null)
    return (
      <p>
        <b>{words.outcome(listText(outcome.numbers, lang))}</b> <span className="hint">{words.twoPeople}</span>
      </p>
    )
  return (
    <>
      <p className="meta">{words.randomness}</p>
      <code className="proof">{outcome.randomness}</code>
      <p className="meta">{words.signature}</p>
      <code className="proof">{outcome.signature}</code>
    </>
  )
}

const Sources = ({ draw, lang }: Told) => {
  const words = drawWords[lang]
  return (
    <Card title={words.sources}>
      <p className="hint">{words.sourcesHint}</p>
      <ol className="draw-sources">
        {draw.sources.map((source) => (
          <li key={sourceInWords(source, lang) + source.at}>
            <b>{words.kinds[source.kind]}</b>
            <p>{sourceInWords(source, lang)}</p>
            <p className="meta">{words.at(momentInWords(source.at, draw.asOf, lang))}</p>
            <Outcome source={source} lang={lang} />
            {source.differed > 0 ? <p className="hint">{words.differed(source.differed)}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

const Pools = ({ draw, lang }: Told) =>
  draw.rounds.map(({ name, pool, count }) => (
    <Card title={drawWords[lang].pool(name)} key={name + pool.join(' ')}>
      <p className="hint">{drawWords[lang].poolHint(pool.length, count)}</p>
      <ol className="draw-pool">
        {pool.map((lot) => (
          <li key={lot}>{lot}</li>
        ))}
      </ol>
    </Card>
  ))

const Check = ({ props: { draw, urls }, context: { lang } }: Given) => {
  const words = drawWords[lang]
  if (!draw.result) return <Card title={words.check}>{<p>{words.checkEarly}</p>}</Card>
  return (
    <Card title={words.check}>
      <p>{words.checkHint}</p>
      <code className="proof">{`npx yishi draw draw-${draw.draw}.json`}</code>
      <a className="button" href={urls.file} download="">
        {words.download}
      </a>
    </Card>
  )
}

const Poster = ({ draw, lang }: Told) => {
  const words = drawWords[lang]
  return (
    <Card title={words.poster}>
      <p className="hint">{words.posterHint}</p>
      <p className="poll-links">
        {['a3', 'a4'].map((paper) => (
          <a key={paper} className="button" href={`/draws/${draw.draw}/poster.pdf?paper=${paper}`}>
            {words.posterOn(paper.toUpperCase())}
          </a>
        ))}
      </p>
    </Card>
  )
}

const Ledger = ({ props: { draw, urls }, context: { lang } }: Given) => {
  const words = drawWords[lang]
  const { fingerprint } = draw
  return (
    <Card title={words.ledger}>
      <p className="hint">{words.ledgerHint}</p>
      <code className="proof fingerprint">{words.digest(draw.digest)}</code>
      {fingerprint ? <code className="proof fingerprint">{words.leaf(fingerprint.leaf)}</code> : null}
      {fingerprint?.size && fingerprint.root ? (
        <code className="proof fingerprint">{words.checkpoint(fingerprint.size, fingerprint.root)}</code>
      ) : (
        <p className="hint">{words.checkpointNone}</p>
      )}
      {fingerprint?.size ? (
        <>
          <code className="proof">npx yishi verify announcement FILE</code>
          <a className="button" href={urls.proof} download={`${draw.draw}.json`}>
            {words.proof}
          </a>
        </>
      ) : null}
    </Card>
  )
}

export const DrawPage: Page<'draw'> = (given) => {
  const { props, context } = given
  const { draw } = props
  const { lang } = context
  return (
    <Frame context={context} title={draw.title} owner={draw.community} layout="wide">
      <div className="columns columns-wide draw">
        <div>
          <Head draw={draw} lang={lang} />
          <Annulled draw={draw} lang={lang} />
          <Result draw={draw} lang={lang} />
          <Objections {...given} />
          <Answers draw={draw} lang={lang} />
          <Pools draw={draw} lang={lang} />
        </div>
        <div>
          <Sources draw={draw} lang={lang} />
          {draw.result ? <Steps draw={draw} result={draw.result} lang={lang} /> : null}
          <Check {...given} />
          <Ledger {...given} />
          <Poster draw={draw} lang={lang} />
        </div>
      </div>
    </Frame>
  )
}
