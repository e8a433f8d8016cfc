// How a joining lies in its row. Its id is made of the matter and the person, so two of one person meet at the same lock.
import type { JoiningId } from '@yishi/domain/kernel'
import type { Joining, JoiningEvent } from '@yishi/domain/joining'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import './tables.ts'

/** There is no row to lock yet: whoever joins as the same person waits here until the first has joined or failed. */
const queue = (trx: Transaction, { id }: Subject) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(trx)

export const joiningStore = {
  async lock(trx, subject): Promise<Joining> {
    await queue(trx, subject)
    const row = await trx
      .selectFrom('joining')
      .select('matter_id')
      .where('community_id', '=', subject.community)
      .where('joining_id', '=', subject.id as JoiningId)
      .executeTakeFirst()
    return row ? { status: 'joined', matter: row.matter_id } : { status: 'absent' }
  },
  write: {
    MatterJoined: (trx, { community, id }, event, at) =>
      trx
        .insertInto('joining')
        .values({
          community_id: community,
          joining_id: id as JoiningId,
          matter_id: event.matter,
          person_id: event.person,
          name: event.name,
          phone: event.phone,
          body: event.text,
          photos: [...event.photos],
          channel: event.channel,
          who: event.who,
          link_digest: event.linkDigest,
          joined_at: at,
        })
        .execute(),
  },
} satisfies Store<Joining, JoiningEvent>
