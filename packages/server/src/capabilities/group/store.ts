// How a group lies in its row.
import type { Group, GroupEvent } from '@yishi/domain/group'
import type { GroupId } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import type { GroupRow } from './tables.ts'

const set = (trx: Transaction, { community, id }: Subject, values: Partial<GroupRow>) =>
  trx
    .updateTable('chat_group')
    .set(values)
    .where('community_id', '=', community)
    .where('group_id', '=', id as GroupId)
    .execute()

export const groupStore = {
  async lock(trx, { community, id }): Promise<Group> {
    const row = await trx
      .selectFrom('chat_group')
      .selectAll()
      .where('community_id', '=', community)
      .where('group_id', '=', id as GroupId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { status: 'absent' }
    const { status, node_id: node, path, name, keeper_id: keeper } = row
    return { status, community, node, path, name, keeper }
  },
  write: {
    GroupOpened: (trx, { community, id }, { node, path, name, keeper }) =>
      trx
        .insertInto('chat_group')
        .values({
          community_id: community,
          group_id: id as GroupId,
          node_id: node,
          path,
          name,
          keeper_id: keeper,
          status: 'kept',
        })
        .execute(),
    GroupChanged: (trx, subject, { name, keeper }) => set(trx, subject, { name, keeper_id: keeper }),
    GroupClosed: (trx, subject) => set(trx, subject, { status: 'closed' }),
  },
} satisfies Store<Group, GroupEvent>
