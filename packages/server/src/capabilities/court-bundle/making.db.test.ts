// A court bundle as a job on real PostgreSQL: two who press, a server that dies, a full disk, a result that is taken back, and the week for which it is kept.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PagesModule } from '@yishi/contract/pages'
import type { PollFile } from '@yishi/contract/poll'
import { DAY, MINUTE, later } from '@yishi/domain/kernel'
import { noteKeyText } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { WEB_DIRECTORY } from '../../assembly.ts'
import { SUN } from '../../fences/building.ts'
import { personId } from '../../fences/people.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { performer } from '../../wiring.ts'
import { votesIn } from '../poll/testing/decided.ts'
import type { Room } from './place.ts'
import { bundlesIn } from './testing/bundles.ts'
import { courtBundleWork } from './work.ts'

let town: Town
let votes: ReturnType<typeof votesIn>
let bundles: ReturnType<typeof bundlesIn>
let pages: PagesModule
let shown: PollFile

const PLENTY = 1e12
const place = () => join(town.ctx.settings.dataDirectory, 'court-bundles')
const there = () => (existsSync(place()) ? readdirSync(place()) : [])
const messages = async (person = 'staff') =>
  (
    await rowsIn(
      town,
      sql<{
        body: string
      }>`select body from app.message where person_id = ${personId(person)} and title like '表决卷宗%' order by at, body`,
    )
  ).map(({ body }) => body)

/** Counted, and not yet confirmed: it can still be counted again. */
const counted = async (question: string): Promise<PollFile> => {
  const opened = await votes.open(question)
  await votes.cast('raiser', opened.poll, 'for')
  return votes.count(opened)
}

/** Another server on the same data, whose disk is as somebody says. */
const serverWith = (room: Room) => {
  const work = courtBundleWork({ performer, pages }, { room })
  const make = (bundle: string) => work.jobs['make-court-bundle']!(town.ctx, [{ community: SUN, bundle }])
  return { ...work, make }
}

/** A disk that is asked about often: at this time of asking something happens. */
const whenAsked = (time: number, happen: () => Promise<number>): Room => {
  let asked = 0
  return () => ((asked += 1) === time ? happen() : Promise.resolve(PLENTY))
}

/** A server that stops in the midst of its making: `reached` when it has, and it goes on when told to. */
const halting = (time: number) => {
  const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()]
  const server = serverWith(
    whenAsked(time, () => {
      reached.resolve()
      return goOn.promise
    }),
  )
  return { ...server, reached: reached.promise, goOn: () => goOn.resolve(PLENTY) }
}

const aMinuteOn = () => passIn(town, later(town.ctx.clock.now(), MINUTE))
const made = async (poll = shown.poll) => {
  await aMinuteOn()
  return bundles.made('staff', poll, { anew: true })
}
/** Asked for, and no server at work on it. */
const asked = async (poll = shown.poll): Promise<string> => {
  await aMinuteOn()
  const { bundle } = (await bundles.press('staff', poll, { anew: true })).json() as { bundle: string }
  town.jobs.length = 0
  return bundle
}
const newest = async (poll = shown.poll) => (await bundles.overview('staff', poll)).bundles[0]!

const holds = async (poll: string, bundle: string): Promise<unknown> => {
  const path = join(town.ctx.settings.dataDirectory, `${bundle}.fetched.zip`)
  writeFileSync(path, (await bundles.fetch('staff', { poll, bundle })).bytes)
  return answerTo(['verify', 'bundle', path, '--key', noteKeyText(town.ctx.signer(SUN))], () => null)
}

beforeAll(async () => {
  town = await openTown()
  votes = votesIn(town)
  bundles = bundlesIn(town)
  pages = (await import(pathToFileURL(join(WEB_DIRECTORY, 'pages.js')).href)) as PagesModule
  await votes.settle()
  shown = await counted('更换物业公司，好不好？')
})
afterAll(() => town.close())

