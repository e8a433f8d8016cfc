// What follows from a decided draft: the matter that it becomes, the voices that it brings, and the card that its group is owed.
import type { ExcerptEvent } from '@yishi/domain/excerpt'
import type { NewJoining } from '@yishi/domain/joining'
import type { CommunityId, MatterId } from '@yishi/domain/kernel'
import { oweCard } from './capabilities/card/index.ts'
import { joining } from './capabilities/joining/index.ts'
import { matter } from './capabilities/matter/index.ts'
import type { excerpt } from './capabilities/excerpt/index.ts'
import { type Change, type Consequence, follow } from './kernel/react.ts'

/** Whoever decided has looked at the matter, which stays open until the end of this transaction. */
const OPEN = { status: 'open', publicity: 'nameless', path: '' } as const

const join = (community: CommunityId, matter: MatterId, { joining: id, ...voice }: NewJoining): Consequence =>
  follow(joining, { community, id }, { type: 'JoinMatter', community, matter, standing: OPEN, raiser: null, ...voice })

type Standing = Parameters<(typeof excerpt)['rulebook']['decide']>[0]

export const afterDraft = ({
  subject: { community },
  event,
  state,
  actor,
}: Change<Standing, ExcerptEvent>): readonly Consequence[] => {
  if (state.status === 'absent' || (event.type !== 'DraftConfirmed' && event.type !== 'DraftJoined')) return []
  const { group, path } = state
  const id = event.type === 'DraftConfirmed' ? event.raising.id : event.matter
  const raised = event.type === 'DraftConfirmed' ? [follow(matter, { community, id }, event.raising, actor)] : []
  const joined = event.joinings.map((each) => join(community, id, each))
  return [...raised, ...joined, oweCard({ community, matter: id, group, path })]
}
