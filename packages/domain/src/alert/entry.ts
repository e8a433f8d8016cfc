// What the ledger keeps of each event of an urgent notice: kind, place and time in the open, words sealed.
import type { EntriesOf } from '../ledger/index.ts'
import type { AlertEvent } from './alert.ts'

export const alertEntry: EntriesOf<AlertEvent> = {
  AlertIssued: ({ kind, severity, areas, from, until, contact, by, title, advice }) => ({
    facts: { kind, severity, nodes: areas.map(({ node }) => node ?? 'all'), from, until, by },
    sealed: { title, advice, contact },
  }),
  AlertProgressTold: ({ text, by }) => ({ facts: { by }, sealed: { text } }),
  AlertEndMoved: ({ until, reason, by }) => ({ facts: { until, by }, sealed: { reason } }),
  AlertCorrected: ({ advice, reason, by }) => ({ facts: { by }, sealed: { advice, reason } }),
  AlertLifted: ({ words, by }) => ({ facts: { by }, sealed: { words } }),
}
