// What a delivery proves for a ballot that never comes back (R1.31): that it was delivered, that its owner was told of the agenda, and warned of what silence means.
import type { ProofKind } from '../poll/index.ts'
import type { PaperEvent } from './paper-ballot.ts'

type Delivered = Pick<Extract<PaperEvent, { type: 'PaperDelivered' }>, 'how' | 'told' | 'warned'>

/** Left at a door it proves nothing. */
export const proofsOf = ({ how, told, warned }: Delivered): readonly ProofKind[] =>
  how === 'left' ? [] : ['delivered', ...(told ? (['told'] as const) : []), ...(warned ? (['warned'] as const) : [])]
