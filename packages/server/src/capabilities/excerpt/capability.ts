// What the kernel has to know about excerpts: their group is locked before them, so that those of one group queue.
import {
  type Excerpt,
  type ExcerptCommand,
  type ExcerptEvent,
  type ExcerptRefusal,
  excerptEntry,
  excerptRules,
} from '@yishi/domain/excerpt'
import type { ExcerptId } from '@yishi/domain/kernel'
import type { Capability } from '../../kernel/capability.ts'
import { excerptStore } from './store.ts'

export const excerpt: Capability<Excerpt, ExcerptCommand, ExcerptEvent, ExcerptRefusal> = {
  name: 'excerpt',
  rulebook: excerptRules,
  store: excerptStore,
  toEntry: excerptEntry,
  async parent(trx, { community, id }) {
    const row = await trx
      .selectFrom('excerpt')
      .select('group_id')
      .where('community_id', '=', community)
      .where('excerpt_id', '=', id as ExcerptId)
      .executeTakeFirst()
    return row ? { capability: 'group', community, id: row.group_id } : null
  },
}
