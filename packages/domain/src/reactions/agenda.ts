// What the first question of an agenda moves: every other one goes the same way, at the same moment.
import type { PollId } from '../kernel/index.ts'
import type { Led, PollEvent, StandingPoll } from '../poll/index.ts'

type Move = { readonly to: PollId; readonly led: Led }

/** `others`: the further questions that were not taken back. */
export const othersMovedByFirst = (
  { assembly }: StandingPoll,
  event: PollEvent,
  others: readonly PollId[],
): readonly Move[] => {
  const all = (led: Led): readonly Move[] => others.map((to) => ({ to, led }))
  switch (event.type) {
    case 'PollRedrafted':
    case 'ElectorateRedrawn':
      return assembly
        ? event.followers.map(({ poll, electorate }) => ({
            to: poll,
            led: { does: 'redraw', plan: assembly, electorate },
          }))
        : []
    case 'PollAnnounced':
      return all({ does: 'announce', notice: event.notice })
    case 'PollOpened':
      return all({ does: 'open' })
    case 'PollExtended':
      return all({ does: 'extend', closesAt: event.closesAt, extensions: event.extensions })
    case 'ResultShown':
      return event.together ? all({ does: 'show', notice: event.notice }) : []
    case 'PollWithdrawn':
      return all({ does: 'withdraw', reason: event.reason })
    case 'PollDrafted':
    case 'ProofsRecorded':
    case 'PollClosed':
    case 'CountingBegun':
    case 'CountEntered':
    case 'CountsDiffered':
    case 'ResultFound':
    case 'RecountOrdered':
    case 'PollDecided':
      return []
  }
}
