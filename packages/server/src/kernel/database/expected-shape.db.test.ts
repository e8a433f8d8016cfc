import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'

let fresh: FreshDatabase
beforeAll(async () => void (fresh = await freshDatabase()))
afterAll(() => fresh.drop())

const planOf = async (query: ReturnType<typeof sql>): Promise<string> => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(fresh.owner)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

// Every key begins with the community: while nothing is known of a table they all look alike, and the one that comes first is taken.
test.each([
  ['matter', 'matter_id', 'matter_pkey'],
  ['poll_voter', 'ballot_id', 'poll_voter_pkey'],
])('in an empty %s a row is looked up by its whole key', async (table, column, key) => {
  const plan = await planOf(sql`select own.* from unnest('{a}'::text[]) as id, lateral (
    select * from ${sql.table(`app.${table}`)} where community_id = 'com_a' and ${sql.ref(column)} = id offset 0) as own`)
  expect(plan).toContain(`using ${key} on ${table}`)
  expect(plan).toMatch(new RegExp(`Index Cond: .*${column} = `, 'u'))
})

test('documents and hashes are not looked over, what rows are looked up by is', async () => {
  const { rows } = await sql<{ looked: string[]; overlooked: string[] }>`
    select array_agg(distinct format_type(atttypid, null)) filter (where attstattarget = 0) as overlooked,
      array_agg(distinct format_type(atttypid, null)) filter (where attstattarget is null) as looked
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'app'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`.execute(fresh.owner)
  expect(rows[0]?.overlooked.toSorted()).toEqual(['bytea', 'jsonb'])
  expect(rows[0]?.looked).toEqual(expect.arrayContaining(['text', 'tsvector', 'timestamp with time zone']))
  expect(rows[0]?.looked).not.toContain('jsonb')
})
