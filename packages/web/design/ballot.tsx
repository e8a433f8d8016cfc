// What the pages of every kind of vote show alike: how many have taken part, the receipt of a ballot that was taken, and why somebody is not on the list yet.
import type { Language } from '@yishi/contract/pages'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { cameLaterWords } from '../words/came-later.ts'
import { fullDay } from '../words/moments.ts'
import { pollWords } from '../words/poll.ts'
import { Card, NoticeBar } from './parts.tsx'

type TurnoutGiven = { readonly cast: number; readonly of: number; readonly sentence: string }

export const Turnout = ({ cast, of, sentence }: TurnoutGiven) => (
  <>
    <p>{sentence}</p>
    <progress className="turnout" max={of} value={cast} aria-label={sentence} />
  </>
)

/** Where a page that was sent opens again: forms of votes lead to `#answer`, so that nobody has to look for it below the question. */
export const AnswerSpot = () => <span id="answer" className="answer-spot" />

export const BallotReceipt = ({ receipt, lang }: { readonly receipt: string | null; readonly lang: Language }) => {
  const words = pollWords[lang]
  return receipt ? (
    <Card title={words.receiptTitle} className="receipt" id="answer">
      <p>{words.receiptHint}</p>
      <details>
        <summary>{words.receiptProof}</summary>
        <code className="proof">{receipt}</code>
      </details>
    </Card>
  ) : null
}

type LateGiven = { readonly openedAt: string; readonly community: string; readonly lang: Language }

export const CameLater = ({ openedAt, community, lang }: LateGiven) => {
  const words = cameLaterWords[lang]
  return (
    <NoticeBar tone="info">
      <p>{words.why(fullDay(localDateOf(openedAt as Instant), lang))}</p>
      <p>
        {words.owner} <a href={`/c/${community}/home`}>{words.claim}</a>
      </p>
    </NoticeBar>
  )
}
