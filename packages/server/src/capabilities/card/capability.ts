// What the kernel has to know about cards: the matter is locked before its card.
import { type Card, type CardCommand, type CardEvent, type CardRefusal, cardEntry, cardRules } from '@yishi/domain/card'
import type { CardId } from '@yishi/domain/kernel'
import type { Capability } from '../../kernel/capability.ts'
import { cardStore } from './store.ts'

export const card: Capability<Card, CardCommand, CardEvent, CardRefusal> = {
  name: 'card',
  rulebook: cardRules,
  store: cardStore,
  toEntry: cardEntry,
  async parent(trx, { community, id }, command) {
    if (command?.type === 'OweCard') return { capability: 'matter', community, id: command.matter }
    const row = await trx
      .selectFrom('card')
      .select('matter_id')
      .where('community_id', '=', community)
      .where('card_id', '=', id as CardId)
      .executeTakeFirst()
    return row ? { capability: 'matter', community, id: row.matter_id } : null
  },
}
