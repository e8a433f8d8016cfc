// An objection's own page, reached by the link of its receipt: what was said, what was answered, and the way to take it back.
import type { NoticePages } from '@yishi/contract/notice'
import type { PageContext } from '@yishi/contract/pages'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, NoticeBar, QrFigure } from '../design/parts.tsx'
import { followWords } from '../words/follow.ts'
import { momentInWords } from '../words/moments.ts'
import { noticeWords } from '../words/notice.ts'
import type { Page } from './page.ts'

type Given = { props: NoticePages['objection']; context: PageContext }

const Receipt = ({ props: { receipt }, context: { lang } }: Given) => {
  const [words, matters] = [noticeWords[lang].own, followWords[lang]]
  return receipt === null ? null : (
    <Card title={words.receipt} className="receipt">
      <p>{words.receiptHint}</p>
      <div className="receipt-ways">
        <QrFigure svg={receipt.qr} label={matters.receiptQr} caption={matters.receiptQr} />
        <div>
          <p className="link-text">
            <a href={receipt.url}>{receipt.url}</a>
          </p>
          <details>
            <summary>{matters.receiptProof}</summary>
            <p className="hint">{matters.receiptProofHint}</p>
            <code className="proof">{receipt.proof}</code>
          </details>
        </div>
      </div>
    </Card>
  )
}

const TONES = { lodged: 'info', answered: 'ok', 'taken-back': 'warn' } as const

export const ObjectionPage: Page<'objection'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const { objection, token, asOf } = props
  const words = noticeWords[lang].own
  const said = { lodged: words.lodged, answered: words.answered, 'taken-back': words.takenBack }[objection.status]
  return (
    <Frame context={context} title={words.title} owner={objection.community}>
      <Heading title={words.title}>{objection.notice.title}</Heading>
      <NoticeBar tone={TONES[objection.status]}>{said}</NoticeBar>
      <Receipt {...given} />
      {objection.answer ? (
        <Card title={words.answer}>
          <p>{objection.upheld ? words.upheld : words.notUpheld}</p>
          <p className="quote">{objection.answer}</p>
        </Card>
      ) : null}
      <Card>
        <p className="said" data-aloud="">
          {objection.text}
        </p>
        <p className="meta">{momentInWords(objection.lodgedAt, asOf, lang)}</p>
        <a href={`/n/${objection.notice.id}`}>{words.to}</a>
        {objection.status === 'lodged' ? (
          <form method="post" action={`/o/${token}/take-back`}>
            <p className="hint">{words.takeBackHint}</p>
            <Send tone="plain">{words.takeBack}</Send>
          </form>
        ) : null}
      </Card>
    </Frame>
  )
}
