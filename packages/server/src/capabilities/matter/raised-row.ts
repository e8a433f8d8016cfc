// The first row of a matter that was raised, written for many at once; what was said aloud with it is claimed.
import type { Instant, MatterId } from '@yishi/domain/kernel'
import { type MatterEvent, firstRecordings, nextDue } from '@yishi/domain/matter'
import { firstFacts } from '@yishi/domain/procedure'
import type { Voiced } from '@yishi/domain/recording'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Written } from '../../kernel/store.ts'
import { claimRecordings } from '../recording/index.ts'
import { searchVector } from './search.ts'
import type { MatterRow } from './tables.ts'

type Raised = Extract<MatterEvent, { type: 'MatterRaised' }>

const NOT_YET = {
  end: null,
  level: null,
  colour: null,
  size: null,
  kind: null,
  rating: null,
  first_asked: null,
  lead: null,
  escalation: 0,
  listed: false,
  missed: false,
  nudged_at: null,
  closed_at: null,
  helper_id: null,
  consent_id: null,
  revision: 0,
} as const

/** All that the database does not say by itself. */
const rowOfRaised = (event: Raised, at: Instant): Omit<Selectable<MatterRow>, 'unheard'> => ({
  ...NOT_YET,
  community_id: event.community,
  matter_id: event.id,
  code: event.code,
  link_digest: event.linkDigest,
  status: 'open',
  phase: 'received',
  title: event.title,
  body: event.text,
  place_id: event.place,
  path: event.path,
  where_text: event.where,
  channel: event.channel,
  publicity: event.publicity,
  raiser_id: event.raiser,
  raiser_name: event.name,
  raiser_phone: event.phone,
  photos: [...event.photos],
  raised_at: at,
  procedure_key: event.procedure.key,
  procedure_version: event.procedure.version,
  stage: event.course.stage,
  responsible: event.course.responsible,
  due_at: nextDue(event.course.clocks),
  course: event.course,
  facts: firstFacts(event.course.enteredAt, event.course.visit),
  seating: event.seating,
  recordings: firstRecordings(event),
  search: searchVector(event.code, event.title, event.text, event.where),
})

/** The recording that was sent with it, which nobody else can send from now on. */
export const claimOf = ({ subject: { community, id }, event: { recording } }: Written<Voiced>) =>
  recording ? [{ community, id: recording.recording, matter: id as MatterId }] : []

export const insertRaised = async (trx: Transaction, all: readonly Written<Raised>[]): Promise<void> => {
  const rows = all.map(({ event, at }) => rowOfRaised(event, at))
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[]
  await trx
    .insertInto('matter')
    .columns(columns)
    .expression(sql`
      select ${sql.join(columns.map((name) => sql.ref(name)))}
      from json_populate_recordset(null::app.matter, ${JSON.stringify(rows)}::json)`)
    .execute()
  await claimRecordings(trx, all.flatMap(claimOf))
}
