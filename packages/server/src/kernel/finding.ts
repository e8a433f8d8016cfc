// Where the subject lies that an address names, before anybody knows its community.
import { sql } from 'kysely'
import type { Database } from './database/tables.ts'
import type { Subject } from './store.ts'
import { type Lane, readTogether } from './together.ts'

/** By a function of the database that gives the community of an id. What it makes gives null for an address that leads nowhere. */
export const finderBy = <Id extends string>(communityOf: `community_of_${string}`) => {
  const found = readTogether(async (ids: readonly string[], { owner }: Lane<Database>) => {
    const { rows } = await sql<Subject<Id>>`
      select id, app.${sql.ref(communityOf)}(id) as community from unnest((select ${[...ids]}::text[])) as id`.execute(
      owner,
    )
    return new Map(rows.filter(({ community }) => community !== null).map((subject) => [subject.id as string, subject]))
  })
  return (db: Database, id: string): Promise<Subject<Id> | null> => found({ owner: db, name: '' }, id)
}
