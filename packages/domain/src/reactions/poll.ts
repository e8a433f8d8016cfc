// How a poll moves its matter: it tells when it begins to run, what it came to, and when somebody gave it up.
import type { MatterId } from '../kernel/index.ts'
import type { MatterCommand } from '../matter/index.ts'
import type { PollEvent, StandingPoll } from '../poll/index.ts'

type Move = { readonly to: MatterId; readonly command: MatterCommand }

/** Of several questions that are asked together the first is the matter's own; it does not wait for the others. */
export const matterMovedByPoll = (poll: StandingPoll, event: PollEvent): readonly Move[] => {
  if (poll.agenda) return []
  const note = (status: 'running' | 'ended' | 'withdrawn', passed = false): readonly Move[] => [
    {
      to: poll.matter,
      command: { type: 'NoteProceeding', proceeding: { kind: 'poll', id: poll.id, status, passed }, resolved: [] },
    },
  ]
  switch (event.type) {
    case 'PollDrafted':
      return note('running')
    case 'PollDecided':
      return note('ended', event.outcome.passed)
    case 'PollWithdrawn':
      // The matter itself left it behind and knows.
      return event.byStage ? [] : note('withdrawn')
    case 'PollRedrafted':
    case 'PollAnnounced':
    case 'ElectorateRedrawn':
    case 'PollOpened':
    case 'PollExtended':
    case 'ProofsRecorded':
    case 'PollClosed':
    case 'CountingBegun':
    case 'CountEntered':
    case 'CountsDiffered':
    case 'ResultFound':
    case 'ResultShown':
    case 'RecountOrdered':
      return []
  }
}
