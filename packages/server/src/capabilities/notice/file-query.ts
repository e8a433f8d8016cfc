// A notice as its desk sees it: where it hangs and how that was proved, and every objection with whoever made it.
import type { NoticeFile, ObjectionView } from '@yishi/contract/notice'
import { type Actor, type Instant, type NoticeId, holds, isRefused } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import { type NoticeCommand, type StandingNotice, noticeRules } from '@yishi/domain/notice'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { photoView } from '../matter/index.ts'
import { communityTitle } from '../territory/index.ts'
import { COUNTED, LINE_COLUMNS, lineOf } from './lines.ts'
import { readNotice } from './store.ts'
import type { NoticeRow } from './tables.ts'

const spotsOf = async (trx: Transaction, { community, id }: Subject): Promise<NoticeFile['spots']> => {
  const rows = await trx
    .selectFrom('notice_spot')
    .selectAll()
    .where('community_id', '=', community)
    .where('notice_id', '=', id as NoticeId)
    .orderBy('position')
    .execute()
  const proof = (at: Instant | null, photos: readonly string[]) =>
    at === null ? null : { at, photos: photos.map((photo) => photoView(community, photo)) }
  return rows.map(({ kind, node_id: node, name, ...row }) => ({
    kind,
    node,
    name,
    hung: proof(row.hung_at, row.hung_photos),
    taken: proof(row.taken_at, row.taken_photos),
  }))
}

const objectionsTo = async (trx: Transaction, { community, id }: Subject): Promise<ObjectionView[]> => {
  const { rows } = await sql<ObjectionView>`
    select o.objection_id as objection, o.status, o.body as text, o.lodged_at as "lodgedAt", coalesce(o.name, p.name) as name,
      coalesce(o.phone, p.phone) as phone, o.answer, o.upheld, o.answered_at as "answeredAt"
    from app.objection o left join app.person p using (community_id, person_id)
    where o.community_id = ${community} and o.notice_id = ${id} order by o.status = 'lodged' desc, o.lodged_at`.execute(
    trx,
  )
  return rows
}

const matterOf = async (trx: Transaction, { community_id, matter_id }: Selectable<NoticeRow>) =>
  (await trx
    .selectFrom('matter')
    .select(['matter_id as id', 'code', 'title'])
    .where('community_id', '=', community_id)
    .where('matter_id', '=', matter_id ?? ('' as never))
    .executeTakeFirst()) ?? null

const resultOf = async (trx: Transaction, { community, id }: Subject) => {
  const row = await trx
    .selectFrom('notice')
    .select('notice_id')
    .where('community_id', '=', community)
    .where('result_of', '=', id as NoticeId)
    .where('status', '<>', 'withdrawn')
    .executeTakeFirst()
  return row?.notice_id ?? null
}

/** Asked of the rulebook itself, so that buttons and rules can never differ. */
const mayOn = (state: StandingNotice, actor: Actor, now: Instant): NoticeFile['may'] => {
  const may = (command: NoticeCommand) =>
    !isRefused(noticeRules.decide(state, command, { actor, now, ids: (prefix) => `${prefix}_example` }))
  const [hung, taken] = (['ProveHung', 'ProveTakenDown'] as const).map((type) =>
    state.spots.some((_, spot) => may({ type, spot, photos: [] })),
  )
  const desk = holds(actor, DESK, state.community, state.path)
  return {
    withdraw: may({ type: 'WithdrawNotice', reason: '-' }),
    prove: hung === true || taken === true,
    result: desk && state.status === 'elapsed',
    answer: desk,
  }
}

export const readLine = async (trx: Transaction, { community, id }: Subject, now: Instant) => {
  const { rows } = await sql<Parameters<typeof lineOf>[0]>`
    select ${LINE_COLUMNS} from app.notice n ${COUNTED}
    where n.community_id = ${community} and n.notice_id = ${id}`.execute(trx)
  if (!rows[0]) throw new Error(`there is no notice ${id}`)
  return lineOf(rows[0], now)
}

/** Who objected, and with which words, is for those who answer. */
export const readFile = async (
  trx: Transaction,
  subject: Subject<NoticeId>,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<NoticeFile | null> => {
  const held = await readNotice(trx, subject)
  if (!held) return null
  const { row, state } = held
  const { community } = subject
  const may = mayOn(state, actor, now)
  return {
    ...(await readLine(trx, subject, now)),
    community: { id: community, name: (await communityTitle(trx, community)).name },
    matter: await matterOf(trx, row),
    text: row.body,
    figures: [...row.figures],
    photos: row.photos.map((photo) => photoView(community, photo)),
    days: row.days,
    basis: row.basis,
    reason: row.reason,
    resultOf: row.result_of,
    result: await resultOf(trx, subject),
    spots: await spotsOf(trx, subject),
    told: may.answer ? await objectionsTo(trx, subject) : [],
    may,
    asOf: now,
  }
}
