// What anyone reads of a notice, and what the holder of an objection's link reads of it.
import type { OwnObjection, PublicNotice } from '@yishi/contract/notice'
import type { CommunityId, Instant, NoticeId, ObjectionId } from '@yishi/domain/kernel'
import { isProceeding } from '@yishi/domain/notice'
import { type Selectable, sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { finderBy } from '../../kernel/finding.ts'
import type { Subject } from '../../kernel/store.ts'
import { linkDigest, photoView } from '../matter/index.ts'
import { communityTitle } from '../territory/index.ts'
import { readLine } from './file-query.ts'
import { fingerprintOf } from './proof.ts'
import { readNotice } from './store.ts'
import type { NoticeRow } from './tables.ts'

/** Where a notice's address leads; null for one that leads nowhere. */
export const findPublic = finderBy<NoticeId>('community_of_notice')

export const objectionOfLink = async (db: Database, token: string): Promise<Subject<ObjectionId> | null> => {
  const { rows } = await sql<{ community_id: CommunityId; objection_id: ObjectionId }>`
    select * from app.objection_of_link(${linkDigest(token)})`.execute(db)
  return rows[0] ? { community: rows[0].community_id, id: rows[0].objection_id } : null
}

type Around = { readonly signer: string; readonly spots: readonly string[]; readonly result: string | null }

const around = async (trx: Transaction, { community, id }: Subject): Promise<Around> => {
  const { rows } = await sql<Around>`
    select coalesce((select name from app.party where community_id = ${community} and role = 'staff' order by first desc, party_id limit 1), '') as signer,
      (select coalesce(jsonb_agg(name order by position), '[]') from app.notice_spot where community_id = ${community} and notice_id = ${id}) as spots,
      (select notice_id from app.notice where community_id = ${community} and result_of = ${id} and status <> 'withdrawn') as result`.execute(
    trx,
  )
  return rows[0]!
}

const answersTo = async (trx: Transaction, { community, id }: Subject): Promise<PublicNotice['answers']> => {
  const { rows } = await sql<PublicNotice['answers'][number]>`
    select answer, upheld, answered_at as at from app.objection
    where community_id = ${community} and notice_id = ${id} and status = 'answered' order by answered_at`.execute(trx)
  return rows
}

/** Of one that was withdrawn only that it was: its words are shown no longer than they hung. */
const wordsOf = ({ community_id: community, status, body, figures, photos }: Selectable<NoticeRow>) =>
  status === 'withdrawn'
    ? { text: '', figures: [], photos: [] }
    : { text: body, figures: [...figures], photos: photos.map((photo) => photoView(community, photo)) }

export const readPublic = async (
  trx: Transaction,
  subject: Subject<NoticeId>,
  now: Instant,
): Promise<PublicNotice | null> => {
  const held = await readNotice(trx, subject)
  if (!held) return null
  const { row } = held
  const { community } = subject
  return {
    ...(await readLine(trx, subject, now)),
    ...(await around(trx, subject)),
    ...wordsOf(row),
    community: await communityTitle(trx, community),
    basis: row.basis,
    answers: await answersTo(trx, subject),
    blocks: isProceeding(held.state),
    resultOf: row.result_of,
    fingerprint: await fingerprintOf(trx, subject),
  }
}

export const readOwnObjection = async (
  trx: Transaction,
  { community, id }: Subject,
  now: Instant,
): Promise<OwnObjection> => {
  type Row = Omit<OwnObjection, 'notice' | 'community'> & { notice: string; title: string; endsAt: Instant }
  const { rows } = await sql<Row>`
    select o.status, o.body as text, o.lodged_at as "lodgedAt", o.answer, o.upheld, o.answered_at as "answeredAt",
      n.notice_id as notice, n.title, n.ends_at as "endsAt"
    from app.objection o join app.notice n using (community_id, notice_id)
    where o.community_id = ${community} and o.objection_id = ${id}`.execute(trx)
  if (!rows[0]) throw new Error(`there is no objection ${id}`)
  const { notice, title, endsAt, ...own } = rows[0]
  return {
    ...own,
    notice: { id: notice, title, over: now >= endsAt },
    community: await communityTitle(trx, community),
  }
}
