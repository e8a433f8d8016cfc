// What the ledger keeps of each event of a draw: sizes, moments, numbers and positions in the open; lots and words, which are public too, as commitments.
import type { EntriesOf } from '../ledger/index.ts'
import type { DrawSource } from './announcement.ts'
import { randomnessOf } from './drand.ts'
import type { DrawEvent, Outcome } from './draw.ts'

/** A signature is too long for a leaf; what it hashes to is what is drawn with, and the signature lies beside it. */
const outcomeFact = (outcome: Outcome) => (typeof outcome === 'string' ? randomnessOf(outcome) : outcome)

const roundOf = (source: DrawSource): number | null => (source.kind === 'drand' ? source.round : null)

export const drawEntry: EntriesOf<DrawEvent> = {
  DrawAnnounced: ({ matter, announcement }) => {
    const { title, rounds, sources, objectionDays } = announcement
    return {
      facts: {
        matter,
        pools: rounds.map(({ pool }) => pool.length),
        count: rounds[0]?.count ?? 0,
        sources: sources.map(({ kind }) => kind),
        moments: sources.map(({ at }) => at),
        beacons: sources.map(roundOf),
        objectionDays,
      },
      sealed: { title, announcement },
    }
  },
  SourceEntered: ({ source, outcome }) => ({ facts: { source: source + 1 }, sealed: { outcome } }),
  SourceEntriesDiffered: ({ source }) => ({ facts: { source: source + 1 }, sealed: {} }),
  SourceKnown: ({ source, outcome }) => ({
    facts: { source: source + 1, outcome: outcomeFact(outcome) },
    sealed: typeof outcome === 'string' ? { signature: outcome } : {},
  }),
  DrawMade: ({ selected, objectableUntil }) => ({
    facts: {
      ...Object.fromEntries(selected.map((positions, index) => [`round-${index + 1}`, positions])),
      objectableUntil,
    },
    sealed: {},
  }),
  DrawObjected: ({ objection, grounds }) => ({ facts: { objection }, sealed: { text: grounds } }),
  DrawObjectionAnswered: ({ objection, answer, upheld }) => ({ facts: { objection, upheld }, sealed: { answer } }),
  DrawAnnulled: ({ reason, late, byStage }) => ({ facts: { late, byStage }, sealed: { reason } }),
  DrawSettled: () => ({ facts: {}, sealed: {} }),
}
