// At the start: limits that ran provisionally are counted anew where the program now knows the year.
import { CLOCK, type MatterId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { everyCommunity } from '../../kernel/communities.ts'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Performer } from '../../kernel/perform.ts'
import { matter } from './capability.ts'

export const recountClocks = async (ctx: Context, { perform }: Performer): Promise<void> => {
  for (const community of await everyCommunity(ctx.db)) {
    const { rows } = await inCommunities(ctx.db, [community], (trx) =>
      sql<{ matter_id: MatterId }>`
        select matter_id from app.matter where community_id = ${community} and status = 'open'
          and course @? '$.clocks[*] ? (@.provisional == true)'`.execute(trx),
    )
    for (const { matter_id: id } of rows)
      await perform(ctx, matter, { subject: { community, id }, command: { type: 'RecountClocks' }, actor: CLOCK })
  }
}
