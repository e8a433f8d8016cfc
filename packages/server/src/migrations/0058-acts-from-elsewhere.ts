// The street office acts in each of its communities and is on the roster of one. Who did something need not be a person of the place where they did it.
import { type Kysely, sql } from 'kysely'

const ACTS = [
  ['alert_sight', 'person_id'],
  ['alert_told', 'person_id'],
  ['draw_source', 'first_by'],
  ['draw_entered', 'person_id'],
  ['draw_objection', 'person_id'],
] as const

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [table, by] of ACTS)
    await sql`alter table ${sql.table(`app.${table}`)}
      drop constraint ${sql.ref(`${table}_community_id_${by}_fkey`)}`.execute(db)
}
