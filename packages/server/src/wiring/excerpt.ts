// What follows from a decided draft: the matter that it becomes, the voices that it brings, and the card that its group is owed.
import type { NewJoining } from '@yishi/domain/joining'
import type { CommunityId, MatterId } from '@yishi/domain/kernel'
import { ABSENT } from '@yishi/domain/matter'
import { oweCard } from '../capabilities/card/index.ts'
import { excerpt } from '../capabilities/excerpt/index.ts'
import { joining } from '../capabilities/joining/index.ts'
import { matter } from '../capabilities/matter/index.ts'
import { type Consequence, type Reaction, follow, on } from '../kernel/react.ts'

/** Whoever decided has looked at the matter, which stays open until the end of this transaction. */
const OPEN = { status: 'open', publicity: 'nameless', path: '' } as const

const join = (community: CommunityId, matter: MatterId, { joining: id, ...voice }: NewJoining): Consequence =>
  follow(joining, { community, id }, { type: 'JoinMatter', community, matter, standing: OPEN, raiser: null, ...voice })

const draftFollows = on(excerpt, ({ subject: { community }, event, state, actor }): readonly Consequence[] => {
  if (state.status === 'absent' || (event.type !== 'DraftConfirmed' && event.type !== 'DraftJoined')) return []
  const { group, path } = state
  const id = event.type === 'DraftConfirmed' ? event.raising.id : event.matter
  const raised: readonly Consequence[] =
    event.type === 'DraftConfirmed'
      ? [
          {
            step: { capability: matter.name, subject: { community, id }, command: event.raising, actor, fresh: ABSENT },
          },
        ]
      : []
  const joined = event.joinings.map((each) => join(community, id, each))
  return [...raised, ...joined, oweCard({ community, matter: id, group, path })]
})

export const excerptReactions: readonly Reaction[] = [draftFollows]
