// The 12345 tickets that a matter answers, each with the limit that it carries; the desk alone sees them.
import { useQuery } from '@tanstack/react-query'
import { hotlineWords } from '../../words/console-hotline.ts'
import { useCommunity } from '../community.tsx'
import { TicketLimit } from '../hotline/tickets-table.tsx'
import { useWords } from '../language.tsx'
import { ticketsOfMatterQuery } from '../queries.ts'
import '../styles/lists.css'
import { useInHand } from './in-hand.tsx'

const DESK: readonly string[] = ['staff', 'branch']

export const Tickets = () => {
  const words = useWords(hotlineWords)
  const { file } = useInHand()
  const { me } = useCommunity()
  const community = file.community.id
  const atDesk = me.hats.some((hat) => hat.community === community && hat.node === null && DESK.includes(hat.role))
  const { data } = useQuery({ ...ticketsOfMatterQuery(community, file.matter), enabled: atDesk })
  if (!data || data.tickets.length === 0) return null
  return (
    <section className="panel box tickets" aria-label={words.tickets}>
      {data.tickets.map((ticket) => (
        <div key={ticket.number} className="row">
          <strong className="num">{words.onMatter(ticket.number)}</strong>
          <TicketLimit ticket={ticket} />
        </div>
      ))}
    </section>
  )
}
