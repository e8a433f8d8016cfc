// Who hears of a notice and of what is said against it: everybody where it hangs, the desk that answers, the one who objected.
import type { NoticeOccasion } from '@yishi/contract/notice'
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, NoticeId, ObjectionId } from '@yishi/domain/kernel'
import type { NoticeEvent } from '@yishi/domain/notice'
import type { ObjectionEvent } from '@yishi/domain/objection'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { linkKey, linkToken } from '../matter/index.ts'
import { type Channel, inEveryLanguage, onePerson, sendOnce, tellMany } from '../message/index.ts'
import { readNotice } from './store.ts'

export const noticeIsTold = ({ community, id: notice }: Subject, event: NoticeEvent): readonly Consequence[] =>
  event.type === 'NoticeHung' ? [enqueue('tell-of-notice', { community, notice })] : []

const TOLD = { ObjectionLodged: 'tell-of-objection', ObjectionAnswered: 'tell-objector' } as const

export const objectionIsTold = (
  { community, id: objection }: Subject,
  { type }: ObjectionEvent,
): readonly Consequence[] => (type === 'ObjectionTakenBack' ? [] : [enqueue(TOLD[type], { community, objection })])

type Data = Readonly<Record<string, string>>
type Telling = { readonly pages: Pick<PagesModule, 'noticeSentence'>; readonly channel: Channel }

/** Whose home, work or property lies where it hangs; boards name nobody. */
const everybodyAt = ({ community, id }: Subject) => sql<object>`
  with spot as materialized (
    select path from app.notice_spot where community_id = ${community} and notice_id = ${id} and kind <> 'board'
  ), covered as materialized (
    select node_id from app.node n where n.community_id = ${community}
      and exists (select from spot where path = '' or n.path = path or starts_with(n.path, path || '.'))
  )
  select m.person_id from app.membership m where m.community_id = ${community} and m.ends is null
    and exists (select from spot where path = '' or m.path = path or starts_with(m.path, path || '.'))
  union
  select w.person_id from app.ownership w join app.unit u using (community_id, unit_id) join covered using (node_id)
  where w.community_id = ${community}`

const deskAt = (community: CommunityId, path: string) => sql<object>`
  select distinct person_id from app.membership where community_id = ${community} and ends is null and role in ('staff', 'branch')
    and (path = '' or path = ${path} or starts_with(${path}, path || '.'))`

const told = (trx: Transaction, community: CommunityId, notice: NoticeId) => readNotice(trx, { community, id: notice })

const tellOfNotice = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['notice'] as NoticeId }
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const held = await told(trx, subject.community, subject.id)
    if (held?.state.status !== 'hanging') return
    const { title, matter_id: matter, last_day: lastDay } = held.row
    // Right after an import the planner knows nothing of the tables, and would compare everybody with everything.
    await sql`set local enable_nestloop = off`.execute(trx)
    await tellMany(trx, everybodyAt(subject), {
      community: subject.community,
      occasion: subject.id,
      matter,
      ...inEveryLanguage((lang) => ({ title, body: pages.noticeSentence({ told: 'hung', lastDay }, lang) })),
      link: `/n/${subject.id}`,
      at: ctx.clock.now(),
    })
  })
}

const readObjection = (trx: Transaction, community: CommunityId, id: ObjectionId) =>
  trx
    .selectFrom('objection')
    .innerJoin('notice', (on) =>
      on
        .onRef('notice.community_id', '=', 'objection.community_id')
        .onRef('notice.notice_id', '=', 'objection.notice_id'),
    )
    .select([
      'objection.notice_id',
      'objection.matter_id',
      'objection.path',
      'person_id',
      'phone',
      'upheld',
      'notice.title',
    ])
    .where('objection.community_id', '=', community)
    .where('objection_id', '=', id)
    .executeTakeFirstOrThrow()

const tellOfObjection = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const [community, id] = [data['community'] as CommunityId, data['objection'] as ObjectionId]
  await inCommunities(ctx.db, [community], async (trx) => {
    const { notice_id: notice, matter_id: matter, path, title } = await readObjection(trx, community, id)
    await tellMany(trx, deskAt(community, path), {
      community,
      occasion: id,
      matter,
      ...inEveryLanguage((lang) => ({ title, body: pages.noticeSentence({ told: 'objected' }, lang) })),
      link: `/console/notices/${notice}`,
      at: ctx.clock.now(),
    })
  })
}

/** By the number that they left, else in their inbox; whoever left neither follows the link of the receipt. */
const tellObjector = async (ctx: Context, { pages, channel }: Telling, data: Data): Promise<void> => {
  const [community, id] = [data['community'] as CommunityId, data['objection'] as ObjectionId]
  const outgoing = await inCommunities(ctx.db, [community], async (trx) => {
    const row = await readObjection(trx, community, id)
    const occasion: NoticeOccasion = { told: 'answered', upheld: row.upheld === true }
    const link = `/o/${linkToken(await linkKey(ctx.db, trx, community), id)}`
    const words = inEveryLanguage((lang) => ({ title: row.title, body: pages.noticeSentence(occasion, lang) }))
    const message = { ...words, link }
    const about = { community, occasion: `answer ${id}`, matter: row.matter_id, at: ctx.clock.now() }
    if (row.phone === null) await tellMany(trx, onePerson(row.person_id), { ...about, ...message })
    return row.phone === null
      ? null
      : { ...message, address: row.phone, person_id: row.person_id, matter_id: row.matter_id }
  })
  if (outgoing)
    await sendOnce(ctx, channel, { ...outgoing, community_id: community, message_id: `msg_${id.slice('obj_'.length)}` })
}

export const noticeJobs = (telling: Telling): JobHandlers => ({
  'tell-of-notice': oneByOne((ctx, data) => tellOfNotice(ctx, telling, data)),
  'tell-of-objection': oneByOne((ctx, data) => tellOfObjection(ctx, telling, data)),
  'tell-objector': oneByOne((ctx, data) => tellObjector(ctx, telling, data)),
})
