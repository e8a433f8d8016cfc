// The matter as a file: everything that those who handle it may see, and what each of them may do next.
import type { MatterFile, OrderView } from '@yishi/contract/matter'
import type { Actor, Instant } from '@yishi/domain/kernel'
import { suggestSorting } from '@yishi/domain/matter'
import { type Position, gatesOpen, isOpen, stageNow } from '@yishi/domain/procedure'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { contactOf } from './contact.ts'
import { mayOnMatter, mayOnOrder } from './may.ts'
import { type Names, namesFor } from './names.ts'
import { readMatter } from './store.ts'
import { isTold, storyItem, storyRows } from './story.ts'
import type { MatterRow } from './tables.ts'
import { clockView, photoView, stagesAhead } from './views.ts'

type OrderRow = {
  order_id: string
  party_id: string
  lead: boolean
  task: string
  status: OrderView['status']
  reason: string
  placed_at: Instant
  whistled: boolean
  figures: OrderView['figures'] | null
}

export const ordersOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly OrderRow[]> => {
  const { rows } = await sql<OrderRow>`
    select o.order_id, o.party_id, o.lead, o.task, o.status, o.reason, o.placed_at,
      coalesce(party.role = 'street-office', false) as whistled,
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('what', what, 'kind', kind, 'value', value::text, 'unit', unit)) order by position)
        from app.figure f where f.community_id = o.community_id and f.matter_id = o.matter_id and f.order_id = o.order_id) as figures
    from app.work_order o left join app.party on party.community_id = o.community_id and party.party_id = o.party_id
    where o.community_id = ${community} and o.matter_id = ${id} order by o.placed_at, o.order_id`.execute(trx)
  return rows
}

const linksOf = async (trx: Transaction, { community, id }: Subject): Promise<MatterFile['links']> => {
  const { rows } = await sql<MatterFile['links'][number]>`
    select m.code, m.title, link.relation from (
      select other_id as matter_id, relation from app.matter_link where community_id = ${community} and matter_id = ${id}
      union select matter_id, relation from app.matter_link where community_id = ${community} and other_id = ${id}
    ) link join app.matter m on m.community_id = ${community} and m.matter_id = link.matter_id`.execute(trx)
  return rows
}

const outcomesOf = (position: Position, now: Instant): MatterFile['outcomes'] =>
  stageNow(position).outcomes.map((outcome) => ({
    key: outcome.key,
    names: outcome.names,
    taken: outcome.taken,
    open: gatesOpen(outcome, position.facts, now),
    waitsFor: outcome.gates.filter((gate) => !isOpen(gate, position.facts, now)).map(({ gate }) => gate),
  }))

const orderView = (row: OrderRow, file: { names: Names; actor: Actor; matter: NonNullable<Read> }): OrderView => ({
  order: row.order_id,
  party: row.party_id,
  partyName: file.names.party(row.party_id) ?? '',
  lead: row.lead,
  task: row.task,
  status: row.status,
  placedAt: row.placed_at,
  reason: row.reason === '' ? null : row.reason,
  whistled: row.whistled,
  figures: row.figures ?? [],
  may: mayOnOrder(file.matter.state, row, file.actor),
})

type Read = Awaited<ReturnType<typeof readMatter>>

/** What the raiser left to be reached by; only for those who handle the matter. */
const raiserOf = (row: Selectable<MatterRow>, names: Names): MatterFile['raiser'] => ({
  name: row.raiser_name ?? names.person(row.raiser_id),
  phone: row.raiser_phone,
})

const placeName = async (trx: Transaction, row: Selectable<MatterRow>): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select name from app.place where community_id = ${row.community_id} and place_id = ${row.place_id}`.execute(trx)
  return [rows[0]?.name, row.where_text].filter(Boolean).join(' ')
}

/** Null where there is no such matter in this community. */
export const readFile = async (
  trx: Transaction,
  subject: Subject,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<MatterFile | null> => {
  const matter = await readMatter(trx, subject)
  if (!matter) return null
  const { row, state } = matter
  const orders = await ordersOf(trx, subject)
  const rows = await storyRows(trx, subject.community, [subject.id, ...orders.map((order) => order.order_id)])
  const names = await namesFor(trx, subject.community, [
    ...rows.flatMap(({ person }) => person ?? []),
    row.raiser_id ?? '',
    row.first_asked ?? '',
  ])
  const partyOfOrder = (id: string) => orders.find((order) => order.order_id === id)?.party_id ?? null
  const telling = {
    community: subject.community,
    procedure: state.procedure,
    names,
    audience: 'handler' as const,
    raiser: row.raiser_id,
    partyOfOrder,
  }
  const stage = stageNow(state)
  const { rows: communities } = await sql<{
    name: string
  }>`select name from app.community where id = ${subject.community}`.execute(trx)
  return {
    matter: row.matter_id,
    code: row.code,
    community: { id: row.community_id, name: communities[0]?.name ?? '' },
    title: row.title,
    text: row.body,
    place: await placeName(trx, row),
    channel: row.channel,
    publicity: row.publicity,
    raiser: raiserOf(row, names),
    raisedAt: row.raised_at,
    photos: row.photos.map((id) => photoView(row.community_id, id)),
    sorting: state.facts.sorting,
    suggestion: state.facts.sorting ? null : suggestSorting(`${row.title} ${row.body}`),
    procedure: { key: state.procedure.key, version: state.procedure.version, names: state.procedure.names },
    stage: { key: stage.key, act: stage.act, names: stage.names, visit: state.course.visit },
    phase: row.phase,
    status: row.status,
    end: row.end,
    responsible: await contactOf(trx, row, names),
    clocks: state.course.clocks.map((clock) => clockView(clock, now)),
    dueAt: row.due_at,
    orders: orders.map((order) => orderView(order, { names, actor, matter })),
    story: rows.filter(({ type }) => isTold(type, 'handler')).map((each) => storyItem(each, telling)),
    outcomes: row.status === 'open' ? outcomesOf(state, now) : [],
    ahead:
      row.status === 'open'
        ? stagesAhead(state.procedure, row.stage).map(({ act, names: called }) => ({ act, names: called }))
        : [],
    links: await linksOf(trx, subject),
    listed: row.listed,
    escalation: row.escalation,
    may: mayOnMatter(state, actor, now),
    revision: row.revision,
    asOf: now,
  }
}
