// How a duty roster lies in its rows: one for the roster, so that editors queue at it, and one for each shift.
import type { Roster, Shift, DutyEvent } from '@yishi/domain/duty'
import type { CommunityId, DutyRosterId, NodeId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import './tables.ts'

const afterPrefix = (id: string): string => id.slice(id.indexOf('_') + 1)

/** Each node has one roster, and so has the community: its id follows from theirs. */
export const rosterIdOf = (community: CommunityId, node: NodeId | null): DutyRosterId =>
  `dut_${afterPrefix(node ?? community)}`

/** A roster that nobody has written yet is an empty one; making its row first lets two first editors meet at it. */
const begin = (trx: Transaction, { community, id }: Subject) => {
  const body = afterPrefix(id)
  return sql`
    insert into app.duty_roster (community_id, roster_id, node_id, path)
    select ${community}, ${id}, node_id, path from app.node where community_id = ${community} and node_id = ${`nod_${body}`}
    union all select ${community}, ${id}, null, '' where ${`com_${body}`} = ${community}
    on conflict do nothing`.execute(trx)
}

const shiftsOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly Shift[]> => {
  const rows = await trx
    .selectFrom('duty_shift')
    .select(['day', 'begins', 'ends', 'person_id as person', 'party_id as party', 'phone'])
    .where('community_id', '=', community)
    .where('roster_id', '=', id as DutyRosterId)
    .orderBy('position')
    .execute()
  return rows
}

export const dutyStore = {
  async lock(trx, subject) {
    await begin(trx, subject)
    const row = await trx
      .selectFrom('duty_roster')
      .select(['node_id', 'path', 'revision'])
      .where('community_id', '=', subject.community)
      .where('roster_id', '=', subject.id as DutyRosterId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const { node_id: node, path, revision } = row
    return { status: 'kept', community: subject.community, node, path, revision, shifts: await shiftsOf(trx, subject) }
  },
  write: {
    DutySet: (trx, { community, id }, { shifts }) =>
      sql`
        with cut as (
          delete from app.duty_shift
          where community_id = ${community} and roster_id = ${id} and position >= ${shifts.length}
        ), moved as (
          update app.duty_roster set revision = revision + 1 where community_id = ${community} and roster_id = ${id}
        )
        insert into app.duty_shift (community_id, roster_id, position, day, begins, ends, person_id, party_id, phone)
        select ${community}, ${id}, ordinal - 1, day, begins, ends, person, party, phone
        from rows from (jsonb_to_recordset(${JSON.stringify(shifts)}::jsonb)
          as (day text, begins text, ends text, person text, party text, phone text)) with ordinality
          as row (day, begins, ends, person, party, phone, ordinal)
        on conflict (community_id, roster_id, position) do update set day = excluded.day, begins = excluded.begins,
          ends = excluded.ends, person_id = excluded.person_id, party_id = excluded.party_id, phone = excluded.phone`.execute(
        trx,
      ),
  },
} satisfies Store<Roster, DutyEvent>
