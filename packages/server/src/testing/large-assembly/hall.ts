// Asks a running server what a script asks of it: as the committee, as a second person, or as an owner who signs in for the first time.
import type { CommunityId } from '@yishi/domain/kernel'
import { createLoginLink } from '../../capabilities/account/index.ts'
import { writeRoster } from '../../capabilities/territory/index.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Stage } from '../../stage.ts'
import { type MadeUnit, personOf, rosterOf } from './roster.ts'

export type Teller = 'staff' | 'branch'
export type Hall = {
  readonly stage: Stage
  readonly community: CommunityId
  /** The code of the community's own plate. */
  readonly place: string
  readonly get: <T>(path: string) => Promise<T>
  readonly text: (path: string) => Promise<string>
  readonly post: <T>(who: Teller, path: string, json: object) => Promise<T>
  readonly send: (who: Teller, path: string, body: FormData) => Promise<unknown>
  readonly bytes: (path: string) => Promise<Uint8Array>
  /** 303 where it was taken, 409 where a co-owner was first. */
  readonly cast: (person: number, poll: string, choice: string) => Promise<number>
  readonly signIn: (person: number) => Promise<void>
  /** Who acts at the desk, as the roster knows them. */
  readonly personOf: Readonly<Record<Teller, string>>
}

const cookieFrom = async (link: string): Promise<string> => {
  const answer = await fetch(link, { redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const answered = async (path: string, answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
  return answer
}

const found = async (stage: Stage) => {
  const parties = [
    { key: 'staff', name: '居委会', role: 'staff' },
    { key: 'branch', name: '党总支', role: 'branch' },
  ] as const
  const about = { name: '奥园', kind: 'residential', streetOffice: null, parties } as const
  const { community, place, people } = await stage.found(about)
  const [staff, branch] = await Promise.all(people.map(({ link }) => cookieFrom(link)))
  return { community, place, cookies: { staff: staff!, branch: branch! } }
}

const tellers = (stage: Stage, community: CommunityId) =>
  inCommunities(stage.context.db, [community], async (trx) => {
    const rows = await trx.selectFrom('membership').select(['role', 'person_id']).execute()
    const of = (role: Teller) => rows.find((row) => row.role === role)!.person_id
    return { staff: of('staff'), branch: of('branch') }
  })

const asking = (url: string, cookies: Readonly<Record<Teller, string>>) => {
  const get = async (path: string) => answered(path, await fetch(url + path, { headers: { cookie: cookies.staff } }))
  const post = async (who: Teller, path: string, body: string | FormData) => {
    const typed: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const headers = { cookie: cookies[who], ...typed }
    return answered(path, await fetch(url + path, { method: 'POST', headers, body }))
  }
  return {
    get: async <T>(path: string) => (await (await get(path)).json()) as T,
    text: async (path: string) => (await get(path)).text(),
    post: async <T>(who: Teller, path: string, json: object) =>
      (await (await post(who, path, JSON.stringify(json))).json()) as T,
    send: async (who: Teller, path: string, body: FormData): Promise<unknown> => (await post(who, path, body)).json(),
    bytes: async (path: string) => (await get(path)).bytes(),
  }
}

const owners = ({ url, context }: Stage, community: CommunityId) => {
  const sessions = new Map<number, string>()
  const signIn = async (person: number) => {
    if (sessions.has(person)) return
    sessions.set(person, await cookieFrom(await createLoginLink(context, { community, person: personOf(person) })))
  }
  const cast = async (person: number, poll: string, choice: string) => {
    await signIn(person)
    const headers = { cookie: sessions.get(person)!, 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ step: 'cast', choice }).toString()
    const answer = await fetch(`${url}/polls/${poll}`, { method: 'POST', headers, body, redirect: 'manual' })
    await answer.arrayBuffer()
    return answer.status
  }
  return { signIn, cast }
}

/** A community with these units, and its people at the desk. */
export const openLargeHall = async (stage: Stage, units: readonly MadeUnit[]): Promise<Hall> => {
  const { community, place, cookies } = await found(stage)
  await inCommunities(stage.context.db, [community], (trx) =>
    writeRoster(trx, community, rosterOf(units), stage.context.clock.now()),
  )
  const desk = { stage, community, place, personOf: await tellers(stage, community) }
  return { ...desk, ...asking(stage.url, cookies), ...owners(stage, community) }
}

const AT_ONCE = 24

/** Everything is begun in its order, so many at once. */
export const sideBySide = async <T>(all: readonly T[], work: (each: T) => Promise<unknown>): Promise<void> => {
  const waiting = all.values()
  const worker = async () => {
    for (const each of waiting) await work(each)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
