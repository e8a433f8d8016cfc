// Tells everybody in some part of the territory at once: one statement for their inboxes and for the channel, and nobody twice.
import type { AlertId, CommunityId, Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

export type Announcement = {
  readonly community: CommunityId
  readonly about: AlertId
  /** Of one announcement: a second run finds its messages there already. */
  readonly key: string
  readonly title: string
  readonly body: string
  readonly link: string
  readonly at: Instant
  /** Whoever has an account hears by this one too; null: the inbox is enough. */
  readonly channel: string | null
}

/** Who lives there or owns a home there, and whoever has a task in it. */
const covered = ({ community, about, at }: Announcement) => sql`
  with area as (
    select unnest(paths) as path from app.alert where community_id = ${community} and alert_id = ${about}
  )
  select m.person_id from app.membership m join area on area.path = '' or m.path = area.path
      or starts_with(m.path, area.path || '.')
      or (m.role <> 'resident' and (m.path = '' or starts_with(area.path, m.path || '.')))
    where m.community_id = ${community} and m.starts <= ${at} and (m.ends is null or m.ends > ${at})
  union
  select o.person_id from app.node n join area on area.path = '' or n.path = area.path or starts_with(n.path, area.path || '.')
    join app.unit u on u.community_id = n.community_id and u.node_id = n.node_id
    join app.ownership o on o.community_id = u.community_id and o.unit_id = u.unit_id
    where n.community_id = ${community}`

/** Gives the messages that the channel has to deliver, in the order of their ids. */
export const tellEverybody = async (trx: Transaction, told: Announcement): Promise<readonly string[]> => {
  const { community, key, title, body, link, at, channel } = told
  const { rows } = await sql<{ message_id: string; channel: string }>`
    with reached as (
      select person.person_id, person.phone, person.account_id from app.person
      join (${covered(told)}) as member using (person_id) where person.community_id = ${community}
    ), draft as (
      select person_id, 'inbox' as channel, null as address from reached
      union all
      select person_id, ${channel}::text, phone from reached
      where ${channel}::text is not null and account_id is not null and phone is not null
    )
    insert into app.message (community_id, message_id, person_id, channel, address, title, body, link, at)
    select ${community}, 'msg_' || left(encode(sha256(convert_to(${key} || ' ' || channel || ' ' || person_id, 'UTF8')), 'hex'), 26),
      person_id, channel, address, ${title}, ${body}, ${link}, ${at} from draft
    on conflict do nothing returning message_id, channel`.execute(trx)
  return rows.flatMap((row) => (row.channel === 'inbox' ? [] : [row.message_id])).toSorted()
}
