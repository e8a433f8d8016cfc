// Sign-in codes on their way to a telephone; the demo shows them in its outbox, and only the demo keeps their words.
import type { OutboxItem } from '@yishi/contract/pages'
import { CODE_LASTS } from '@yishi/domain/account'
import { MINUTE, later } from '@yishi/domain/kernel'
import { maskPhone } from '@yishi/domain/privacy'
import type { Context } from '../../kernel/context.ts'
import type { Database } from '../../kernel/database/tables.ts'
import type { Channel } from './channel.ts'
import './tables.ts'

const words = (code: string): string =>
  `您的登录验证码是 ${code}，${CODE_LASTS / MINUTE} 分钟内有效。工作人员不会向您要它。`

export const sendCodeBy =
  (ctx: Context, { channel, demo }: { readonly channel: Channel; readonly demo: boolean }) =>
  async (phone: string, code: string): Promise<void> => {
    const id = ctx.ids('msg')
    const at = ctx.clock.now()
    await ctx.db.deleteFrom('code_message').where('at', '<', later(at, -CODE_LASTS)).execute()
    if (demo)
      await ctx.db
        .insertInto('code_message')
        .values({ message_id: id, address: phone, body: words(code), at })
        .execute()
    await channel.deliver({ id, to: phone, title: '一事', body: words(code), link: null })
  }

export const readCodes = async (db: Database): Promise<OutboxItem[]> => {
  const rows = await db.selectFrom('code_message').selectAll().orderBy('at', 'desc').limit(20).execute()
  return rows.map(({ message_id: id, at, address, body }) => ({
    id,
    at,
    channel: 'sms',
    to: maskPhone(address),
    title: '登录验证码',
    text: body,
    link: null,
  }))
}
