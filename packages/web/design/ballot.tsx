// What the pages of every kind of vote show alike: how many have taken part, and the receipt of a ballot that was taken.
import type { Language } from '@yishi/contract/pages'
import { pollWords } from '../words/poll.ts'
import { Card } from './parts.tsx'

type TurnoutGiven = { readonly cast: number; readonly of: number; readonly sentence: string }

export const Turnout = ({ cast, of, sentence }: TurnoutGiven) => (
  <>
    <p>{sentence}</p>
    <progress className="turnout" max={of} value={cast} aria-label={sentence} />
  </>
)

export const BallotReceipt = ({ receipt, lang }: { readonly receipt: string | null; readonly lang: Language }) => {
  const words = pollWords[lang]
  return receipt ? (
    <Card title={words.receiptTitle} className="receipt">
      <p>{words.receiptHint}</p>
      <details>
        <summary>{words.receiptProof}</summary>
        <code className="proof">{receipt}</code>
      </details>
    </Card>
  ) : null
}
