// What the pages of whoever follows a matter share, be it theirs or joined: how it stands, and the receipt.
import type { FollowView } from '@yishi/contract/matter'
import type { Language } from '@yishi/contract/pages'
import { classes } from '../design/classes.ts'
import { Card, QrFigure } from '../design/parts.tsx'
import { ClockPanel, StatusChip } from '../design/status.tsx'
import { voicesWords } from '../words/joining.ts'

type StandingGiven = {
  view: Pick<FollowView, 'phase' | 'voices' | 'clock' | 'act' | 'asOf'>
  next: string
  lang: Language
  className?: string
}

export const Standing = ({ view, next, lang, className }: StandingGiven) => (
  <section className={classes('card', 'standing', className)} data-aloud="">
    <div className="standing-words">
      <StatusChip phase={view.phase} lang={lang} />
      <p className="next">{next}</p>
      {view.voices > 1 ? <p className="meta">{voicesWords[lang].metBy(view.voices)}</p> : null}
    </div>
    {view.clock && view.phase !== 'closed' ? (
      <ClockPanel clock={view.clock} act={view.act} asOf={view.asOf} lang={lang} />
    ) : null}
  </section>
)

type ReceiptGiven = {
  receipt: { readonly url: string; readonly qr: string; readonly proof: string }
  words: Readonly<Record<`receipt${'Title' | 'Hint' | 'Link' | 'Qr' | 'Proof' | 'ProofHint'}`, string>>
  /** Where it is what one asks by. */
  code?: string
  className?: string
}

export const ReceiptCard = ({ receipt, words, code, className }: ReceiptGiven) => (
  <Card title={words.receiptTitle} className={classes('receipt', className)}>
    {code ? <p className="short-code">{code}</p> : null}
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
