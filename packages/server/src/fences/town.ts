// A whole town for the fence tests: everybody of people.ts with a session, and the assembled application on real PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommunityId } from '@yishi/domain/kernel'
import type { InjectOptions } from 'fastify'
import { assemble } from '../assembly.ts'
import { type Accounts, closeAccount, createLoginLink } from '../capabilities/account/index.ts'
import type { Context, Log } from '../kernel/context.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { openFiles } from '../kernel/files.ts'
import type { App } from '../kernel/http/app.ts'
import type { JobDraft } from '../kernel/job-draft.ts'
import type { JobHandlers } from '../kernel/jobs.ts'
import { readSettings } from '../settings.ts'
import { testContext } from '../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../testing/database.ts'
import { MOON, SUN, buildTown } from './building.ts'
import { type Caller, PEOPLE, type Resident, personId } from './people.ts'

export const PUBLIC_URL = 'http://127.0.0.1:3000'

export type Answer = {
  readonly status: number
  readonly text: string
  readonly bytes: Buffer
  readonly type: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly json: () => never
}

export type Asking = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string
  readonly from?: string
}

export type Town = {
  readonly ctx: Context
  readonly database: FreshDatabase
  readonly app: App
  /** The same house started as the demo. */
  readonly demo: App
  readonly accounts: Accounts
  readonly jobs: JobDraft[]
  readonly handlers: JobHandlers
  /** Every line that the log was given. */
  readonly lines: string[]
  readonly advanceTo: (at: `${string}Z`) => Promise<void>
  /** The code on the lamp-post before building 1. */
  readonly plate: string
  readonly cookieOf: (caller: Caller) => string
  readonly as: (caller: Caller, asking: Asking) => Promise<Answer>
  readonly close: () => Promise<void>
}

const bodyOf = ({ json, form, payload }: Asking): Pick<InjectOptions, 'payload' | 'headers'> => {
  if (json !== undefined) return { payload: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
  if (form) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { payload: new URLSearchParams(form).toString(), headers }
  }
  return payload === undefined ? {} : { payload }
}

export const ask = async (app: App, asking: Asking): Promise<Answer> => {
  const { method, url, cookie, from = '127.0.0.1', headers } = asking
  const body = bodyOf(asking)
  const answer = await app.inject({
    method,
    url,
    remoteAddress: from,
    ...body,
    headers: { accept: 'text/html', ...body.headers, ...(cookie ? { cookie } : {}), ...headers },
  })
  return {
    status: answer.statusCode,
    text: answer.body,
    bytes: answer.rawPayload,
    type: String(answer.headers['content-type'] ?? ''),
    headers: answer.headers,
    json: () => answer.json() as never,
  }
}

const signIn = async (ctx: Context, demo: App, community: CommunityId, key: string): Promise<string> => {
  const link = new URL(await createLoginLink(ctx, { community, person: personId(key) }))
  const answer = await ask(demo, { method: 'GET', url: link.pathname })
  if (answer.status !== 303) throw new Error(`${key} could not sign in: ${answer.status}`)
  return [answer.headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')
}

const signInAll = async (ctx: Context, demo: App) => {
  const cookies = new Map<Caller, string>()
  for (const key of Object.keys(PEOPLE) as Resident[]) cookies.set(key, await signIn(ctx, demo, SUN, key))
  cookies.set('staff-elsewhere', await signIn(ctx, demo, MOON, 'elsewhere'))
  return cookies
}

const disable = async (ctx: Context, key: Resident) => {
  const row = await inCommunities(ctx.db, [SUN], (trx) =>
    trx.selectFrom('person').select('account_id').where('person_id', '=', personId(key)).executeTakeFirstOrThrow(),
  )
  await closeAccount(ctx, row.account_id!, 'test')
}

/** A log that keeps all its lines, errors with their stacks. */
const notingLog = (lines: string[]): Log => {
  const note = (facts: object, message: string) => {
    const { err, ...rest } = facts as { err?: unknown }
    const error = err instanceof Error ? `${err.message} ${err.stack}` : ''
    lines.push(`${message} ${JSON.stringify(rest)} ${error}`)
  }
  return { info: note, warn: note, error: note }
}

const assembleTwice = async (ctx: Context) => {
  const met: Accounts[] = []
  const { app, jobs } = await assemble({ demo: false, accounts: (accounts) => met.push(accounts) })(ctx)
  const { app: demo } = await assemble({ demo: true })(ctx)
  return { app: app as App, demo: demo as App, accounts: met[0]!, handlers: jobs }
}

export const openTown = async (): Promise<Town> => {
  const directory = mkdtempSync(join(tmpdir(), 'yishi-fences-'))
  const database = await freshDatabase()
  const [jobs, lines]: [JobDraft[], string[]] = [[], []]
  const { ctx, clock } = testContext(database.db, {
    log: notingLog(lines),
    files: openFiles(join(directory, 'files')),
    settings: readSettings({ DATA_DIR: directory, PUBLIC_URL }),
    jobs: { send: (_, drafts) => Promise.resolve(void jobs.push(...drafts)) },
  })
  const plate = await buildTown(ctx)
  const house = await assembleTwice(ctx)
  const cookies = await signInAll(ctx, house.demo)
  await disable(ctx, 'disabled')
  const cookieOf = (caller: Caller) => cookies.get(caller) ?? ''
  const close = async () => {
    await Promise.all([house.app.close(), house.demo.close()])
    await database.drop()
    rmSync(directory, { recursive: true, force: true })
  }
  const as = (caller: Caller, asking: Asking) => ask(house.app, { cookie: cookieOf(caller), ...asking })
  return { ctx, database, ...house, jobs, lines, plate, advanceTo: clock.advanceTo, cookieOf, as, close }
}
