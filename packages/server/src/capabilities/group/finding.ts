// The groups that somebody keeps: those of the places that their hats cover.
import { GROUP_KEEPERS, keepsGroups } from '@yishi/domain/group'
import { type Actor, type CommunityId, type Hat, type Refused, refuse } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { communityFor } from '../territory/index.ts'
import type { GroupRow } from './tables.ts'

const isKeeper = ({ role }: Hat): boolean => GROUP_KEEPERS.includes(role)

/** In which community somebody keeps groups. */
export const keepsIn = (
  actor: Actor,
  asked: string | undefined,
): CommunityId | Refused<'not-signed-in' | 'not-yours-to-do'> => communityFor(actor, asked, isKeeper)

/** All communities in which somebody keeps groups: an id alone does not say which. */
export const keptCommunities = (
  actor: Actor,
): readonly CommunityId[] | Refused<'not-signed-in' | 'not-yours-to-do'> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const kept = [...new Set(actor.hats.filter(isKeeper).map(({ community }) => community))]
  return kept.length > 0 ? kept : refuse('not-yours-to-do')
}

export const findGroup = async (
  trx: Transaction,
  actor: Actor,
  id: string,
): Promise<GroupRow | Refused<'group-unknown' | 'not-yours-to-do'>> => {
  const row = await trx
    .selectFrom('chat_group')
    .selectAll()
    .where('group_id', '=', id as GroupRow['group_id'])
    .where('status', '=', 'kept')
    .executeTakeFirst()
  if (!row) return refuse('group-unknown')
  return keepsGroups(actor, { community: row.community_id, path: row.path }) ? row : refuse('not-yours-to-do')
}
