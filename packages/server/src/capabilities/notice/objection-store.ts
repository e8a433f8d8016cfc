// How an objection lies in its row, and how those to one notice stand together.
import type { ObjectionId } from '@yishi/domain/kernel'
import { NO_OBJECTION, type Objection, type ObjectionEvent } from '@yishi/domain/objection'
import type { NoticeStanding } from '@yishi/domain/reactions'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import './tables.ts'

const rowOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('objection')
    .select(['objection_id', 'notice_id', 'matter_id', 'path', 'person_id', 'status', 'upheld'])
    .where('community_id', '=', community)
    .where('objection_id', '=', id as ObjectionId)

const rowToSet = (trx: Transaction, { community, id }: Subject) =>
  trx
    .updateTable('objection')
    .where('community_id', '=', community)
    .where('objection_id', '=', id as ObjectionId)

export const objectionStore = {
  async lock(trx, subject) {
    const row = await rowOf(trx, subject).forUpdate().executeTakeFirst()
    if (!row) return NO_OBJECTION
    const { objection_id: id, notice_id: notice, matter_id: matter, path, person_id: by, status } = row
    const body = { id, community: subject.community, notice, matter, path, by }
    return status === 'answered' ? { ...body, status, upheld: row.upheld === true } : { ...body, status }
  },
  write: {
    ObjectionLodged: (trx, { community }, event, at) =>
      trx
        .insertInto('objection')
        .values({
          community_id: community,
          objection_id: event.id,
          notice_id: event.notice,
          matter_id: event.matter,
          path: event.path,
          person_id: event.by,
          name: event.name,
          phone: event.phone,
          body: event.text,
          link_digest: event.linkDigest,
          status: 'lodged',
          lodged_at: at,
          answer: null,
          upheld: null,
          answered_at: null,
        })
        .execute(),
    ObjectionAnswered: (trx, subject, { answer, upheld }, at) =>
      rowToSet(trx, subject).set({ status: 'answered', answer, upheld, answered_at: at }).execute(),
    ObjectionTakenBack: (trx, subject) => rowToSet(trx, subject).set({ status: 'taken-back' }).execute(),
  },
} satisfies Store<Objection, ObjectionEvent>

/** The matter that an objection is a matter of, in the end. */
export const matterOfObjection = async (trx: Transaction, subject: Subject) =>
  (await rowOf(trx, subject).executeTakeFirst())?.matter_id ?? null

/** A notice with what its objections come to, as this transaction has left them. */
export const noticeStanding = async (trx: Transaction, { community, id }: Subject): Promise<NoticeStanding> => {
  const { rows } = await sql<NoticeStanding>`
    select n.notice_id as id, n.matter_id as matter, n.result_of as "resultOf", n.status,
      count(*) filter (where o.status = 'lodged')::integer as unanswered, count(*) filter (where o.upheld)::integer as upheld
    from app.notice n left join app.objection o using (community_id, notice_id)
    where n.community_id = ${community} and n.notice_id = ${id}
    group by n.community_id, n.notice_id`.execute(trx)
  if (!rows[0]) throw new Error(`there is no notice ${id}`)
  return rows[0]
}

/** Of two requests of one person to one notice the second waits, and finds the first. */
export const objectedBefore = async (
  trx: Transaction,
  community: Subject['community'],
  { notice, person }: { readonly notice: string; readonly person: string },
): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`objection ${notice} ${person}`}, 0))`.execute(trx)
  const { rows } = await sql`select from app.objection where community_id = ${community} and notice_id = ${notice}
    and person_id = ${person} and status <> 'taken-back'`.execute(trx)
  return rows.length > 0
}
