// A tip (温馨提示): a gentle text that staff may post when a group speaks of its keywords; never posted by itself.
import { type CommunityId, type Meta, holds, refuse, rulebook } from '../kernel/index.ts'
import type { EntriesOf } from '../ledger/index.ts'
import { DESK } from '../matter/index.ts'

type Words = { readonly keywords: readonly string[]; readonly text: string }
export type Tip = { readonly status: 'absent' } | { readonly status: 'written' } | { readonly status: 'dropped' }
type Asked = { readonly community: CommunityId }
export type TipCommand = ({ readonly type: 'WriteTip' } & Asked & Words) | ({ readonly type: 'DropTip' } & Asked)
export type TipEvent = ({ readonly type: 'TipWritten' } & Words) | { readonly type: 'TipDropped' }
export type TipRefusal = 'not-yours-to-do'

/** The tone of the house is the desk's to set. */
const write = (_: Tip, { community, keywords, text }: Extract<TipCommand, { type: 'WriteTip' }>, { actor }: Meta) =>
  holds(actor, DESK, community, '') ? [{ type: 'TipWritten' as const, keywords, text }] : refuse('not-yours-to-do')

const drop = (_: Tip, { community }: Asked, { actor }: Meta) =>
  holds(actor, DESK, community, '') ? [{ type: 'TipDropped' as const }] : refuse('not-yours-to-do')

export const tipRules = rulebook<Tip, TipCommand, TipEvent, TipRefusal>(
  {
    /** A shipped tip has no row until somebody changes it. */
    absent: { WriteTip: write, DropTip: drop },
    written: { WriteTip: write, DropTip: drop },
    dropped: { WriteTip: write },
  },
  (_, event) => ({ status: event.type === 'TipWritten' ? 'written' : 'dropped' }),
)

export const tipEntry: EntriesOf<TipEvent> = {
  TipWritten: ({ keywords, text }) => ({ facts: {}, sealed: { keywords, text } }),
  TipDropped: () => ({ facts: {}, sealed: {} }),
}

export type KnownTip = { readonly tip: string } & Words

/** The tips whose words fall in a text. */
export const tipsFor = <T extends Words>(text: string, tips: readonly T[]): readonly T[] => {
  const said = text.normalize('NFKC').toLowerCase()
  return tips.filter(({ keywords }) =>
    keywords.some((keyword) => said.includes(keyword.normalize('NFKC').toLowerCase())),
  )
}
