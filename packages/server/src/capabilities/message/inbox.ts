// Reading what was told: one person's inbox, and the outbox of a community.
import type { Message } from '@yishi/contract/account'
import type { OutboxItem } from '@yishi/contract/pages'
import type { CommunityId, Instant, Language, PersonId } from '@yishi/domain/kernel'
import { maskPhone } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

const NEWEST = 100

/** Whoever hears of an occasion by the channel as well finds it in the inbox once. */
const saidInTheInbox = sql<boolean>`(message.channel <> 'inbox' and exists (
  select from app.message as told
  where told.community_id = message.community_id and told.person_id = message.person_id and told.channel = 'inbox'
    and told.link = message.link and told.body = message.body
    and told.at between message.at - interval '1 hour' and message.at + interval '1 hour'))`

/** `persons`: every name that the reader has anywhere. Under row level security this is what lies in the communities of the transaction. */
export const readInbox = async (trx: Transaction, persons: readonly PersonId[], lang: Language): Promise<Message[]> => {
  const rows = await trx
    .selectFrom('message')
    .select(['message_id', 'at', 'title', 'body', 'title_en', 'body_en', 'link', 'read_at'])
    .where('person_id', 'in', persons)
    .where(({ not }) => not(saidInTheInbox))
    .orderBy('at', 'desc')
    .limit(NEWEST)
    .execute()
  return rows.map((row) => ({
    id: row.message_id,
    at: row.at,
    title: (lang === 'en' && row.title_en) || row.title,
    text: (lang === 'en' && row.body_en) || row.body,
    link: row.link,
    read: row.read_at !== null,
  }))
}

export const markRead = async (
  trx: Transaction,
  { persons, message, at }: { persons: readonly PersonId[]; message: string | null; at: Instant },
): Promise<void> => {
  const unread = trx
    .updateTable('message')
    .set({ read_at: at })
    .where('person_id', 'in', persons)
    .where('read_at', 'is', null)
  await (message === null ? unread : unread.where('message_id', '=', message)).execute()
}

export const readOutbox = async (trx: Transaction, community: CommunityId): Promise<OutboxItem[]> => {
  const rows = await trx
    .selectFrom('message')
    .selectAll()
    .where('community_id', '=', community)
    .where('channel', '<>', 'inbox')
    .orderBy('at', 'desc')
    .limit(NEWEST)
    .execute()
  return rows.map((row) => ({
    id: row.message_id,
    at: row.at,
    channel: row.channel,
    to: row.address === null ? '' : maskPhone(row.address),
    title: row.title,
    text: row.body,
    link: row.link,
  }))
}
