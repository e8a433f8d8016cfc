// A whole server in this process, with its clock in our hand, a small founded community, and a session for each of its people.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instant, later } from '@yishi/domain/kernel'
import { readSettings } from '@yishi/server'
import { type Stage, type StagedParty, openStage } from '@yishi/server/stage'
import { ROSTER, type Rows, rosterWorkbook } from './roster.ts'

/** A Monday, nine o'clock in Shanghai. */
const START: Instant = '2026-03-02T01:00:00.000Z'

const PARTIES = [
  { key: 'staff', name: '翠鑫苑居委会', role: 'staff' },
  { key: 'property', name: '安居物业', role: 'property' },
  { key: 'branch', name: '翠鑫苑党总支', role: 'branch' },
  { key: 'street-office', name: '佘山镇', role: 'street-office' },
] as const satisfies readonly StagedParty[]
export type Who = (typeof PARTIES)[number]['key']

type Cookie = { readonly name: string; readonly value: string; readonly url: string }
export type Session = { readonly cookies: readonly Cookie[]; readonly header: string }

const silent = { info: () => undefined, warn: () => undefined }
/** A server that reports errors to nobody would pass tests that it should fail. */
export const log = { ...silent, error: (facts: object, message: string) => console.error(message, facts) }

export type EmptyHall = Pick<Stage, 'url' | 'context' | 'found' | 'office' | 'close'> & {
  readonly after: (milliseconds: number) => Promise<void>
}

/** Nobody has founded anything yet. Without a database address it brings its own. */
export const openEmptyHall = async (databaseUrl: string | null): Promise<EmptyHall> => {
  const directory = mkdtempSync(join(tmpdir(), 'yishi-hall-'))
  const environment = { PORT: '0', DATA_DIR: directory, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
  const stage = await openStage(readSettings(environment), { start: START, log, background: true })
  const { url, context, found, office } = stage
  return {
    url,
    context,
    found,
    office,
    after: (milliseconds) => stage.advanceTo(later(context.clock.now(), milliseconds)),
    close: async () => {
      await stage.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export const signIn = async (url: string, link: string): Promise<Session> => {
  const answer = await fetch(link, { redirect: 'manual' })
  const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
  if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`)
  const cookies = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/su)
    return { name, value, url }
  })
  return { cookies, header: pairs.join('; ') }
}

type Asking = { readonly url: string; readonly session: Session }

const ask = async <Answer>({ url, session }: Asking, path: string, init: RequestInit = {}): Promise<Answer> => {
  const headers = { ...init.headers, cookie: session.header }
  const answer = await fetch(`${url}${path}`, { ...init, headers })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

const bringRoster = async (asking: Asking, rows: Rows): Promise<void> => {
  const form = new FormData()
  form.append('workbook', new File([new Uint8Array(await rosterWorkbook(rows))], 'roster.xlsx'))
  type Preview = { community: string; preview: string | null; problems: readonly unknown[] }
  const shown = await ask<Preview>(asking, '/api/import/preview', { method: 'POST', body: form })
  const body = JSON.stringify({ community: shown.community, preview: shown.preview })
  await ask(asking, '/api/import/confirm', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
}

export type Hall = EmptyHall & {
  readonly community: string
  readonly sessions: Readonly<Record<Who, Session>>
  /** The code on the plate of the lamp-post. */
  readonly lamp: string
}

const settle = async (hall: EmptyHall, rows: Rows): Promise<Hall> => {
  const { url } = hall
  const streetOffice = await hall.office('佘山镇')
  const { community, people } = await hall.found({
    name: '翠鑫苑',
    kind: 'residential',
    streetOffice,
    parties: PARTIES,
  })
  const entered = await Promise.all(people.map(async ({ key, link }) => [key, await signIn(url, link)] as const))
  const sessions = Object.fromEntries(entered) as Record<Who, Session>
  const asking = { url, session: sessions.staff }
  await bringRoster(asking, rows)
  const [lamp] = await ask<{ code: string }[]>(asking, '/api/plates?kind=lamp-post')
  if (!lamp) throw new Error('the roster brought no lamp-post')
  return { ...hall, community, sessions, lamp: lamp.code }
}

export const openHall = async (databaseUrl: string | null, rows: Rows = ROSTER): Promise<Hall> => {
  const hall = await openEmptyHall(databaseUrl)
  try {
    return await settle(hall, rows)
  } catch (error) {
    await hall.close()
    throw error
  }
}
