// Compares a list with the tickets that are known and the matters that are open: a verdict for every row, and what an import would do.
import type { MatterId } from '../kernel/index.ts'
import { pathOfAddress, type Named } from './address.ts'
import { type Alike, type OpenNow, alikeAmong } from './alike.ts'
import { INCOMING, type IncomingField } from './fields.ts'
import type { ReadRow, Said } from './reading.ts'

export const VERDICTS = ['error', 'alike', 'new', 'changed', 'unchanged'] as const
export type TicketVerdict = (typeof VERDICTS)[number]

export type KnownTicket = { readonly number: string; readonly matter: MatterId; readonly said: Said }
export type Change = { readonly field: IncomingField; readonly from: string; readonly to: string }

export type TicketRow = ReadRow & {
  readonly verdict: TicketVerdict
  readonly changes: readonly Change[]
  readonly alike: readonly Alike[]
  /** Where the ticket is known already. */
  readonly matter: MatterId | null
  /** The node that its address names. */
  readonly path: string
}
export type Counts = Readonly<Record<TicketVerdict, number>>

export type Surroundings = {
  readonly known: readonly KnownTicket[]
  readonly open: readonly OpenNow[]
  readonly nodes: readonly Named[]
}

const changesOf = (before: Said, after: Said): readonly Change[] =>
  INCOMING.flatMap((field) => {
    const [from = '', to = ''] = [before[field], after[field]]
    // A list that leaves a column out takes nothing back.
    return to === '' || from === to ? [] : [{ field, from, to }]
  })

export const compareTickets = (
  rows: readonly ReadRow[],
  { known, open, nodes }: Surroundings,
): readonly TicketRow[] => {
  const tickets = new Map(known.map((ticket) => [ticket.number, ticket]))
  const alikeTo = alikeAmong(open)
  return rows.map((row) => {
    const { number = '', text = '', title = '', place = '' } = row.said
    const path = pathOfAddress(place, nodes)
    const plain = { ...row, changes: [], alike: [], matter: null, path }
    if (row.problems.length > 0) return { ...plain, verdict: 'error' }
    const ticket = tickets.get(number)
    if (!ticket) {
      const alike = alikeTo({ text: `${title} ${text}`, place, path })
      return { ...plain, alike, verdict: alike.length > 0 ? 'alike' : 'new' }
    }
    const changes = changesOf(ticket.said, row.said)
    return { ...plain, changes, matter: ticket.matter, verdict: changes.length > 0 ? 'changed' : 'unchanged' }
  })
}

export const countsOf = (rows: readonly Pick<TicketRow, 'verdict'>[]): Counts => {
  const counts = { error: 0, alike: 0, new: 0, changed: 0, unchanged: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}
