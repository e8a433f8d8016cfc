// What the figures are measured on: a fresh database that writes through to the disk, three communities with their committees, and the server as a process of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommunityId } from '@yishi/domain/kernel'
import { toInstant } from '@yishi/domain/kernel'
import { readSettings } from '@yishi/server'
import { openStage } from '@yishi/server/stage'
import { startEmbedded } from '../../packages/server/src/kernel/database/embedded.ts'
import { type Program, yishi } from './program.ts'

export type Ground = {
  readonly community: CommunityId
  /** The code on the plate of the whole community. */
  readonly place: string
  /** The session of somebody at the committee's desk. */
  readonly cookie: string
}

/** `voters`: the sessions of people who may stand on a list. */
export type Voting = Ground & { readonly voters: readonly string[] }

export type Scene = {
  /** Where the owner of the database connects. */
  readonly database: string
  readonly server: Program
  readonly busy: Ground
  /** For the board of many matters and the workbook. */
  readonly large: Ground
  /** Where nothing happens but what a figure does there. */
  readonly quiet: Ground
  /** Where people vote. */
  readonly hall: Voting
  readonly close: () => Promise<void>
}

export const temporaryDirectory = () => {
  const path = mkdtempSync(join(tmpdir(), 'yishi-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

const signIn = async (link: string): Promise<string> => {
  const answer = await fetch(link, { redirect: 'manual' })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const PARTIES = [
  { key: 'committee', name: '居委会', role: 'staff' },
  { key: 'property', name: '物业', role: 'property' },
  { key: 'office', name: '街道办', role: 'street-office' },
] as const

/** Many more than there are connections, so that few vote over and over, and nobody twice at once. */
const VOTERS = 400

const VOTING = Array.from(
  { length: VOTERS },
  (_, index) => ({ key: `voter-${index}`, name: `${index + 1}号楼楼组`, role: 'volunteer' }) as const,
)

const found = async (
  database: string,
  directory: string,
): Promise<Pick<Scene, 'busy' | 'large' | 'quiet' | 'hall'>> => {
  const settings = readSettings({ PORT: '0', DATABASE_URL: database, DATA_DIR: directory })
  const stage = await openStage(settings, { start: toInstant(Date.now()) })
  const ground = async (name: string, more: typeof VOTING = []): Promise<Voting> => {
    const about = { name, kind: 'residential', streetOffice: null, parties: [...PARTIES, ...more] } as const
    const { community, place, people } = await stage.found(about)
    const voters = people.filter(({ key }) => key.startsWith('voter-'))
    const cookies = []
    for (const { link } of voters) cookies.push(await signIn(link))
    return { community, place, cookie: await signIn(people[0]?.link ?? ''), voters: cookies }
  }
  const grounds = {
    busy: await ground('翠鑫居民区'),
    large: await ground('渚声居民区'),
    quiet: await ground('静安居民区'),
    hall: await ground('凤凰城居民区', VOTING),
  }
  await stage.close()
  return grounds
}

export const openScene = async (): Promise<Scene> => {
  const directory = temporaryDirectory()
  const { url: database, stop } = await startEmbedded(directory.path)
  const grounds = await found(database, directory.path)
  const server = await yishi(['--empty'], { DATABASE_URL: database, DATA_DIR: directory.path })
  await server.answered('/')
  const close = async () => {
    await server.stop()
    await stop()
    directory.remove()
  }
  return { database, server, ...grounds, close }
}
