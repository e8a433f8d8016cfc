// All that is known of one matter, gathered once: its row and state, its orders, the names around it, and its story for one audience.
import type { ConditionView, OrderView, StoryItem } from '@yishi/contract/matter'
import type { LocalDate } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { conditionViews } from './conditions.ts'
import { type Names, namesFor } from './names.ts'
import { noticeSubjects } from './noticed.ts'
import { readMatter } from './store.ts'
import { type Audience, helperIn, isTold, storyItem, storyRows, transcriptsIn } from './story.ts'
import type { MatterRow } from './tables.ts'
import { voicesOf } from './voices.ts'

export type OrderRow = {
  readonly order_id: string
  readonly party_id: string
  readonly lead: boolean
  readonly task: string
  readonly status: OrderView['status']
  readonly reason: string
  readonly placed_at: Instant
  readonly by_date: LocalDate | null
  readonly overdue: boolean
  readonly whistled: boolean
  readonly figures: OrderView['figures'] | null
}

export type Dossier = {
  readonly row: Selectable<MatterRow>
  readonly state: NonNullable<Awaited<ReturnType<typeof readMatter>>>['state']
  readonly orders: readonly OrderRow[]
  readonly names: Names
  readonly story: StoryItem[]
  readonly conditions: ConditionView[]
  /** What was typed for each recording. */
  readonly transcripts: ReadonlyMap<string, string>
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  /** Where it is: the place's own name, then what the raiser added. */
  readonly place: string
  readonly voices: number
}

const ordersOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly OrderRow[]> => {
  const { rows } = await sql<OrderRow>`
    select o.order_id, o.party_id, o.lead, o.task, o.status, o.reason, o.placed_at, o.by_date, o.overdue,
      coalesce(party.role = 'street-office', false) as whistled,
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('what', what, 'kind', kind, 'value', value::text, 'unit', unit)) order by position)
        from app.figure f where f.community_id = o.community_id and f.matter_id = o.matter_id and f.order_id = o.order_id) as figures
    from app.work_order o left join app.party on party.community_id = o.community_id and party.party_id = o.party_id
    where o.community_id = ${community} and o.matter_id = ${id} order by o.placed_at, o.order_id`.execute(trx)
  return rows
}

/** What neighbours added who met the same: for those who handle it. */
const joiningsOf = async (trx: Transaction, { community, id }: Subject): Promise<readonly string[]> => {
  const { rows } = await sql<{ joining_id: string }>`
    select joining_id from app.joining where community_id = ${community} and matter_id = ${id} order by joined_at limit 200`.execute(
    trx,
  )
  return rows.map(({ joining_id }) => joining_id)
}

type Around = { name: string; streetOffice: string | null; place: string | null; voices: number }

const around = async (trx: Transaction, row: Selectable<MatterRow>): Promise<Around> => {
  const { rows } = await sql<Around>`
    select c.name, (select name from app.street_office o where o.street_office_id = c.street_office_id) as "streetOffice",
      (select name from app.place p where p.community_id = c.id and p.place_id = ${row.place_id}) as place,
      (select ${voicesOf} from app.matter m where m.community_id = c.id and m.matter_id = ${row.matter_id}) as voices
    from app.community c where c.id = ${row.community_id}`.execute(trx)
  return rows[0] ?? { name: '', streetOffice: null, place: null, voices: 1 }
}

/** Null where there is no such matter in this community. */
export const openDossier = async (trx: Transaction, subject: Subject, audience: Audience): Promise<Dossier | null> => {
  const matter = await readMatter(trx, subject)
  if (!matter) return null
  const { row, state } = matter
  const orders = await ordersOf(trx, subject)
  const joinings = audience === 'handler' ? await joiningsOf(trx, subject) : []
  const rows = await storyRows(trx, subject.community, [
    subject.id,
    ...orders.map(({ order_id }) => order_id),
    ...(await noticeSubjects(trx, subject)),
    ...joinings,
  ])
  const people = [...rows.map(({ person }) => person), row.raiser_id, row.first_asked, row.helper_id]
  const names = await namesFor(
    trx,
    subject.community,
    people.filter((person) => person !== null),
  )
  const partyOfOrder = (id: string) => orders.find((order) => order.order_id === id)?.party_id ?? null
  const telling = {
    community: subject.community,
    procedure: state.procedure,
    names,
    audience,
    raiser: row.raiser_id,
    helper: helperIn(rows),
    partyOfOrder,
  }
  const conditions = conditionViews(state.facts.conditions, state.procedure, rows)
  const story = rows.filter((row) => isTold(row, audience)).map((each) => storyItem(each, telling))
  const { name, streetOffice, place, voices } = await around(trx, row)
  const where = [place, row.where_text].filter((part) => part !== null && part !== '').join(' ')
  const told = { names, story, transcripts: transcriptsIn(rows), conditions }
  return { row, state, orders, ...told, community: { id: subject.community, name, streetOffice }, place: where, voices }
}
