// The tips of a community: those that it wrote, and the shipped ones that it has neither changed nor dropped.
import type { CommunityId } from '@yishi/domain/kernel'
import { type KnownTip, SHIPPED_TIPS } from '@yishi/domain/tip'
import type { Transaction } from '../../kernel/database/tables.ts'
import './store.ts'

export const tipsOf = async (trx: Transaction, community: CommunityId): Promise<readonly KnownTip[]> => {
  const rows = await trx.selectFrom('tip').selectAll().where('community_id', '=', community).orderBy('tip_id').execute()
  const own = new Map<string, KnownTip | null>(
    rows.map(({ tip_id: tip, keywords, body: text, dropped }) => [tip, dropped ? null : { tip, keywords, text }]),
  )
  const shipped = SHIPPED_TIPS.map((tip) => (own.has(tip.tip) ? own.get(tip.tip)! : tip))
  const added = [...own].flatMap(([id, tip]) => (SHIPPED_TIPS.some(({ tip: known }) => known === id) ? [] : [tip]))
  return [...shipped, ...added].filter((tip) => tip !== null)
}
