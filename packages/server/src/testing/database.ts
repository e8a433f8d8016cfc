// A database of its own for a test file: a copy of the migrated template, gone afterwards.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { connect } from '../kernel/database/connect.ts'
import type { Database } from '../kernel/database/tables.ts'

declare module 'vitest' {
  /** What `cluster.ts` hands to every test file. */
  interface ProvidedContext {
    ownerUrl: string
    applicationUrl: string
  }
}

export type FreshDatabase = {
  /** As the application: under row level security. */
  readonly db: Database
  /** As the owner, to look past the application's rights; under forced row level security only if no superuser. */
  readonly owner: Database
  readonly ownerUrl: string
  readonly applicationUrl: string
  readonly drop: () => Promise<void>
}

const renamed = (url: string, name: string) => {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

const administer = async (statements: readonly string[]) => {
  const client = new Client({ connectionString: renamed(inject('ownerUrl'), 'postgres') })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

export const freshDatabase = async (): Promise<FreshDatabase> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer([`create database ${name} template template_yishi`, `alter database ${name} set search_path to app`])
  const ownerUrl = renamed(inject('ownerUrl'), name)
  const applicationUrl = renamed(inject('applicationUrl'), name)
  const db = connect(applicationUrl)
  const owner = connect(ownerUrl, { max: 3 })
  const drop = async () => {
    await Promise.all([db.destroy(), owner.destroy()])
    await administer([`drop database ${name} with (force)`])
  }
  return { db, owner, ownerUrl, applicationUrl, drop }
}
