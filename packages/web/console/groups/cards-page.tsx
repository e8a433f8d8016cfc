// Cards to post (待发回音): which groups wait to hear of which matter, the card ready to be copied, and the mark that it was posted.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { OwedCard } from '@yishi/contract/group'
import { Link } from 'react-router'
import { cardScreenWords, groupWords } from '../../words/console-groups.ts'
import { shortMoment } from '../../words/console-time.ts'
import { newKey, write } from '../api.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { cardsQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/groups.css'
import { ReplyCard } from './reply-card.tsx'

const Owed = ({ card }: { card: OwedCard }) => {
  const words = useWords(cardScreenWords)
  const client = useQueryClient()
  const posting = useMutation({
    mutationFn: () => write(`/cards/${card.card}/posted`, {}, { key: newKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: ['groups'] }),
  })
  return (
    <li className="panel owed">
      <div className="owed-head">
        <h2>
          <Link to={`/matters/${card.matter}`}>{card.title}</Link>
        </h2>
        <PhaseChip phase={card.phase} />
        <span className="meta">
          {words.to(card.groupName)} · <span className="num">{shortMoment(card.owedAt)}</span>
        </span>
      </div>
      <ReplyCard matter={card.matter} code={card.code} />
      <ProblemNote error={posting.error} />
      <div className="row">
        <Button loading={posting.isPending} onClick={() => posting.mutate()} aria-label={words.postedOf(card.title)}>
          {words.posted}
        </Button>
      </div>
    </li>
  )
}

export const CardsPage = () => {
  const words = useWords(cardScreenWords)
  const { cards } = useWords(groupWords)
  const owed = useQuery(cardsQuery(useOneCommunity()))
  return (
    <Page title={cards} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <Answered query={owed}>
        {(list) =>
          list.length === 0 ? (
            <p className="quiet">{words.none}</p>
          ) : (
            <ul className="stack">
              {list.map((card) => (
                <Owed key={card.card} card={card} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  )
}
