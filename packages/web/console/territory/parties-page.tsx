// The parties of a community: those who can be given an order.
import { useQuery } from '@tanstack/react-query'
import type { Party } from '@yishi/contract/account'
import { roleWords } from '../../words/console-people.ts'
import { shellWords } from '../../words/console-shell.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { partiesQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'

const PartyTable = ({ parties }: { parties: readonly Party[] }) => {
  const words = useWords(shellWords)
  const roles = useWords(roleWords)
  if (parties.length === 0) return <p className="quiet">{words.noParties}</p>
  return (
    <div className="panel table-scroll" tabIndex={0} role="region" aria-label={words.parties}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.partyName}</th>
            <th scope="col">{words.partyRole}</th>
            <th scope="col">{words.partyPhone}</th>
            <th scope="col">{words.partyOrders}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={party.id}>
              <td>
                <strong>{party.name}</strong>
              </td>
              <td>{roles[party.role]}</td>
              <td className="num">{party.phone ? <a href={`tel:${party.phone}`}>{party.phone}</a> : '–'}</td>
              <td className="num">
                {party.orders.firstDay
                  ? words.partyOrdersUntil(party.orders.open, party.orders.firstDay)
                  : party.orders.open}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const PartiesPage = () => {
  const parties = useQuery(partiesQuery(useOneCommunity()))
  return (
    <Page title={useWords(shellWords).parties} actions={<OneCommunity />}>
      <Answered query={parties}>{(list) => <PartyTable parties={list} />}</Answered>
    </Page>
  )
}
