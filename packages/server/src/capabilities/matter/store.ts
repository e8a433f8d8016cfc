// How a matter lies in its row: written whole from the state that its events fold into; the children have statements of their own.
import type { CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import { ABSENT, type Figure, type Matter, type MatterEvent, nextDue, phaseOf } from '@yishi/domain/matter'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { insertFigures } from '../figure/index.ts'
import { endConsent, insertConsent } from '../helping/index.ts'
import { claimRecordings } from '../recording/index.ts'
import { procedureOf } from './procedures.ts'
import { claimOf, insertRaised } from './raised-row.ts'
import { searchVector } from './search.ts'
import type { MatterRow } from './tables.ts'

type Standing = Exclude<Matter, { status: 'absent' }>

const json = (value: object) => sql<never>`${JSON.stringify(value)}::jsonb`

/** The columns that follow from the state. */
const columns = (matter: Standing) => ({
  status: matter.status,
  phase: phaseOf(matter),
  end: matter.status === 'closed' ? matter.end : null,
  procedure_key: matter.procedure.key,
  procedure_version: matter.procedure.version,
  stage: matter.course.stage,
  responsible: matter.course.responsible,
  due_at: matter.status === 'open' ? nextDue(matter.course.clocks) : null,
  level: matter.facts.sorting?.level ?? null,
  colour: matter.facts.sorting?.colour ?? null,
  size: matter.facts.sorting?.size ?? null,
  kind: matter.facts.sorting?.kind ?? null,
  first_asked: matter.firstAsked,
  lead: matter.lead,
  escalation: matter.escalation,
  listed: matter.listed,
  missed: matter.missed,
  nudged_at: matter.nudgedAt,
  course: json(matter.course),
  facts: json(matter.facts),
  recordings: json(matter.recordings),
  helper_id: matter.help?.helper ?? null,
  consent_id: matter.help?.consent ?? null,
})

const stateOf = async (trx: Transaction, row: Selectable<MatterRow>): Promise<Matter> => {
  const standing = {
    id: row.matter_id,
    community: row.community_id,
    path: row.path,
    procedure: await procedureOf(trx, row.community_id, { key: row.procedure_key, version: row.procedure_version }),
    seating: row.seating,
    course: row.course,
    facts: row.facts,
    raiser: row.raiser_id,
    firstAsked: row.first_asked,
    lead: row.lead,
    escalation: row.escalation,
    listed: row.listed,
    missed: row.missed,
    nudgedAt: row.nudged_at,
    recordings: row.recordings,
    help: row.helper_id && row.consent_id ? { helper: row.helper_id, consent: row.consent_id } : null,
  }
  return row.end === null ? { ...standing, status: 'open' } : { ...standing, status: 'closed', end: row.end }
}

const rowOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('matter')
    .selectAll()
    .where('community_id', '=', community)
    .where('matter_id', '=', id as Standing['id'])

/** The state of a matter for a reader; writers go through `lock`. */
export const readMatter = async (trx: Transaction, subject: Subject) => {
  const row = await rowOf(trx, subject).executeTakeFirst()
  return row ? { row, state: (await stateOf(trx, row)) as Standing } : null
}

/** The same for many, by their ids. */
export const readMatters = async (
  trx: Transaction,
  { community, ids }: { readonly community: CommunityId; readonly ids: readonly MatterId[] },
) => {
  // Each by its key: of a list the planner may make a filter over all matters of the community, as long as it thinks they are few.
  const { rows } = await sql<Selectable<MatterRow>>`
    select matter.* from unnest(${[...new Set(ids)]}::text[]) as id,
      lateral (select * from app.matter where community_id = ${community} and matter_id = id offset 0) as matter`.execute(
    trx,
  )
  const held = await Promise.all(rows.map(async (row) => ({ row, state: (await stateOf(trx, row)) as Standing })))
  return new Map(held.map((each) => [each.row.matter_id, each]))
}

const tell = (trx: Transaction, { community, id }: Subject, { figures }: { figures: readonly Figure[] }, at: Instant) =>
  insertFigures(trx, { community, matter: id, order: null, at }, figures)

const COLUMN = { title: 'title', text: 'body', where: 'where_text' } as const

const correct = (
  trx: Transaction,
  { community, id }: Subject,
  { field, value }: Extract<MatterEvent, { type: 'MatterCorrected' }>,
) =>
  trx
    .updateTable('matter')
    .set({ [COLUMN[field]]: value })
    .where('community_id', '=', community)
    .where('matter_id', '=', id as Standing['id'])
    .execute()

/** In place of words it becomes the text; either way the matter is found by it. */
const transcribed = (
  trx: Transaction,
  { community, id }: Subject,
  { text, title, isText }: Extract<MatterEvent, { type: 'RecordingTranscribed' }>,
) =>
  trx
    .updateTable('matter')
    .set({
      ...(isText ? { body: text } : {}),
      ...(title === null ? {} : { title }),
      search: sql<string>`search || ${searchVector(title ?? '', text)}::tsvector`,
    })
    .where('community_id', '=', community)
    .where('matter_id', '=', id as Standing['id'])
    .execute()

const set =
  (values: Partial<Pick<MatterRow, 'rating' | 'closed_at'>>) =>
  (trx: Transaction, { community, id }: Subject) =>
    trx
      .updateTable('matter')
      .set(values)
      .where('community_id', '=', community)
      .where('matter_id', '=', id as Standing['id'])
      .execute()

/** The row written at the end says it all. */
const inRow = () => Promise.resolve()

export const matterStore = {
  async lock(trx, subject) {
    const row = await rowOf(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOf(trx, row) : ABSENT
  },
  async keep(trx, { community, id }, matter, events) {
    const inserted = events.length === 1 && events[0]!.type === 'MatterRaised'
    if (matter.status === 'absent' || inserted) return
    await trx
      .updateTable('matter')
      .set({ ...columns(matter), revision: sql<number>`revision + 1` })
      .where('community_id', '=', community)
      .where('matter_id', '=', id as Standing['id'])
      .execute()
  },
  writeAll: { MatterRaised: insertRaised },
  write: {
    MatterRaised: (trx, subject, event, at) => insertRaised(trx, [{ subject, event, at }]),
    MatterSorted: inRow,
    OrdersPlaced: inRow,
    OrderNoted: inRow,
    ControlReported: inRow,
    TalkRecorded: tell,
    MatterSigned: inRow,
    ConditionMet: inRow,
    ProceedingNoted: inRow,
    AnswerGiven: tell,
    MatterRated: (trx, subject, { score }) => set({ rating: score })(trx, subject),
    MatterRevisited: tell,
    ConventionRecorded: (trx, { community, id }, { convention, title, text }, at) =>
      trx
        .insertInto('convention')
        .values({
          community_id: community,
          convention_id: convention,
          matter_id: id as Standing['id'],
          title,
          body: text,
          recorded_at: at,
        })
        .execute(),
    StageEntered: inRow,
    MatterClosed: (trx, subject, _, at) => set({ closed_at: at })(trx, subject),
    ClosedByLink: (trx, subject, _, at) => set({ closed_at: at })(trx, subject),
    ClocksPaused: inRow,
    ClocksResumed: inRow,
    ClocksRecounted: inRow,
    ClocksStopped: inRow,
    ClockReminded: inRow,
    ClockBreached: inRow,
    MatterEscalated: inRow,
    MatterListed: inRow,
    MatterUnlisted: inRow,
    RemarkAdded: (trx, subject, event, at) => claimRecordings(trx, claimOf({ subject, event, at })),
    MatterNudged: inRow,
    MatterCorrected: correct,
    MatterLinked: (trx, { community, id }, { to, relation }) =>
      trx
        .insertInto('matter_link')
        .values({ community_id: community, matter_id: id as Standing['id'], other_id: to, relation })
        .onConflict((conflict) => conflict.columns(['community_id', 'matter_id', 'other_id']).doUpdateSet({ relation }))
        .execute(),
    MatterReopened: (trx, subject) => set({ closed_at: null })(trx, subject),
    RecordingTranscribed: transcribed,
    ConsentGiven: (trx, { community, id }, event, at) =>
      insertConsent(trx, { ...event, community, matter: id as Standing['id'] }, at),
    ConsentWithdrawn: (trx, { community }, { consent }, at) => endConsent(trx, { community, consent }, at),
  },
} satisfies Store<Matter, MatterEvent>

/** For a proceeding that is about to begin: the matter is locked before it. */
/** For whoever opens something beside the matter: its state must not move until that is decided. */
export const lockMatter = (trx: Transaction, subject: Subject): Promise<Matter> => matterStore.lock(trx, subject)
