// The page of whoever joined a matter: how it goes, by when, and their receipt; no word of whoever raised it.
import { Frame } from '../design/frame.tsx'
import { Heading, NoticeBar, PlaceName } from '../design/parts.tsx'
import { followWords, nextSentence } from '../words/follow.ts'
import { joiningWords } from '../words/joining.ts'
import { ReceiptCard, Standing } from './followed.tsx'
import type { Page } from './page.ts'

export const JoinedPage: Page<'joined'> = ({ props: { view, receipt }, context }) => {
  const { lang } = context
  const words = joiningWords[lang]
  const responsible = { name: view.party, party: view.party, area: null, phone: null }
  return (
    <Frame context={context} title={words.title} owner={view.community}>
      <Heading title={view.title}>
        {view.place ? <PlaceName name={view.place} /> : null} <span>{followWords[lang].code(view.code)}</span>
      </Heading>
      {receipt ? <ReceiptCard receipt={receipt} words={words} /> : null}
      <Standing view={view} next={nextSentence({ ...view, responsible, story: [] }, lang)} lang={lang} />
      {view.phase === 'closed' ? <NoticeBar tone="info">{words.again}</NoticeBar> : null}
    </Frame>
  )
}
