// Who hears of a draw on real PostgreSQL: everybody whom it concerns once of each step, the desk of an objection, and whoever made it of the answer.
import { type Instant, SECOND, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import { passIn, rowsIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { announce, ask, drawn, fileOf, must } from './testing/drawing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const pass = (to: Instant) => passIn(town, to)

/** Every job runs twice, as it may. */
const tellAll = async () => {
  const jobs = town.jobs.splice(0).filter(({ kind }) => kind === 'tell-of-draw')
  for (const { kind, data } of [...jobs, ...jobs]) await town.handlers[kind]!(town.ctx, [data])
}

type Heard = { readonly body: string; readonly people: readonly string[] }
const heardAt = (link: string) =>
  rowsIn<Heard>(
    town,
    sql`select body, array_agg(person_id order by person_id) as people from app.message where link = ${link}
      group by body order by min(at), body`,
  )

const everybody = async (): Promise<readonly string[]> => {
  const found = await rowsIn<{ person: string }>(
    town,
    sql`select person_id as person from app.membership where community_id = ${SUN} and ends is null
      union select person_id from app.ownership where community_id = ${SUN} order by 1`,
  )
  return found.map(({ person }) => person)
}

const object = (draw: string) =>
  town.as('raiser', { method: 'POST', url: `/draws/${draw}/objections`, form: { grounds: '骰子滚到了地上' } })

test('everybody hears once that it is announced, what came out, and that it holds', async () => {
  const { draw } = await drawn(town)
  const whole = await everybody()
  expect(whole.length).toBeGreaterThan(5)
  // Its numbers are known: that they will come is told to nobody any more.
  await tellAll()
  expect(await heardAt(`/draws/${draw}`)).toEqual([
    { body: expect.stringMatching(/^抽好了，.*24:00 前提。$/u), people: whole },
  ])
  const next = await announce(town)
  await tellAll()
  expect(await heardAt(`/draws/${next.draw}`)).toEqual([
    { body: expect.stringMatching(/^要抽签了：.*最早 .+ 出号码。$/u), people: whole },
  ])
  await pass((await fileOf(town, draw)).objectableUntil as Instant)
  await tellAll()
  expect((await heardAt(`/draws/${draw}`)).at(-1)).toEqual({ body: '提意见的日子过了，抽签结果生效。', people: whole })
})

test('the desk hears of an objection, whoever made it of the answer, and everybody that it does not count', async () => {
  const { draw } = await drawn(town)
  await tellAll()
  must(await object(draw), 303)
  await tellAll()
  const [desk, ...more] = await heardAt(`/console/draws/${draw}`)
  expect(more).toEqual([])
  expect(desk!.people.length).toBeGreaterThan(0)
  const staff = await rowsIn<{ person: string }>(
    town,
    sql`select distinct person_id as person from app.membership where community_id = ${SUN} and role = 'staff' and ends is null`,
  )
  expect(desk!.people).toEqual(expect.arrayContaining(staff.map(({ person }) => person)))
  await town.advanceTo(later(town.ctx.clock.now(), SECOND))
  must(
    await ask(town, 'staff', `/${draw}/answer-objection`, { objection: 1, answer: '录像里落地了。', upheld: true }),
    200,
  )
  await tellAll()
  const answers = (await heardAt(`/draws/${draw}`)).filter(({ body }) => !body.startsWith('抽好了'))
  const [objector] = await rowsIn<{ person: string }>(
    town,
    sql`select person_id as person from app.draw_objection where draw_id = ${draw}`,
  )
  expect(new Set(answers.map(({ body, people }) => `${body} ${people.length}`))).toEqual(
    new Set([`您对抽签的意见有答复了，请您看看。 1`, `这次抽签作废了：录像里落地了。 ${(await everybody()).length}`]),
  )
  expect(answers.find(({ people }) => people.length === 1)?.people).toEqual([objector!.person])
})

test('an objection that was answered before the job ran rings nowhere', async () => {
  const { draw } = await drawn(town)
  must(await object(draw), 303)
  must(
    await ask(town, 'staff', `/${draw}/answer-objection`, { objection: 1, answer: '当场重掷过。', upheld: false }),
    200,
  )
  await tellAll()
  expect(await heardAt(`/console/draws/${draw}`)).toEqual([])
})

test('of a matter those hear who live or work where it lies, and nobody where it is not public', async () => {
  const drawnFor = async (publicity: 'open' | 'closed') => {
    const { matter } = await raise(town, { publicity })
    const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-affairs' }
    must(await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/sort`, json: sorting }), 200)
    const { draw } = await announce(town, { matter })
    await tellAll()
    return heardAt(`/draws/${draw}`)
  }
  const [told, ...more] = await drawnFor('open')
  expect(more).toEqual([])
  expect(told!.people.length).toBeGreaterThan(0)
  expect(told!.people.length).toBeLessThan((await everybody()).length)
  expect(await drawnFor('closed')).toEqual([])
})
