// How a draw lies in its row and the rows of its sources and objections: one statement for each event.
import { type Draw, type DrawEvent, NO_DRAW, type StandingDraw } from '@yishi/domain/draw'
import { type DrawId, type MatterId, earliest } from '@yishi/domain/kernel'
import { type Selectable, type Updateable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import type { DrawRow, DrawSourceRow } from './tables.ts'

const rowOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('draw')
    .selectAll()
    .where('community_id', '=', community)
    .where('draw_id', '=', id as DrawId)

export const sourceRows = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('draw_source')
    .selectAll()
    .where('community_id', '=', community)
    .where('draw_id', '=', id as DrawId)
    .orderBy('position')
    .execute()

const objectionsOf = async (trx: Transaction, { community, id }: Subject) => {
  const rows = await trx
    .selectFrom('draw_objection')
    .select(['person_id', 'answered_at'])
    .where('community_id', '=', community)
    .where('draw_id', '=', id as DrawId)
    .orderBy('number')
    .execute()
  return rows.map(({ person_id: by, answered_at }) => ({ by, answered: answered_at !== null }))
}

const standingOf = ({ first_by: by, first_outcome: outcome, known, differed }: Selectable<DrawSourceRow>) => ({
  first: by !== null && outcome !== null ? { by, outcome } : null,
  known,
  differed,
})

const stateOf = async (trx: Transaction, subject: Subject, row: Selectable<DrawRow>): Promise<StandingDraw> => {
  const { status, selected, objectable_until: objectableUntil } = row
  const body = {
    id: row.draw_id,
    community: row.community_id,
    matter: row.matter_id,
    path: row.path,
    announcement: row.announcement,
    digest: row.digest,
    sources: (await sourceRows(trx, subject)).map(standingOf),
  }
  if (status === 'announced' || status === 'annulled') return { ...body, status }
  if (selected === null || objectableUntil === null) throw new Error(`draw ${subject.id} is drawn without a result`)
  return { ...body, status, selected, objectableUntil, objections: await objectionsOf(trx, subject) }
}

/** The row and state of a draw for a reader; writers go through `lock`. */
export const readDraw = async (trx: Transaction, subject: Subject) => {
  const row = await rowOf(trx, subject).executeTakeFirst()
  return row ? { row, state: await stateOf(trx, subject, row) } : null
}

/** The matter that a draw decides, before anything is locked. */
export const matterOfDraw = async (trx: Transaction, { community, id }: Subject): Promise<MatterId | null> => {
  const row = await trx
    .selectFrom('draw')
    .select('matter_id')
    .where('community_id', '=', community)
    .where('draw_id', '=', id as DrawId)
    .executeTakeFirst()
  return row?.matter_id ?? null
}

const set = (trx: Transaction, { community, id }: Subject, values: Updateable<DrawRow>) =>
  trx
    .updateTable('draw')
    .set(values)
    .where('community_id', '=', community)
    .where('draw_id', '=', id as DrawId)
    .execute()

const setSource = (trx: Transaction, { community, id }: Subject, position: number, values: Updateable<DrawSourceRow>) =>
  trx
    .updateTable('draw_source')
    .set(values)
    .where('community_id', '=', community)
    .where('draw_id', '=', id as DrawId)
    .where('position', '=', position)
    .execute()

type EventOf<Type extends DrawEvent['type']> = Extract<DrawEvent, { type: Type }>

const announce = async (
  trx: Transaction,
  event: EventOf<'DrawAnnounced'>,
  at: DrawRow['announced_at']['__insert__'],
) => {
  const { id, community, matter, path, announcement, digest } = event
  const key = { community_id: community, draw_id: id }
  const moments = announcement.sources.map((source) => source.at)
  await trx
    .insertInto('draw')
    .values({
      ...key,
      matter_id: matter,
      path,
      announcement: JSON.stringify(announcement),
      digest,
      announced_at: at,
      first_moment: earliest(moments) ?? at,
      status: 'announced',
    })
    .execute()
  await trx
    .insertInto('draw_source')
    .values(moments.map((moment, position) => ({ ...key, position, at: moment })))
    .execute()
}

export const drawStore = {
  async lock(trx, subject) {
    const row = await rowOf(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOf(trx, subject, row) : NO_DRAW
  },
  write: {
    DrawAnnounced: (trx, _, event, at) => announce(trx, event, at),
    SourceEntered: (trx, { community, id }, { source, by, outcome }, at) =>
      sql`
        with entered as (
          insert into app.draw_entered (community_id, draw_id, position, person_id, outcome, at)
          values (${community}, ${id}, ${source}, ${by}, ${JSON.stringify(outcome)}::jsonb, ${at})
        )
        update app.draw_source set first_by = coalesce(first_by, ${by}), first_at = coalesce(first_at, ${at}),
          first_outcome = coalesce(first_outcome, ${JSON.stringify(outcome)}::jsonb)
        where community_id = ${community} and draw_id = ${id} and position = ${source}`.execute(trx),
    SourceEntriesDiffered: (trx, { community, id }, { source }) =>
      sql`update app.draw_source set first_by = null, first_outcome = null, first_at = null, differed = differed + 1
        where community_id = ${community} and draw_id = ${id} and position = ${source}`.execute(trx),
    SourceKnown: (trx, subject, { source, outcome }, at) =>
      setSource(trx, subject, source, { known: JSON.stringify(outcome), known_at: at }),
    DrawMade: (trx, subject, { selected, objectableUntil }, at) =>
      set(trx, subject, {
        status: 'drawn',
        selected: JSON.stringify(selected),
        drawn_at: at,
        objectable_until: objectableUntil,
      }),
    DrawObjected: async (trx, subject, { objection, by, grounds }, at) => {
      const { community, id } = subject
      await trx
        .insertInto('draw_objection')
        .values({
          community_id: community,
          draw_id: id as DrawId,
          number: objection,
          person_id: by,
          grounds,
          lodged_at: at,
        })
        .execute()
      await set(trx, subject, { status: 'objected' })
    },
    DrawObjectionAnswered: (trx, { community, id }, { objection, answer, upheld }, at) =>
      sql`
        with answered as (
          update app.draw_objection set answer = ${answer}, upheld = ${upheld}, answered_at = ${at}
          where community_id = ${community} and draw_id = ${id} and number = ${objection}
        )
        update app.draw set status = 'drawn'
        where community_id = ${community} and draw_id = ${id} and not exists (
          select from app.draw_objection where community_id = ${community} and draw_id = ${id}
            and number <> ${objection} and answered_at is null)`.execute(trx),
    DrawAnnulled: (trx, subject, { reason, late }, at) =>
      set(trx, subject, { status: 'annulled', reason, late, annulled_at: at }),
    DrawSettled: (trx, subject, _, at) => set(trx, subject, { status: 'settled', settled_at: at }),
  },
} satisfies Store<Draw, DrawEvent>
