// Which notice or objection somebody who works here means; a notice is public, its file is for who has a task in its community.
import {
  type Actor,
  type CommunityId,
  type NoticeId,
  type ObjectionId,
  type Refused,
  refuse,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { hasTask } from '../territory/index.ts'
import { findPublic } from './public-query.ts'

type Shut = Refused<'not-signed-in' | 'not-yours-to-do' | 'notice-unknown' | 'objection-unknown'>

export const findNotice = async (ctx: Context, actor: Actor, id: string): Promise<Subject<NoticeId> | Shut> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await findPublic(ctx.db, id)
  if (!subject) return refuse('notice-unknown')
  const works = actor.hats.some((hat) => hat.community === subject.community && hasTask(hat))
  return works ? subject : refuse('not-yours-to-do')
}

type Found = { community_id: CommunityId; notice_id: NoticeId }

export const findObjection = async (
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<{ readonly objection: Subject<ObjectionId>; readonly notice: Subject<NoticeId> } | Shut> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const communities = [...new Set(actor.hats.filter(hasTask).map(({ community }) => community))]
  if (communities.length === 0) return refuse('not-yours-to-do')
  const { rows } = await inCommunities(ctx.db, communities, (trx) =>
    sql<Found>`select community_id, notice_id from app.objection where objection_id = ${id}
      and community_id = any(${communities}::text[])`.execute(trx),
  )
  if (!rows[0]) return refuse('objection-unknown')
  const { community_id: community, notice_id: notice } = rows[0]
  return { objection: { community, id: id as ObjectionId }, notice: { community, id: notice } }
}
