// Brings a database to the newest shape; several processes may try at once, one does it.
import { sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import { openDatabase, openPool } from './connect.ts'
import { expectCommunities, overlookDocuments } from './expected-shape.ts'

const provider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) }

/** Unqualified names mean schema `app` for whoever connects: a setting of the database, not of a session. */
const preferSchema = sql`do $$ begin execute format('alter database %I set search_path to app', current_database()); end $$`

export const migrate = async (ownerUrl: string): Promise<void> => {
  const db = openDatabase(openPool(ownerUrl, { max: 2 }))
  try {
    await preferSchema.execute(db)
    const migrator = new Migrator({ db, provider, migrationTableSchema: 'migration', allowUnorderedMigrations: true })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    await expectCommunities(db)
    await overlookDocuments(db)
  } finally {
    await db.destroy()
  }
}
