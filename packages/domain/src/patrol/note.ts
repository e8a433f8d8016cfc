// A note on patrol: it raises a matter, and says when it was seen and whether it was settled on the spot.
import { type Instant, type NodeId, type PersonId, isRefused, refuse, rulebook } from '../kernel/index.ts'
import type { EntriesOf } from '../ledger/index.ts'
import type { CommandOf } from '../matter/index.ts'
import { type PatrolRefusal, type Seen, seenBy, standingOf } from './patrol.ts'

export type PatrolNote = { readonly status: 'absent' } | { readonly status: 'noted' }
type Noted = {
  readonly node: NodeId
  readonly seenAt: Instant
  /** Settled on the spot (当场解决). */
  readonly settled: boolean
}
export type NoteCommand = {
  readonly type: 'NoteOnPatrol'
  readonly raise: CommandOf<'RaiseMatter'>
} & Seen &
  Noted
export type NoteEvent = {
  readonly type: 'PatrolNoted'
  readonly raise: CommandOf<'RaiseMatter'>
  /** The round has changed hands since: the matter goes to the committee's desk in the name of whoever saw it. */
  readonly handedOver: boolean
  readonly by: PersonId
} & Noted

export const noteRules = rulebook<PatrolNote, NoteCommand, NoteEvent, PatrolRefusal>(
  {
    absent: {
      NoteOnPatrol(_, { raise, node, settled, ...seen }, { actor, now }) {
        const standing = standingOf(seen, actor, now)
        if (isRefused(standing)) return standing
        if (actor.kind !== 'person') return refuse('not-your-round')
        const by = actor.person
        const handedOver = standing === 'then'
        // Nobody notes down for others where they have no hat: what they saw themselves they may raise, as everybody may.
        const own = { channel: 'web', raiser: by } as const
        const seenAt = seenBy(seen.seenAt, now)
        return [
          {
            type: 'PatrolNoted',
            raise: handedOver ? { ...raise, ...own } : raise,
            node,
            settled,
            seenAt,
            handedOver,
            by,
          },
        ]
      },
    },
    noted: {},
  },
  () => ({ status: 'noted' }),
)

/** It stands in the story of the matter that it raises. */
export const noteEntry: EntriesOf<NoteEvent> = {
  PatrolNoted: ({ node, seenAt, settled, handedOver }) => ({
    facts: { node, seenAt, settled, handedOver },
    sealed: {},
  }),
}
