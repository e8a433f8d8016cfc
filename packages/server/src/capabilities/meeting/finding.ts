// Which community a meeting lies in: by its id for somebody who may open its matter's file, by the code of its page for anyone.
import {
  type Actor,
  type CommunityId,
  type MatterId,
  type MeetingId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Database } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { findMatter } from '../matter/index.ts'

export type MeetingFound = { readonly meeting: Subject<MeetingId>; readonly matter: Subject<MatterId> }

/** Whoever may not open the file of its matter may not act on the meeting by its id either. */
export const findMeeting = async (ctx: Context, actor: Actor, id: string): Promise<MeetingFound | Refused> => {
  const communities = actor.kind === 'person' ? [...new Set(actor.hats.map(({ community }) => community))] : []
  if (communities.length === 0) return refuse('meeting-unknown')
  const row = await inCommunities(ctx.db, communities, (trx) =>
    trx
      .selectFrom('meeting')
      .select(['community_id', 'meeting_id', 'matter_id'])
      .where('meeting_id', '=', id as MeetingId)
      .where('community_id', 'in', communities)
      .executeTakeFirst(),
  )
  if (!row) return refuse('meeting-unknown')
  const matter = await findMatter(ctx, actor, row.matter_id)
  if (isRefused(matter)) return matter
  return { matter, meeting: { community: row.community_id, id: row.meeting_id } }
}

type Address = { community_id: CommunityId; meeting_id: MeetingId }

/** Null where no meeting has this code. */
export const meetingOfCode = async (db: Database, code: string): Promise<Subject<MeetingId> | null> => {
  const { rows } = await sql<Address>`select * from app.community_of_meeting(${code})`.execute(db)
  return rows[0] ? { community: rows[0].community_id, id: rows[0].meeting_id } : null
}
