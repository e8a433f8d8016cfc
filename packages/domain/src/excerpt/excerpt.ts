// A pasted piece of a group's chat (摘录): every draft read out of it is confirmed, joined to a matter, or dismissed by a person.
import { keepsGroups } from '../group/index.ts'
import {
  type CommunityId,
  type GroupId,
  type MatterId,
  type Meta,
  type Refused,
  during,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { NewJoining } from '../joining/index.ts'
import type { EntriesOf } from '../ledger/index.ts'
import type { MatterCommand } from '../matter/index.ts'
import type { ExcerptRead } from './reading.ts'

export const FATES = ['waiting', 'confirmed', 'joined', 'dismissed'] as const
export type Fate = (typeof FATES)[number]
export type Raising = Extract<MatterCommand, { type: 'RaiseMatter' }>

type Seat = { readonly community: CommunityId; readonly group: GroupId; readonly path: string }
type Standing = Seat & { readonly fates: readonly Fate[] }
export type Excerpt =
  | { readonly status: 'absent' }
  | ({ readonly status: 'pasted' } & Standing)
  | ({ readonly status: 'settled' } & Standing)

type Pasted = { readonly text: string } & ExcerptRead
type Decided = { readonly draft: number }
export type ExcerptCommand =
  | ({ readonly type: 'PasteExcerpt' } & Pasted & Seat)
  | ({ readonly type: 'ConfirmDraft'; readonly raising: Raising; readonly joinings: readonly NewJoining[] } & Decided)
  | ({ readonly type: 'JoinDraft'; readonly matter: MatterId; readonly joinings: readonly NewJoining[] } & Decided)
  | ({ readonly type: 'DismissDraft'; readonly reason: string } & Decided)
export type ExcerptEvent =
  | ({ readonly type: 'ExcerptPasted' } & Pasted & Seat)
  | ({ readonly type: 'DraftConfirmed'; readonly raising: Raising; readonly joinings: readonly NewJoining[] } & Decided)
  | ({ readonly type: 'DraftJoined'; readonly matter: MatterId; readonly joinings: readonly NewJoining[] } & Decided)
  | ({ readonly type: 'DraftDismissed'; readonly reason: string } & Decided)
  /** Nobody's chat is kept longer than it takes to look it through. */
  | { readonly type: 'ExcerptSettled' }
export type ExcerptRefusal = 'not-yours-to-do' | 'draft-unknown' | 'draft-decided' | 'nothing-to-raise'

type Standings = Extract<Excerpt, { status: 'pasted' | 'settled' }>
type Answer = readonly ExcerptEvent[] | Refused<ExcerptRefusal>

const evolve = (excerpt: Excerpt, event: ExcerptEvent): Excerpt => {
  const decided = (fate: Fate, draft: number): Excerpt => {
    const pasted = during(excerpt, 'pasted')
    return { ...pasted, fates: pasted.fates.with(draft, fate) }
  }
  switch (event.type) {
    case 'ExcerptPasted': {
      const { community, group, path, drafts } = event
      return { status: 'pasted', community, group, path, fates: drafts.map(() => 'waiting') }
    }
    case 'DraftConfirmed':
      return decided('confirmed', event.draft)
    case 'DraftJoined':
      return decided('joined', event.draft)
    case 'DraftDismissed':
      return decided('dismissed', event.draft)
    case 'ExcerptSettled':
      return { ...during(excerpt, 'pasted'), status: 'settled' }
  }
}

/** With the last decision the excerpt is settled. */
const settling = (excerpt: Standings, event: ExcerptEvent & Decided): Answer => {
  const others = excerpt.fates.filter((_, index) => index !== event.draft)
  return others.includes('waiting') ? [event] : [event, { type: 'ExcerptSettled' }]
}

const undecided = ({ fates, ...seat }: Standings, draft: number, { actor }: Meta): Refused<ExcerptRefusal> | null => {
  if (!keepsGroups(actor, seat)) return refuse('not-yours-to-do')
  const fate = fates[draft]
  if (fate === undefined) return refuse('draft-unknown')
  return fate === 'waiting' ? null : refuse('draft-decided', { fate })
}

const late = (excerpt: Standings, { draft }: Decided, meta: Meta): Answer =>
  undecided(excerpt, draft, meta) ?? refuse('draft-decided')

export const excerptRules = rulebook<Excerpt, ExcerptCommand, ExcerptEvent, ExcerptRefusal>(
  {
    absent: {
      PasteExcerpt(_, command, { actor }) {
        if (!keepsGroups(actor, command)) return refuse('not-yours-to-do')
        return command.drafts.length === 0 ? refuse('nothing-to-raise') : [{ ...command, type: 'ExcerptPasted' }]
      },
    },
    pasted: {
      ConfirmDraft(excerpt, { draft, raising, joinings }, meta) {
        const no = undecided(excerpt, draft, meta)
        if (no) return no
        // Where it is may be corrected, but only to a place that the confirmer keeps as well.
        if (!keepsGroups(meta.actor, raising)) return refuse('not-yours-to-do')
        return settling(excerpt, { type: 'DraftConfirmed', draft, raising, joinings })
      },
      JoinDraft: (excerpt, { draft, matter, joinings }, meta) =>
        undecided(excerpt, draft, meta) ?? settling(excerpt, { type: 'DraftJoined', draft, matter, joinings }),
      DismissDraft: (excerpt, { draft, reason }, meta) =>
        undecided(excerpt, draft, meta) ?? settling(excerpt, { type: 'DraftDismissed', draft, reason }),
    },
    settled: { ConfirmDraft: late, JoinDraft: late, DismissDraft: late },
  },
  evolve,
)

/** Counts and ids; nobody's words beyond those of the matters themselves, which seal their own. */
export const excerptEntry: EntriesOf<ExcerptEvent> = {
  ExcerptPasted: ({ group, drafts }) => ({ facts: { group, drafts: drafts.length }, sealed: {} }),
  DraftConfirmed: ({ draft, raising }) => ({ facts: { draft, matter: raising.id }, sealed: {} }),
  DraftJoined: ({ draft, matter }) => ({ facts: { draft, matter }, sealed: {} }),
  DraftDismissed: ({ draft, reason }) => ({ facts: { draft }, sealed: { reason } }),
  ExcerptSettled: () => ({ facts: {}, sealed: {} }),
}
