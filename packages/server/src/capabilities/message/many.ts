// Tells any number of people the same in one statement; each is told once of an occasion, however often this runs.
import type { CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Words } from './said.ts'

type Told = Words & {
  readonly community: CommunityId
  /** What they are told of: the same again is the same message. */
  readonly occasion: string
  readonly matter: MatterId | null
  readonly link: string
  readonly at: Instant
  /** Whoever has an account and a number hears by this one too; without it the inbox is enough. */
  readonly channel?: string | null
}

/** `whom` selects `person_id`s of this community. Gives what the channel has to deliver, in the order of the ids. */
export const tellMany = async (trx: Transaction, whom: RawBuilder<object>, told: Told): Promise<readonly string[]> => {
  const { community, occasion, matter, title, body, title_en, body_en, link, at, channel = null } = told
  const { rows } = await sql<{ id: string }>`
    with whom as (${whom}), draft as (
      select person_id, 'inbox' as channel, null as address, person_id as of from whom
      union all
      select person_id, ${channel}::text, phone, person_id || ' ' || ${channel}::text from whom join app.person using (person_id)
      where ${channel}::text is not null and person.community_id = ${community} and account_id is not null and phone is not null
    ), written as (
      insert into app.message (community_id, message_id, person_id, matter_id, channel, address, title, body, title_en, body_en, link, at)
      select ${community}::text, 'msg_' || left(encode(sha256(convert_to(${occasion}::text || ' ' || of, 'UTF8')), 'hex'), 26),
        person_id, ${matter}::text, channel, address, ${title}::text, ${body}::text,
        ${title_en}::text, ${body_en}::text, ${link}::text, ${at}::timestamptz
      from draft on conflict do nothing returning message_id, channel
    )
    select message_id as id from written where channel <> 'inbox' order by message_id`.execute(trx)
  return rows.map(({ id }) => id)
}
