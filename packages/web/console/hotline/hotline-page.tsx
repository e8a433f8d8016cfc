// The 12345 tickets of a community: a list is brought in, each ticket with its limit, the answers go back.
import { useQuery } from '@tanstack/react-query'
import { hotlineWords } from '../../words/console-hotline.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { ticketListsQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import { ListsTable } from './lists-table.tsx'
import { TakeIn } from './take-in.tsx'
import { TicketsTable } from './tickets-table.tsx'

export const HotlinePage = () => {
  const words = useWords(hotlineWords)
  const community = useOneCommunity()
  const lists = useQuery(ticketListsQuery(community))
  return (
    <Page title={words.title} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <div className="stack" key={community}>
        <TakeIn community={community} />
        <Answered query={lists}>
          {(all) => (
            <>
              <TicketsTable community={community} />
              <ListsTable community={community} lists={all} />
            </>
          )}
        </Answered>
      </div>
    </Page>
  )
}
