// Tells any number of people the same in one statement; each is told once of an occasion, however often this runs.
import type { CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

type Told = {
  readonly community: CommunityId
  /** What they are told of: the same again is the same message. */
  readonly occasion: string
  readonly matter: MatterId | null
  readonly title: string
  readonly body: string
  readonly link: string
  readonly at: Instant
}

/** `whom` selects `person_id`s of this community. */
export const tellMany = async (trx: Transaction, whom: RawBuilder<object>, told: Told): Promise<void> => {
  const { community, occasion, matter, title, body, link, at } = told
  await sql`
    insert into app.message (community_id, message_id, person_id, matter_id, channel, title, body, link, at)
    select ${community}::text, 'msg_' || left(encode(sha256(convert_to(${occasion}::text || ' ' || person_id, 'UTF8')), 'hex'), 26),
      person_id, ${matter}::text, 'inbox', ${title}::text, ${body}::text, ${link}::text, ${at}::timestamptz
    from (${whom}) as whom on conflict do nothing`.execute(trx)
}
