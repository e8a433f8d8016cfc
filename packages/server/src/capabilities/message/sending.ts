// Sends one message by a channel, once: its row is the outbox, and a second try finds it there.
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Channel } from './channel.ts'
import type { Words } from './said.ts'
import type { MessageRow } from './tables.ts'

export type Sending = Words &
  Pick<MessageRow, 'community_id' | 'message_id' | 'person_id' | 'matter_id' | 'link'> & {
    readonly address: string
  }

type Kept = Pick<Sending, 'community_id' | 'message_id' | 'address' | 'title' | 'body' | 'link'>

/** For a message whose row stands already. */
export const handOver = async (ctx: Context, channel: Channel, message: Kept): Promise<void> => {
  const { community_id: community, message_id: id, address: to, title, body, link } = message
  await channel.deliver({ id, to, title, body, link })
  await inCommunities(ctx.db, [community], (trx) =>
    trx
      .updateTable('message')
      .set({ sent_at: ctx.clock.now() })
      .where('community_id', '=', community)
      .where('message_id', '=', id)
      .execute(),
  )
}

export const sendOnce = async (ctx: Context, channel: Channel, message: Sending): Promise<void> => {
  const row: MessageRow = { ...message, channel: channel.name, at: ctx.clock.now(), sent_at: null, read_at: null }
  await inCommunities(ctx.db, [message.community_id], (trx) =>
    trx
      .insertInto('message')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  await handOver(ctx, channel, message)
}
