// A chat group (群) of a stairway, a building or a grid: which node it belongs to, and who keeps it.
import {
  type Actor,
  type CommunityId,
  type NodeId,
  type PersonId,
  type Refused,
  type Role,
  during,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { EntriesOf } from '../ledger/index.ts'

/** `node` null: a group of the whole community. */
type Seat = { readonly community: CommunityId; readonly node: NodeId | null; readonly path: string }
type Naming = { readonly name: string; readonly keeper: PersonId | null }
type Standing = Seat & Naming
export type Group =
  | { readonly status: 'absent' }
  | ({ readonly status: 'kept' } & Standing)
  | ({ readonly status: 'closed' } & Standing)
export type GroupCommand =
  | ({ readonly type: 'OpenGroup' } & Standing)
  | ({ readonly type: 'ChangeGroup' } & Naming)
  | { readonly type: 'CloseGroup' }
export type GroupEvent =
  | ({ readonly type: 'GroupOpened' } & Standing)
  | ({ readonly type: 'GroupChanged' } & Naming)
  | { readonly type: 'GroupClosed' }
export type GroupRefusal = 'not-yours-to-do'

/** Whoever sits in the groups of a place: the desk, and who looks after it. */
export const GROUP_KEEPERS: readonly Role[] = ['staff', 'branch', 'grid-worker', 'building-leader']

export const keepsGroups = (actor: Actor, { community, path }: Pick<Seat, 'community' | 'path'>): boolean =>
  holds(actor, GROUP_KEEPERS, community, path)

type Answer = readonly GroupEvent[] | Refused<GroupRefusal>

const byKeeper =
  <State extends Extract<Group, { status: 'kept' }>, Command>(rule: (command: Command) => readonly GroupEvent[]) =>
  (group: State, command: Command, { actor }: { readonly actor: Actor }): Answer =>
    keepsGroups(actor, group) ? rule(command) : refuse('not-yours-to-do')

const evolve = (group: Group, event: GroupEvent): Group => {
  switch (event.type) {
    case 'GroupOpened': {
      const { type: _, ...standing } = event
      return { ...standing, status: 'kept' }
    }
    case 'GroupChanged':
      return { ...during(group, 'kept'), name: event.name, keeper: event.keeper }
    case 'GroupClosed':
      return { ...during(group, 'kept'), status: 'closed' }
  }
}

export const groupRules = rulebook<Group, GroupCommand, GroupEvent, GroupRefusal>(
  {
    absent: {
      OpenGroup: (_, command, { actor }) =>
        keepsGroups(actor, command) ? [{ ...command, type: 'GroupOpened' }] : refuse('not-yours-to-do'),
    },
    kept: {
      ChangeGroup: byKeeper(({ name, keeper }) => [{ type: 'GroupChanged', name, keeper }]),
      CloseGroup: byKeeper(() => [{ type: 'GroupClosed' }]),
    },
    closed: {},
  },
  evolve,
)

/** Names of groups and people are words: sealed. */
export const groupEntry: EntriesOf<GroupEvent> = {
  GroupOpened: ({ node, name, keeper }) => ({ facts: { node }, sealed: { name, keeper } }),
  GroupChanged: ({ name, keeper }) => ({ facts: {}, sealed: { name, keeper } }),
  GroupClosed: () => ({ facts: {}, sealed: {} }),
}
