// A database of its own for a test file, gone afterwards: a copy of the migrated template, or an empty one of a plain user.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { connect } from '../kernel/database/connect.ts'
import { applicationUrl as applicationUrlOf } from '../kernel/database/roles.ts'
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

type Opening = Pick<FreshDatabase, 'ownerUrl' | 'applicationUrl'> & { readonly undo: readonly string[] }

const opened = ({ ownerUrl, applicationUrl, undo }: Opening): FreshDatabase => {
  const db = connect(applicationUrl)
  const owner = connect(ownerUrl, { max: 3 })
  const drop = async () => {
    await Promise.all([db.destroy(), owner.destroy()])
    await administer(undo)
  }
  return { db, owner, ownerUrl, applicationUrl, drop }
}

export const freshDatabase = async (): Promise<FreshDatabase> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer([`create database ${name} template template_yishi`, `alter database ${name} set search_path to app`])
  return opened({
    ownerUrl: renamed(inject('ownerUrl'), name),
    applicationUrl: renamed(inject('applicationUrl'), name),
    undo: [`drop database ${name} with (force)`],
  })
}

/** Not migrated. As somebody else's PostgreSQL gives one: its owner is no superuser, so forced row level security binds the owner too. */
export const plainOwnersDatabase = async (): Promise<FreshDatabase> => {
  const name = `plain_${randomBytes(8).toString('hex')}`
  await administer([
    `create role ${name} login password '${name}'`,
    `grant yishi_app to ${name}`,
    `create database ${name} owner ${name}`,
    `alter database ${name} set search_path to app`,
  ])
  const url = new URL(renamed(inject('ownerUrl'), name))
  url.username = name
  url.password = name
  return opened({
    ownerUrl: url.href,
    applicationUrl: await applicationUrlOf(url.href),
    undo: [`drop database ${name} with (force)`, `drop role ${name}`],
  })
}
