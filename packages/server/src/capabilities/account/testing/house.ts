// A whole server without a network for the tests of signing in: two communities, an outbox of codes, browsers with cookie jars.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { sql } from 'kysely'
import type { Context } from '../../../kernel/context.ts'
import { type App, newApp } from '../../../kernel/http/app.ts'
import { sendProblem } from '../../../kernel/http/problem.ts'
import type { Served } from '../../../kernel/http/served.ts'
import { readSettings } from '../../../settings.ts'
import { testContext } from '../../../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/database.ts'
import { type Accounts, accountRoutes, newAuthSecret, openAccounts, whoAsks } from '../index.ts'
import { foundTwoCommunities } from './people.ts'

export type Noted = { readonly facts: Readonly<Record<string, unknown>>; readonly message: string }

export type House = {
  readonly ctx: Context
  readonly app: App
  readonly accounts: Accounts
  readonly database: FreshDatabase
  /** Codes that were sent, newest last. */
  readonly sent: { readonly phone: string; readonly code: string }[]
  readonly noted: Noted[]
  readonly advanceTo: (at: `${string}Z`) => Promise<void>
  readonly close: () => Promise<void>
}

/** What a page was given, instead of its HTML: the look is proved elsewhere. */
const told = <K extends keyof Pages>(page: K, props: Pages[K], { signedIn }: PageContext) =>
  JSON.stringify({ page, props, signedIn })

export const openHouse = async (given: { publicUrl?: string; demo?: boolean } = {}): Promise<House> => {
  const { publicUrl = 'http://127.0.0.1:3000', demo = false } = given
  const database = await freshDatabase()
  const noted: Noted[] = []
  const sent: House['sent'] = []
  const note = (facts: object, message: string) => void noted.push({ facts: { ...facts }, message })
  const settings = readSettings({ PUBLIC_URL: publicUrl })
  const { ctx, clock } = testContext(database.db, { log: { info: note, warn: note, error: note }, settings })
  const sendCode = (phone: string, code: string) => Promise.resolve(void sent.push({ phone, code }))
  const accounts = openAccounts(ctx, { secret: newAuthSecret(), demo, sendCode })
  await foundTwoCommunities(ctx)
  const app = await newApp({ settings, log: ctx.log, tell: (reply, code, more) => sendProblem(reply, code, more) })
  const pages = { renderPage: told, storySentence: () => '', nextSentence: () => '' }
  const served = { ctx, pages, whoAsks: whoAsks(ctx) } as unknown as Served
  accountRoutes(app, {
    served,
    accounts,
    mine: () => Promise.resolve({ matters: [], inbox: [], homes: [], votes: [] }),
  })
  await app.ready()
  const close = async () => {
    await app.close()
    await database.drop()
  }
  return { ctx, app, accounts, database, sent, noted, advanceTo: clock.advanceTo, close }
}

const MOMENTS = [
  'auth.verification.expires_at',
  'auth.session.expires_at',
  'auth.session.seen_at',
  'auth.two_factor.locked_until',
  'auth.turn.until',
  'auth.spent_code.until',
  'auth.entry_link.until',
]

/** Sign-ins go by the clock on the wall: so that it need not be waited for, everything kept grows older. */
export const passes = async ({ database }: House, minutes: number): Promise<void> => {
  for (const moment of MOMENTS) {
    const [schema = '', table = '', column = ''] = moment.split('.')
    await sql`update ${sql.id(schema, table)} set ${sql.id(column)} = ${sql.id(column)} - ${minutes} * interval '1 minute'`.execute(
      database.owner,
    )
  }
}