describe('asking', () => {
  test('two who press at one moment wait for one bundle; whoever presses later fetches it', async () => {
    const { poll } = shown
    const two = ['staff', 'owners-committee'] as const
    const all = await Promise.all([...two, ...two, ...two, ...two].map((who) => bundles.press(who, poll)))
    const [one, ...others] = all.map((answer) => answer.json() as { bundle: string })
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([202]))
    expect(new Set(others.map(({ bundle }) => bundle))).toEqual(new Set([one!.bundle]))
    expect(town.jobs.filter(({ kind }) => kind === 'make-court-bundle')).toHaveLength(1)
    expect((await bundles.fetch('staff', { poll, bundle: one!.bundle })).json()).toMatchObject({
      code: 'bundle-unready',
    })
    await bundles.work()
    expect(await newest()).toMatchObject({ bundle: one!.bundle, status: 'ready', tries: 1, done: 100 })
    const again = await bundles.press('owners-committee', poll)
    expect([again.status, (again.json() as { bundle: string }).bundle]).toEqual([200, one!.bundle])
    expect(await bundles.overview('staff', poll)).toMatchObject({ bundles: [{}], taken: [] })
    const told = [...(await messages()), ...(await messages('owners-committee'))]
    expect(told).toEqual([expect.stringContaining('可以下载了')])
  })

  test('the archive lies there for the program alone, and another one replaces it', async () => {
    const first = await newest()
    expect(there()).toEqual([`${first.bundle}.zip`])
    expect(statSync(place()).mode & 0o777).toBe(0o700)
    expect(statSync(join(place(), there()[0]!)).mode & 0o777).toBe(0o600)
    const second = await made()
    expect(there()).toEqual([`${second.bundle}.zip`])
    const { bundles: all } = await bundles.overview('staff', shown.poll)
    expect(all.map(({ status, why }) => [status, why])).toEqual([
      ['ready', null],
      ['gone', 'replaced'],
    ])
    const old = await bundles.fetch('staff', { poll: shown.poll, bundle: first.bundle })
    expect([old.status, (old.json() as { code: string }).code]).toEqual([410, 'bundle-gone'])
  })

  test('only who counts the vote asks for it and fetches it, and nobody before there is a result', async () => {
    const { poll } = shown
    const { bundle } = await newest()
    for (const [who, status] of [
      ['raiser', 403],
      ['visitor', 401],
      ['staff-elsewhere', 404],
    ] as const) {
      expect((await bundles.press(who, poll)).status, who).toBe(status)
      expect((await bundles.fetch(who, { poll, bundle })).status, who).toBe(status)
    }
    const opened = await votes.open('续聘物业公司，好不好？')
    for (const answer of [
      await bundles.press('staff', opened.poll),
      await bundles.fetch('staff', { poll: opened.poll, bundle }),
      await bundles.fetch('staff', { poll, bundle: 'cbn_none' }),
    ])
      expect(['result-missing', 'bundle-unknown']).toContain((answer.json() as { code: string }).code)
    expect((await bundles.overview('staff', poll)).taken).toEqual([])
  })
})

describe('fetching', () => {
  test('goes on where the line broke, noted once; whoever did not begin is noted wherever they begin', async () => {
    const { poll } = shown
    const { bundle, size } = await made()
    const whole = await bundles.fetch('staff', { poll, bundle })
    expect(whole.bytes).toHaveLength(size!)
    expect(whole.headers).toMatchObject({ 'accept-ranges': 'bytes', 'cache-control': 'no-store' })
    const rest = await bundles.fetch('staff', { poll, bundle, range: 'bytes=100-' })
    expect([rest.status, rest.headers['content-range']]).toEqual([206, `bytes 100-${size! - 1}/${size}`])
    expect(rest.bytes.equals(whole.bytes.subarray(100))).toBe(true)
    const takenBy = async () => (await bundles.overview('staff', poll)).taken.length
    expect(await takenBy()).toBe(1)
    expect((await bundles.fetch('owners-committee', { poll, bundle, range: 'bytes=1-' })).status).toBe(206)
    expect(await takenBy()).toBe(2)
    for (const range of ['bytes=0-5', 'bytes=-9', 'bytes=5-6,0-4'])
      await bundles.fetch('staff', { poll, bundle, range })
    expect(await takenBy()).toBe(5)
  })

  test('what is not on the disk any more is told so, and no taking of it is noted', async () => {
    const { bundle } = await made()
    const before = (await bundles.overview('staff', shown.poll)).taken.length
    await serverWith(() => Promise.resolve(PLENTY)).jobs['remove-court-bundle']!(town.ctx, [{ community: SUN, bundle }])
    expect((await bundles.fetch('staff', { poll: shown.poll, bundle })).status).toBe(410)
    expect(await newest()).toMatchObject({ bundle, status: 'gone', why: 'lost' })
    expect((await bundles.overview('staff', shown.poll)).taken).toHaveLength(before)
  })
})

