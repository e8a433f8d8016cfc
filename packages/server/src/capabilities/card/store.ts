// How a card lies in its row: one for each pair of group and matter.
import type { Card, CardEvent } from '@yishi/domain/card'
import type { CardId, CommunityId, GroupId, Instant, MatterId } from '@yishi/domain/kernel'
import type { Store } from '../../kernel/store.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    card: {
      community_id: CommunityId
      card_id: CardId
      group_id: GroupId
      matter_id: MatterId
      path: string
      status: 'owed' | 'posted'
      owed_at: Instant
      posted_at: Instant | null
    }
  }
}

export const cardStore = {
  async lock(trx, { community, id }): Promise<Card> {
    const row = await trx
      .selectFrom('card')
      .selectAll()
      .where('community_id', '=', community)
      .where('card_id', '=', id as CardId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { status: 'absent' }
    return { status: row.status, community, matter: row.matter_id, group: row.group_id, path: row.path }
  },
  write: {
    CardOwed: (trx, { community, id }, { matter, group, path }, at) =>
      trx
        .insertInto('card')
        .values({
          community_id: community,
          card_id: id as CardId,
          group_id: group,
          matter_id: matter,
          path,
          status: 'owed',
          owed_at: at,
          posted_at: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['community_id', 'card_id']).doUpdateSet({ status: 'owed', owed_at: at }),
        )
        .execute(),
    CardPosted: (trx, { community, id }, _, at) =>
      trx
        .updateTable('card')
        .set({ status: 'posted', posted_at: at })
        .where('community_id', '=', community)
        .where('card_id', '=', id as CardId)
        .execute(),
  },
} satisfies Store<Card, CardEvent>
