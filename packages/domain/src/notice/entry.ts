// What the ledger keeps of each event of a notice: its period and where it hangs in the open; its wording, which is public, as one commitment.
import type { EntriesOf } from '../ledger/index.ts'
import type { NoticeEvent } from './notice.ts'

export const noticeEntry: EntriesOf<NoticeEvent> = {
  NoticeHung: ({ matter, kind, resultOf, number, basis, days, lastDay, endsAt, spots, wording }) => ({
    facts: {
      matter,
      kind,
      resultOf,
      number: `${number.year}-${number.count}`,
      basis,
      days,
      lastDay,
      endsAt,
      nodes: spots.flatMap(({ node }) => node ?? []),
    },
    sealed: { wording, spots: spots.map(({ name }) => name) },
  }),
  NoticeProvedHung: ({ spot, photos }) => ({ facts: { spot }, sealed: { photos } }),
  NoticeProvedTakenDown: ({ spot, photos }) => ({ facts: { spot }, sealed: { photos } }),
  NoticeElapsed: () => ({ facts: {}, sealed: {} }),
  NoticeResultTold: ({ result }) => ({ facts: { result }, sealed: {} }),
  NoticeWithdrawn: ({ reason, left }) => ({ facts: { left }, sealed: { reason } }),
}
