// How a tip lies in its row; a shipped one has none until somebody changes it.
import type { CommunityId, TipId } from '@yishi/domain/kernel'
import type { Tip, TipEvent } from '@yishi/domain/tip'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'

interface TipRow {
  community_id: CommunityId
  tip_id: TipId
  keywords: string[]
  body: string
  dropped: boolean
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    tip: TipRow
  }
}

const put = (trx: Transaction, { community, id }: Subject, values: Pick<TipRow, 'keywords' | 'body' | 'dropped'>) =>
  trx
    .insertInto('tip')
    .values({ community_id: community, tip_id: id as TipId, ...values })
    .onConflict((conflict) => conflict.columns(['community_id', 'tip_id']).doUpdateSet(values))
    .execute()

export const tipStore = {
  async lock(trx, { community, id }): Promise<Tip> {
    const row = await trx
      .selectFrom('tip')
      .select('dropped')
      .where('community_id', '=', community)
      .where('tip_id', '=', id as TipId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { status: 'absent' }
    return { status: row.dropped ? 'dropped' : 'written' }
  },
  write: {
    TipWritten: (trx, subject, { keywords, text }) =>
      put(trx, subject, { keywords: [...keywords], body: text, dropped: false }),
    TipDropped: (trx, subject) => put(trx, subject, { keywords: [], body: '', dropped: true }),
  },
} satisfies Store<Tip, TipEvent>
