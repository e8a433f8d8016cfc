// Where the subject lies that an address names, before anybody knows its community.
import { sql } from 'kysely'
import type { Database } from './database/tables.ts'
import type { Subject } from './store.ts'
import { type Lane, readTogether } from './together.ts'

/** What is in use at one time; the longest known are looked up anew. */
const MOST_KNOWN = 10_000

/** Finds by a function of the database that gives the community of an id, which no id ever changes. What it makes gives null for an address that leads nowhere. */
export const finderBy = <Id extends string>(communityOf: `community_of_${string}`) => {
  const known = new WeakMap<Database, Map<string, Subject<Id>>>()
  const knownIn = (db: Database): Map<string, Subject<Id>> => {
    const here = known.get(db) ?? new Map<string, Subject<Id>>()
    known.set(db, here)
    return here
  }
  const read = readTogether(async (ids: readonly string[], { owner }: Lane<Database>) => {
    const { rows } = await sql<Subject<Id>>`
      select id, app.${sql.ref(communityOf)}(id) as community from unnest((select ${[...ids]}::text[])) as id`.execute(
      owner,
    )
    return new Map(rows.filter(({ community }) => community !== null).map((subject) => [subject.id as string, subject]))
  })
  return async (db: Database, id: string): Promise<Subject<Id> | null> => {
    const here = knownIn(db)
    const subject = here.get(id) ?? (await read({ owner: db, name: '' }, id))
    if (subject) here.set(id, subject)
    const [oldest] = here.keys()
    if (oldest !== undefined && here.size > MOST_KNOWN) here.delete(oldest)
    return subject
  }
}
