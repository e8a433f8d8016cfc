// Our database as better-auth wants it: names in camel case, moments as dates.
import { CamelCasePlugin, type KyselyPlugin } from 'kysely'
import type { Database } from '../../kernel/database/tables.ts'

const MOMENTS = ['createdAt', 'updatedAt', 'expiresAt', 'lockedUntil', 'seenAt']

/** The kernel reads moments as text; better-auth compares them with `new Date()`, where text never counts as past. */
const momentsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => {
    for (const row of result.rows)
      for (const name of MOMENTS) if (typeof row[name] === 'string') row[name] = new Date(row[name])
    return Promise.resolve(result)
  },
}

export const forBetterAuth = (db: Database) => db.withPlugin(new CamelCasePlugin()).withPlugin(momentsAsDates)
