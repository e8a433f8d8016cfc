// How a notice lies in its row and the rows of its spots: one statement for each event.
import type { Instant, NoticeId } from '@yishi/domain/kernel'
import { NO_NOTICE, type Notice, type NoticeEvent, type StandingNotice } from '@yishi/domain/notice'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import type { NoticeRow } from './tables.ts'

const rowOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('notice')
    .selectAll()
    .where('community_id', '=', community)
    .where('notice_id', '=', id as NoticeId)

const spotsOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('notice_spot')
    .select(['kind', 'node_id as node', 'path', 'name'])
    .where('community_id', '=', community)
    .where('notice_id', '=', id as NoticeId)
    .orderBy('position')
    .execute()

const stateOf = async (trx: Transaction, subject: Subject, row: Selectable<NoticeRow> | undefined): Promise<Notice> =>
  row
    ? {
        status: row.status,
        id: row.notice_id,
        community: row.community_id,
        matter: row.matter_id,
        path: row.path,
        kind: row.kind,
        resultOf: row.result_of,
        number: { year: row.number_year, count: row.number_count },
        basis: row.basis,
        days: row.days,
        lastDay: row.last_day,
        endsAt: row.ends_at,
        spots: await spotsOf(trx, subject),
      }
    : NO_NOTICE

/** The row and state of a notice for a reader; writers go through `lock`. */
export const readNotice = async (trx: Transaction, subject: Subject) => {
  const row = await rowOf(trx, subject).executeTakeFirst()
  return row ? { row, state: (await stateOf(trx, subject, row)) as StandingNotice } : null
}

/** For whoever objects: many at once, while none of them lets it end in between. */
export const shareNotice = async (trx: Transaction, subject: Subject): Promise<Notice> =>
  stateOf(trx, subject, await rowOf(trx, subject).forShare().executeTakeFirst())

const set = (trx: Transaction, { community, id }: Subject, values: Partial<Pick<NoticeRow, 'status' | 'reason'>>) =>
  trx
    .updateTable('notice')
    .set(values)
    .where('community_id', '=', community)
    .where('notice_id', '=', id as NoticeId)
    .execute()

type EventOf<Type extends NoticeEvent['type']> = Extract<NoticeEvent, { type: Type }>

const insert = async (trx: Transaction, { community, id, ...event }: EventOf<'NoticeHung'>, at: Instant) => {
  const { wording, number, spots } = event
  const key = { community_id: community, notice_id: id }
  await trx
    .insertInto('notice')
    .values({
      ...key,
      matter_id: event.matter,
      path: event.path,
      kind: event.kind,
      result_of: event.resultOf,
      number_year: number.year,
      number_count: number.count,
      title: wording.title,
      body: wording.text,
      figures: JSON.stringify(wording.figures),
      photos: [...wording.photos],
      basis: event.basis,
      days: event.days,
      hung_at: at,
      last_day: event.lastDay,
      ends_at: event.endsAt,
      status: 'hanging',
      reason: null,
    })
    .execute()
  const rows = spots.map(({ node, ...spot }, position) => ({ ...key, position, node_id: node, ...spot }))
  await trx
    .insertInto('notice_spot')
    .values(rows.map((row) => ({ ...row, hung_at: null, taken_at: null })))
    .execute()
}

const prove =
  (how: 'hung' | 'taken') =>
  (
    trx: Transaction,
    { community, id }: Subject,
    { spot, photos }: EventOf<'NoticeProvedHung' | 'NoticeProvedTakenDown'>,
    at: Instant,
  ) =>
    trx
      .updateTable('notice_spot')
      .set(how === 'hung' ? { hung_at: at, hung_photos: [...photos] } : { taken_at: at, taken_photos: [...photos] })
      .where('community_id', '=', community)
      .where('notice_id', '=', id as NoticeId)
      .where('position', '=', spot)
      .execute()

export const noticeStore = {
  async lock(trx, subject) {
    return stateOf(trx, subject, await rowOf(trx, subject).forUpdate().executeTakeFirst())
  },
  write: {
    NoticeHung: (trx, _, event, at) => insert(trx, event, at),
    NoticeProvedHung: prove('hung'),
    NoticeProvedTakenDown: prove('taken'),
    NoticeElapsed: (trx, subject) => set(trx, subject, { status: 'elapsed' }),
    NoticeResultTold: (trx, subject) => set(trx, subject, { status: 'told' }),
    NoticeWithdrawn: (trx, subject, { reason }) => set(trx, subject, { status: 'withdrawn', reason }),
  },
} satisfies Store<Notice, NoticeEvent>

/** The next number of the community's year: whoever hangs one waits for whoever took the number before. */
export const nextNumber = async (trx: Transaction, community: Subject['community'], year: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    insert into app.notice_year (community_id, year, count) values (${community}, ${year}, 1)
    on conflict (community_id, year) do update set count = notice_year.count + 1 returning count`.execute(trx)
  return rows[0]!.count
}

/** The matter that a notice tells of, before anything is locked. */
export const matterOfNotice = async (trx: Transaction, { community, id }: Subject) => {
  const row = await trx
    .selectFrom('notice')
    .select('matter_id')
    .where('community_id', '=', community)
    .where('notice_id', '=', id as NoticeId)
    .executeTakeFirst()
  return row?.matter_id ?? null
}
