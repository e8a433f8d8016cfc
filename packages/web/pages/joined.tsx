// The page of whoever joined a matter: how it goes, by when, and their receipt; no word of whoever raised it.
import type { JoinedPage as Joined } from '@yishi/contract/joining'
import type { Language } from '@yishi/contract/pages'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, NoticeBar, PlaceName, QrFigure } from '../design/parts.tsx'
import { ClockPanel, StatusChip } from '../design/status.tsx'
import { followWords, nextSentence } from '../words/follow.ts'
import { joiningWords, voicesWords } from '../words/joining.ts'
import type { Page } from './page.ts'

const Standing = ({ view, lang }: { view: Joined['view']; lang: Language }) => {
  const responsible = { name: view.party, party: view.party, area: null, phone: null }
  return (
    <section className="card standing" data-aloud="">
      <div className="standing-words">
        <StatusChip phase={view.phase} lang={lang} />
        <p className="next">{nextSentence({ ...view, responsible, story: [] }, lang)}</p>
        {view.voices > 1 ? <p className="meta">{voicesWords[lang].metBy(view.voices)}</p> : null}
      </div>
      {view.clock && view.phase !== 'closed' ? (
        <ClockPanel clock={view.clock} act={view.act} asOf={view.asOf} lang={lang} />
      ) : null}
    </section>
  )
}

const Receipt = ({ receipt, lang }: { receipt: NonNullable<Joined['receipt']>; lang: Language }) => {
  const words = joiningWords[lang]
  return (
    <Card title={words.receiptTitle} className="receipt">
      <p>{words.receiptHint}</p>
      <div className="receipt-ways">
        <QrFigure svg={receipt.qr} label={words.receiptQr} caption={words.receiptQr} />
        <div>
          <h3>{words.receiptLink}</h3>
          <p className="link-text">
            <a href={receipt.url}>{receipt.url}</a>
          </p>
          <details>
            <summary>{words.receiptProof}</summary>
            <p className="hint">{words.receiptProofHint}</p>
            <code className="proof">{receipt.proof}</code>
          </details>
        </div>
      </div>
    </Card>
  )
}

export const JoinedPage: Page<'joined'> = ({ props: { view, receipt }, context }) => {
  const { lang } = context
  const words = joiningWords[lang]
  return (
    <Frame context={context} title={words.title} owner={view.community}>
      <Heading title={view.title}>
        {view.place ? <PlaceName name={view.place} /> : null} <span>{followWords[lang].code(view.code)}</span>
      </Heading>
      {receipt ? <Receipt receipt={receipt} lang={lang} /> : null}
      <Standing view={view} lang={lang} />
      {view.phase === 'closed' ? <NoticeBar tone="info">{words.again}</NoticeBar> : null}
    </Frame>
  )
}
