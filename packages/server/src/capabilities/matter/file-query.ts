// The matter as a file: everything that those who handle it may see, and what each of them may do next.
import type { MatterFile, OrderView } from '@yishi/contract/matter'
import type { Actor, Instant } from '@yishi/domain/kernel'
import { suggestSorting } from '@yishi/domain/matter'
import { type Position, gatesOpen, isOpen, stageNow } from '@yishi/domain/procedure'
import { isUnheardTitle } from '@yishi/domain/recording'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { suggestionsFor } from '../recording/index.ts'
import { contactOf } from './contact.ts'
import { type Dossier, type OrderRow, openDossier } from './dossier.ts'
import { mayOnMatter, mayOnOrder } from './may.ts'
import { clockView, namesAhead, photoView } from './views.ts'

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

const orderView = (row: OrderRow, { names, state }: Dossier, actor: Actor): OrderView => ({
  order: row.order_id,
  party: row.party_id,
  partyName: names.party(row.party_id) ?? '',
  lead: row.lead,
  task: row.task,
  status: row.status,
  placedAt: row.placed_at,
  by: row.by_date,
  overdue: row.overdue,
  reason: row.reason === '' ? null : row.reason,
  whistled: row.whistled,
  figures: row.figures ?? [],
  may: mayOnOrder(state, row, actor),
})

/** Each recording with what was typed for it, or what an engine suggests until somebody has. */
const recordingsOf = async (
  trx: Transaction,
  { community }: Subject,
  { state, transcripts }: Dossier,
): Promise<MatterFile['recordings']> => {
  if (state.recordings.length === 0) return []
  const suggested = await suggestionsFor(
    trx,
    community,
    state.recordings.map(({ recording }) => recording),
  )
  return state.recordings.map(({ recording: id, seconds, isText, transcribed }) => ({
    id,
    seconds,
    isText,
    transcript: transcripts.get(id) ?? null,
    suggestion: transcribed ? null : (suggested.get(id) ?? null),
  }))
}

/** What the raiser wrote and left to be reached by; only for those who handle the matter. */
const told = ({ row, names, place, community }: Dossier) => ({
  matter: row.matter_id,
  code: row.code,
  community: { id: row.community_id, name: community.name },
  title: row.title,
  text: row.body,
  place,
  channel: row.channel,
  publicity: row.publicity,
  raiser: { name: row.raiser_name ?? names.person(row.raiser_id), phone: row.raiser_phone },
  raisedAt: row.raised_at,
  photos: row.photos.map((id) => photoView(row.community_id, id)),
})

/** Everything that the raiser said, typed or heard; the name of a place is no word about what is wrong there. */
const words = ({ row, transcripts }: Dossier): string =>
  [isUnheardTitle(row.title) ? '' : row.title, row.body, ...transcripts.values()].join(' ')

const standing = (dossier: Dossier, now: Instant) => {
  const { row, state } = dossier
  const stage = stageNow(state)
  return {
    sorting: state.facts.sorting,
    suggestion: state.facts.sorting ? null : suggestSorting(words(dossier)),
    procedure: { key: state.procedure.key, version: state.procedure.version, names: state.procedure.names },
    stage: { key: stage.key, act: stage.act, names: stage.names, visit: state.course.visit },
    phase: row.phase,
    status: row.status,
    end: row.end,
    clocks: state.course.clocks.filter(({ stoppedAt }) => stoppedAt === null).map((clock) => clockView(clock, now)),
    dueAt: row.due_at,
    outcomes: row.status === 'open' ? outcomesOf(state, now) : [],
    ahead: row.status === 'open' ? namesAhead(state.procedure, row.stage) : [],
    listed: row.listed,
    escalation: row.escalation,
  }
}

/** Null where there is no such matter in this community. */
export const readFile = async (
  trx: Transaction,
  subject: Subject,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<MatterFile | null> => {
  const dossier = await openDossier(trx, subject, 'handler')
  if (!dossier) return null
  const { row, state, names, orders, story, conditions } = dossier
  return {
    ...told(dossier),
    ...standing(dossier, now),
    responsible: await contactOf(trx, row, names),
    orders: orders.map((order) => orderView(order, dossier, actor)),
    conditions,
    story,
    recordings: await recordingsOf(trx, subject, dossier),
    helper: names.person(row.helper_id),
    voices: dossier.voices,
    links: await linksOf(trx, subject),
    may: mayOnMatter(state, actor, now),
    revision: row.revision,
    asOf: now,
  }
}
