// The tickets by what is due: where each is handled, how long it still has, how it stands.
import { useQuery } from '@tanstack/react-query'
import { Pagination } from 'antd'
import { TICKETS_PER_PAGE, type TicketView } from '@yishi/contract/hotline'
import { useState } from 'react'
import { Link } from 'react-router'
import { hotlineWords } from '../../words/console-hotline.ts'
import { fullDeadline, restText } from '../../words/console-time.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { PhaseChip } from '../parts/phase-chip.tsx'
import { ticketsQuery } from '../queries.ts'

const DAY = 24 * 3_600_000

const shapeOf = ({ overdue, ms }: TicketView) => {
  if (overdue) return 'bad'
  return ms < DAY ? 'warn' : 'ok'
}

export const TicketLimit = ({ ticket }: { ticket: TicketView }) => {
  const { lang } = useLanguage()
  const words = useWords(hotlineWords)
  if (ticket.closedAt !== null)
    return (
      <span className="clock-words quiet">
        <Glyph shape="done" />
        {ticket.overdue ? words.late : words.inTime}
      </span>
    )
  return (
    <span className={`clock ${shapeOf(ticket)}`}>
      <span className="clock-words">
        <Glyph shape={shapeOf(ticket)} />
        {restText(ticket, lang)}
      </span>
      <span className="meta">{words.due(fullDeadline(ticket.due))}</span>
      {ticket.provisional && <span className="meta">{words.provisional}</span>}
    </span>
  )
}

const Row = ({ ticket }: { ticket: TicketView }) => (
  <tr>
    <td className="num">{ticket.number}</td>
    <td>
      <TicketLimit ticket={ticket} />
    </td>
    <td>
      <Link to={`/matters/${ticket.matter}`}>{ticket.title}</Link>
    </td>
    <td>
      <PhaseChip phase={ticket.phase} />
    </td>
  </tr>
)

export const TicketsTable = ({ community }: { community: string }) => {
  const words = useWords(hotlineWords)
  const [page, setPage] = useState(1)
  const query = useQuery(ticketsQuery(community, page))
  return (
    <section className="panel sheet" aria-label={words.tickets}>
      <Answered query={query}>
        {({ tickets, total, open, overdue }) => (
          <>
            <h2>
              {words.tickets} <span className="meta">{words.standing(open, overdue)}</span>
            </h2>
            {total === 0 ? <p className="quiet sheet-note">{words.noTickets}</p> : null}
            {total > 0 && (
              <div className="table-scroll">
                <table className="plain-table tickets">
                  <thead>
                    <tr>
                      <th scope="col">{words.number}</th>
                      <th scope="col">{words.limit}</th>
                      <th scope="col">{words.matter}</th>
                      <th scope="col">{words.phase}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {tickets.map((ticket) => (
                      <Row key={ticket.number} ticket={ticket} />
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <Pagination
              current={page}
              total={total}
              pageSize={TICKETS_PER_PAGE}
              showSizeChanger={false}
              hideOnSinglePage
              onChange={setPage}
            />
          </>
        )}
      </Answered>
    </section>
  )
}