describe('a making', () => {
  test('that a dying server leaves half done is begun anew by the next one, and nothing of it stays', async () => {
    const bundle = await asked()
    const dying = halting(4)
    const dead = Promise.allSettled([dying.make(bundle)])
    await dying.reached
    expect(there()).toEqual([bundle])
    expect(await newest()).toMatchObject({ status: 'asked', stage: 'lists', tries: 1 })
    writeFileSync(join(place(), 'cbn_older.zip'), 'left by a former server')
    const next = serverWith(() => Promise.resolve(PLENTY))
    await next.begin(town.ctx)
    expect(there()).toEqual([])
    expect(town.jobs).toEqual([{ kind: 'make-court-bundle', data: { community: SUN, bundle } }])
    await next.make(bundle)
    expect(await newest()).toMatchObject({ bundle, status: 'ready', tries: 2 })
    dying.goOn()
    // What wakes up late leaves alone what is another's now.
    await dead
    expect(there()).toEqual([`${bundle}.zip`])
    expect(await holds(shown.poll, bundle)).toMatchObject({ exit: 0, answer: { anchor: 'proved' } })
    await next.begin(town.ctx)
    expect(there()).toEqual([`${bundle}.zip`])
  })

  test('that the server ends in good order stands as it was asked for', async () => {
    const bundle = await asked()
    const ending = halting(5)
    const ended = ending.make(bundle)
    await ending.reached
    ending.stop()
    ending.goOn()
    await expect(ended).rejects.toThrow('the server ends')
    expect(await newest()).toMatchObject({ bundle, status: 'asked' })
    expect(there().filter((name) => name.startsWith(bundle))).toEqual([])
    await serverWith(() => Promise.resolve(PLENTY)).make(bundle)
    expect(await newest()).toMatchObject({ bundle, status: 'ready' })
    await bundles.work()
  })

  test.each([
    ['too little room is left', () => Promise.resolve(1e6)],
    ['a write fails', () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))],
  ])('for which %s ends with a clear word, and leaves nothing', async (_, full) => {
    const bundle = await asked()
    await serverWith(whenAsked(6, full)).make(bundle)
    await bundles.work()
    expect(await newest()).toMatchObject({ bundle, status: 'failed', why: 'disk-full' })
    expect(there().filter((name) => name.startsWith(bundle))).toEqual([])
    expect((await messages()).filter((body) => body.includes('硬盘快满了')).length).toBeGreaterThan(0)
    expect((await bundles.fetch('staff', { poll: shown.poll, bundle })).json()).toMatchObject({ code: 'bundle-failed' })
  })

  test('that fails again and again is tried six times, then given up', async () => {
    const bundle = await asked()
    const failing = serverWith(() => Promise.reject(new Error('the disk is odd')))
    for (let tries = 1; tries <= 5; tries += 1) await expect(failing.make(bundle)).rejects.toThrow('the disk is odd')
    expect(await newest()).toMatchObject({ status: 'asked', tries: 5 })
    await failing.make(bundle)
    expect(await newest()).toMatchObject({ status: 'failed', why: 'broken' })
  })
})

describe('a result that is taken back', () => {
  test('takes the bundle that is being made with it, and the one that is ready', async () => {
    const { poll } = await counted('续聘保洁公司，好不好？')
    const ready = await made(poll)
    const making = await asked(poll)
    const halted = halting(5)
    const over = halted.make(making)
    await halted.reached
    await votes.act('staff', `polls/${poll}/recount`, { reason: '有一张纸票漏录' })
    halted.goOn()
    await over
    await bundles.work()
    const { bundles: all } = await bundles.overview('staff', poll)
    expect(all.map(({ status, why }) => [status, why])).toEqual([
      ['failed', 'result-missing'],
      ['gone', 'result-missing'],
    ])
    expect(there().filter((name) => [making, ready.bundle].some((id) => name.startsWith(id)))).toEqual([])
    expect((await bundles.fetch('staff', { poll, bundle: ready.bundle })).json()).toMatchObject({
      code: 'result-missing',
    })
    expect((await messages()).at(-1)).toContain('收回')
  })
})

test('after a week it is removed by the clock, and said to be', async () => {
  const { bundle } = await made()
  const goesAt = later(town.ctx.clock.now(), 7 * DAY)
  expect(await newest()).toMatchObject({ goesAt })
  await passIn(town, later(goesAt, -1))
  expect((await bundles.fetch('staff', { poll: shown.poll, bundle })).status).toBe(200)
  await passIn(town, goesAt)
  expect((await bundles.fetch('staff', { poll: shown.poll, bundle })).status).toBe(410)
  await bundles.work()
  expect(there()).toEqual([])
  expect(await newest()).toMatchObject({ status: 'gone', why: 'time' })
})
