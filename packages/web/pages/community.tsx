// What is under way in a community, for anyone.
import { Frame } from '../design/frame.tsx'
import { MatterList } from '../design/matter-list.tsx'
import { Card, Heading, Pager } from '../design/parts.tsx'
import { publicWords } from '../words/public.ts'
import type { Page } from './page.ts'

export const CommunityPage: Page<'community'> = ({ props: { community, matters, paging, asOf }, context }) => {
  const words = publicWords[context.lang]
  return (
    <Frame context={context} title={words.title} owner={community}>
      <Heading title={words.title}>{words.total(paging.total)}</Heading>
      <Card>
        {matters.length > 0 ? (
          <MatterList heading="h2" matters={matters} asOf={asOf} lang={context.lang} />
        ) : (
          <>
            <p>{words.none}</p>
            <p className="hint">{words.noneHint}</p>
          </>
        )}
        <Pager paging={paging} path={`/c/${community.id}`} lang={context.lang} />
      </Card>
      <p>
        <a href={`/ledger/${community.id}`}>{words.verify}</a>
      </p>
    </Frame>
  )
}
