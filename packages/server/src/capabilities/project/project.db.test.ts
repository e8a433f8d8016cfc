import type { MatterFile } from '@yishi/contract/matter'
import type { Projects } from '@yishi/contract/project'
import { addDays, endOfDay, localDateOf } from '@yishi/domain/calendar'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Ground, layGround, uploadPhoto } from '../../fences/ground.ts'
import { type Caller, partyId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { runDue } from '../../kernel/due.ts'
import { performer } from '../../wiring.ts'

let town: Town
let ground: Ground
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(async () => void (ground = await layGround(town)))

const today = () => localDateOf(town.ctx.clock.now())
const post = (who: Caller, url: string, json: object) => town.as(who, { method: 'POST', url, json })
const read = async (who: Caller = 'staff'): Promise<Projects> =>
  (await town.as(who, { method: 'GET', url: `/api/matters/${ground.matter}/projects` })).json()
const fileOf = async (): Promise<MatterFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/matters/${ground.matter}` })).json()

const start = async (change: object = {}) =>
  post('staff', `/api/matters/${ground.matter}/projects`, {
    title: '北门车棚',
    party: partyId('property'),
    milestones: [
      { name: '清场', by: addDays(today(), 3) },
      { name: '搭棚', by: addDays(today(), 9) },
    ],
    photos: [await uploadPhoto(town)],
    ...change,
  })

const started = async (): Promise<string> => {
  const answer = await start()
  expect(answer.status).toBe(200)
  return (answer.json() as Projects).projects[0]!.project
}

test('a project is started, claimed, faulted, accepted by others, and ends with its last milestone', async () => {
  const project = await started()
  const on = (who: Caller, name: string, json: object) => post(who, `/api/projects/${project}/${name}`, json)
  const claim = async (milestone: number, photos: string[] = []) =>
    (await on('property-with-order', 'claim', { milestone, text: '好了', photos })).status
  expect(await claim(0)).toBe(200)
  expect((await on('property-with-order', 'accept', { milestone: 0 })).status).toBe(403)
  expect((await on('staff', 'fault', { milestone: 0, reason: '还有垃圾' })).status).toBe(200)
  expect(await claim(0)).toBe(200)
  expect((await on('staff', 'accept', { milestone: 0 })).status).toBe(200)
  expect(await claim(1)).toBe(422)
  expect(await claim(1, [await uploadPhoto(town)])).toBe(200)
  const ended = (await on('branch', 'accept', { milestone: 1 })).json() as Projects
  expect(ended.projects[0]).toMatchObject({ status: 'ended', may: [] })
  expect(ended.projects[0]!.after).toHaveLength(1)
  const told = (await fileOf()).story.map(({ type }) => type)
  expect(told).toEqual(
    expect.arrayContaining(['ProjectStarted', 'MilestoneFaulted', 'MilestoneAccepted', 'ProjectEnded']),
  )
})

test('a party that has the project and no order of the matter works on it, and another party does not see it', async () => {
  const asked = { party: partyId('otherProperty') }
  const claim = async (who: Caller) => {
    const { project } = (await read()).projects.find(({ status }) => status === 'running')!
    return (await post(who, `/api/projects/${project}/claim`, { milestone: 0, text: '好了' })).status
  }
  await start()
  expect(await claim('property-without-order')).toBe(403)
  const { project } = (await read()).projects[0]!
  await post('staff', `/api/projects/${project}/stop`, { reason: '换一家做' })
  expect((await start(asked)).status).toBe(200)
  expect(await claim('property-without-order')).toBe(200)
})

test('whoever raised the matter sees its milestones and no names of people', async () => {
  await started()
  const page = await town.as('visitor', { method: 'GET', url: `/m/${ground.token}` })
  for (const words of ['北门车棚', '清场']) expect(page.text).toContain(words)
})

test('of two projects that are started at once, one stands', async () => {
  const answers = await Promise.all([start(), start()])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await read()).projects).toHaveLength(1)
})

test('of two who judge one milestone at once, the second is told that it is judged', async () => {
  const project = await started()
  await post('property-with-order', `/api/projects/${project}/claim`, { milestone: 0, text: '好了' })
  const answers = await Promise.all([
    post('staff', `/api/projects/${project}/accept`, { milestone: 0 }),
    post('branch', `/api/projects/${project}/fault`, { milestone: 0, reason: '不平' }),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('a matter that goes on without its project stops it in the same moment', async () => {
  const project = await started()
  await post('property-with-order', `/api/orders/${ground.order}/accept`, {})
  await post('property-with-order', `/api/orders/${ground.order}/complete`, { text: '不用做棚了' })
  expect((await read()).projects[0]).toMatchObject({ project, status: 'stopped' })
  expect((await post('staff', `/api/projects/${project}/accept`, { milestone: 0 })).status).toBe(409)
})

test('a day that passes is told once, to the party and to the committee', async () => {
  await started()
  const before = town.jobs.length
  await town.advanceTo(endOfDay(addDays(today(), 3)))
  while ((await runDue(town.ctx, performer, town.ctx.clock.now())) > 0);
  const told = town.jobs
    .slice(before)
    .filter(({ data }) => data['type'] === 'MilestoneOverdue' && data['matter'] === ground.matter)
  expect(new Set(told.map(({ data }) => data['party']))).toEqual(new Set([partyId('property'), partyId('committee')]))
  expect(told).toHaveLength(2)
  expect((await read()).projects[0]!.milestones.map(({ overdue }) => overdue)).toEqual([true, false])
})

test('a plan with a day in the past, out of order, for a stranger or with a lost photo is refused and writes nothing', async () => {
  const past = { milestones: [{ name: '清场', by: addDays(today(), -1) }] }
  const swapped = { milestones: [past.milestones[0], { name: '搭棚', by: today() }].toReversed() }
  for (const change of [past, swapped, { party: 'pty_none' }, { photos: ['pho_none'] }, { photos: [] }, { title: ' ' }])
    expect((await start(change)).status).toBeGreaterThanOrEqual(400)
  const rows = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('project').select('project_id').where('matter_id', '=', ground.matter).execute(),
  )
  expect(rows).toEqual([])
})
