// A reply card (回音卡) owed to a group: after each change of stage somebody copies it back into the chat and marks it posted.
import { keepsGroups } from '../group/index.ts'
import {
  type CommunityId,
  type GroupId,
  type MatterId,
  type Meta,
  type Refused,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { MatterEvent } from '../matter/index.ts'

type Standing = {
  readonly community: CommunityId
  readonly matter: MatterId
  readonly group: GroupId
  /** Of the group's node: whoever keeps the group posts the card. */
  readonly path: string
}
export type Card =
  | { readonly status: 'absent' }
  | ({ readonly status: 'owed' } & Standing)
  | ({ readonly status: 'posted' } & Standing)
export type CardCommand = ({ readonly type: 'OweCard' } & Standing) | { readonly type: 'PostCard' }
export type CardEvent =
  | ({ readonly type: 'CardOwed' } & Standing)
  | ({ readonly type: 'CardPosted' } & Pick<Standing, 'matter' | 'group'>)
export type CardRefusal = 'not-yours-to-do' | 'card-posted'

const owe = (_: Card, command: Extract<CardCommand, { type: 'OweCard' }>, { actor }: Meta) =>
  actor.kind === 'clock' ? [{ ...command, type: 'CardOwed' as const }] : refuse('not-yours-to-do')

const post = (
  { matter, group, ...seat }: Standing,
  _: CardCommand,
  { actor }: Meta,
): readonly CardEvent[] | Refused<CardRefusal> =>
  keepsGroups(actor, seat) ? [{ type: 'CardPosted', matter, group }] : refuse('not-yours-to-do')

const evolve = (card: Card, event: CardEvent): Card => {
  switch (event.type) {
    case 'CardOwed': {
      const { type: _, ...standing } = event
      return { ...standing, status: 'owed' }
    }
    case 'CardPosted':
      return { ...(card as Extract<Card, { status: 'owed' }>), status: 'posted' }
  }
}

export const cardRules = rulebook<Card, CardCommand, CardEvent, CardRefusal>(
  {
    absent: { OweCard: owe },
    /** It tells how the matter stands when it is copied, so one card is enough for several changes. */
    owed: { OweCard: () => [], PostCard: post },
    posted: {
      OweCard: owe,
      PostCard: (card, command, meta) => {
        const posted = post(card, command, meta)
        return 'refused' in posted ? posted : refuse('card-posted')
      },
    },
  },
  evolve,
)

/** What is owed follows from the matter's own story; that it was posted does not. */
export const cardEntry: EntriesOf<CardEvent, EntryDraft | null> = {
  CardOwed: () => null,
  CardPosted: ({ matter, group }) => ({ facts: { matter, group }, sealed: {} }),
}

/** Events after which the groups of a matter are owed a new card. */
export const TOLD_TO_GROUPS: ReadonlySet<MatterEvent['type']> = new Set([
  'StageEntered',
  'AnswerGiven',
  'MatterClosed',
  'ClosedByLink',
  'MatterReopened',
])
