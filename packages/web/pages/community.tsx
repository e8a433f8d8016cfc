// The public board of a community, for anyone: urgent notices, what is under way and how its clocks stand, and the month in numbers.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Frame } from '../design/frame.tsx'
import { CallButton } from '../design/alert.tsx'
import { Picture } from '../design/icons.tsx'
import { Card, Heading, QrFigure } from '../design/parts.tsx'
import { boardWords } from '../words/public-board.ts'
import { publicWords } from '../words/public.ts'
import { BoardMain } from './board-main.tsx'
import type { Page } from './page.ts'

type Given = { props: Pages['community']; context: PageContext }

const OnCall = ({ props: { board }, context: { lang } }: Given) =>
  board.onCall.length === 0 ? null : (
    <Card title={boardWords[lang].onCall}>
      <ul className="on-call">
        {board.onCall.map((call) => (
          <li key={`${call.name} ${call.phone}`}>
            <span>{call.name}</span>
            <CallButton call={call} lang={lang} />
          </li>
        ))}
      </ul>
    </Card>
  )

/** Only the first page lives: whoever reads on must not lose the place. */
const livingAt = ({ board, version, paging }: Pages['community']) =>
  paging.page === 1 ? { 'data-live': `/live/${board.community.id}/board`, 'data-version': version } : {}

export const CommunityPage: Page<'community'> = (given) => {
  const { props, context } = given
  const { board, matters, paging, qr, raise } = props
  const { lang } = context
  const [words, own] = [publicWords[lang], boardWords[lang]]
  return (
    <Frame
      context={context}
      title={words.title}
      owner={board.community}
      dock={
        <a className="button button-main" href={raise}>
          <Picture name="pencil" />
          {own.raise}
        </a>
      }
    >
      <Heading title={words.title}>{words.total(paging.total)}</Heading>
      <div className="columns columns-wide">
        <div {...livingAt(props)}>
          <BoardMain board={board} matters={matters} paging={paging} lang={lang} />
        </div>
        <div>
          <OnCall {...given} />
          <Card>
            <QrFigure svg={qr} label={own.qr} caption={own.qrBoard} />
            <p>
              <a href={`/hall/${board.community.id}`}>{own.hall}</a>
            </p>
            <p>
              <a href={`/c/${board.community.id}/committee`}>{own.committee}</a>
            </p>
            <p>
              <a href={`/c/${board.community.id}/elections`}>{own.elections}</a>
            </p>
            <p>
              <a href={`/ledger/${board.community.id}`}>{words.verify}</a>
            </p>
          </Card>
        </div>
      </div>
    </Frame>
  )
}
