// Urgent notices through the doors that people use: bad input, races, who is told, who has seen it, and who is on call.
import { HOUR, type CommunityId, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOON, SUN } from './fences/building.ts'
import { type Caller, nodeId, partyId, personId } from './fences/people.ts'
import { type Answer, type Town, openTown } from './fences/town.ts'
import { inCommunities } from './kernel/database/tenancy.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const until = (hours: number) => later(town.ctx.clock.now(), hours * HOUR)
const words = () => ({
  community: SUN as CommunityId,
  kind: 'burst-pipe',
  severity: 'serious',
  title: '1号楼水管爆了',
  advice: '请先接好水',
  nodes: [nodeId('B1')] as string[],
  until: until(4) as string | null,
  contact: { party: partyId('property'), phone: '021-57650188' } as object | null,
})
const send = (more: object = {}, who: Caller = 'staff', headers: Record<string, string> = {}) =>
  town.as(who, { method: 'POST', url: '/api/alerts', json: { ...words(), ...more }, headers })
const issue = async (more: object = {}): Promise<string> => {
  const answer = await send(more)
  expect(answer.status, answer.text).toBe(201)
  return (answer.json() as { alert: string }).alert
}
const say = (alert: string, name: string, json: object, who: Caller = 'staff') =>
  town.as(who, { method: 'POST', url: `/api/alerts/${alert}/${name}`, json })
const file = async (alert: string) =>
  (await town.as('staff', { method: 'GET', url: `/api/alerts/${alert}` })).json() as {
    reach: { units: number; reached: number; known: number; viewed: number }
    stairs: { path: string; known: number; reached: number }[]
    call: { name: string; phone: string } | null
    advice: string
    until: string | null
    entries: { type: string; text: string }[]
  }
const code = ({ text }: Answer) => (JSON.parse(text) as { code: string }).code
const count = (query: ReturnType<typeof sql<{ n: number }>>) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => (await query.execute(trx)).rows[0]!.n)

describe('bad input', () => {
  test.each([
    ['an end that has passed', () => ({ until: until(-1) }), 422, 'end-past'],
    ['an end before the start', () => ({ from: until(3), until: until(2) }), 422, 'end-before-start'],
    ['a node that is nowhere', () => ({ nodes: ['nod_none'] }), 422, 'node-unknown'],
    ['another community as the place', () => ({ nodes: [MOON] }), 422, 'node-unknown'],
    ['another community', () => ({ community: MOON }), 403, 'not-yours-to-do'],
    ['no place at all', () => ({ nodes: [] }), 400, 'invalid-request'],
    ['a title of three hundred characters', () => ({ title: '水'.repeat(300) }), 400, 'invalid-request'],
    ['an empty title', () => ({ title: '  ' }), 400, 'invalid-request'],
    ['a party from elsewhere', () => ({ contact: { party: 'pty_moon', phone: '' } }), 422, 'party-unknown'],
    ['a party without a number', () => ({ contact: { party: partyId('police') } }), 422, 'contact-without-phone'],
    ['a number that is none', () => ({ contact: { party: partyId('police'), phone: '一二三' } }), 422, 'not-a-phone'],
    ['nobody to call', () => ({ contact: null }), 422, 'nobody-on-call'],
  ] as const)('%s is refused', async (_, more, status, refusal) => {
    const answer = await send(more())
    expect([answer.status, code(answer)]).toEqual([status, refusal])
  })

  test('words that want to be code stay words, on the page, the banner and the screen', async () => {
    const nasty = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const alert = await issue({ title: nasty, advice: nasty, nodes: [SUN] })
    await say(alert, 'progress', { text: nasty })
    const urls = [`/a/${alert}?at=${encodeURIComponent(nasty)}&said=${encodeURIComponent(nasty)}`, `/p/${town.plate}`]
    for (const url of [...urls, `/c/${SUN}`, `/hall/${SUN}`, `/live/${SUN}/hall?once=1`]) {
      const page = await town.as('visitor', { method: 'GET', url })
      expect(page.status, url).toBe(200)
      expect(page.text, url).not.toMatch(/<script>alert|<img src=x/u)
    }
    await say(alert, 'lift', { words: '好了' })
  })
})

test('the plate of a grid shows what is about a building in it and says which; the building needs no such word', async () => {
  const alert = await issue({ kind: 'lift' })
  const plateOf = (node: 'G1' | 'G2' | 'B1') =>
    inCommunities(town.ctx.db, [SUN], async (trx) => {
      const own = trx.selectFrom('place').select('code').where('node_id', '=', nodeId(node)).where('key', 'is', null)
      return (await own.executeTakeFirstOrThrow()).code
    })
  const page = async (url: string) => (await town.as('visitor', { method: 'GET', url })).text
  const [grid, building, other] = [await plateOf('G1'), await plateOf('B1'), await plateOf('G2')]
  expect(await page(`/p/${grid}`)).toContain('<span>1号楼 · ')
  expect(await page(`/p/${grid}`)).toContain(`/a/${alert}?at=${grid}`)
  expect(await page(`/p/${building}`)).toContain(`/a/${alert}?at=${building}`)
  expect(await page(`/p/${other}`)).not.toContain(alert)
  expect(await page(`/c/${SUN}`)).toContain('1号楼电梯停用 · 请留意')
  await say(alert, 'lift', { words: '好了' })
  expect(await page(`/p/${grid}`)).not.toContain(alert)
})

test('the same request sent twice issues one notice', async () => {
  const headers = { 'idempotency-key': 'once' }
  const body = words()
  const [first, second] = await Promise.all([send(body, 'staff', headers), send(body, 'staff', headers)])
  expect((first.json() as { alert: string }).alert).toBe((second.json() as { alert: string }).alert)
})

test('of two who lift at once one does; afterwards nothing more is said', async () => {
  const alert = await issue()
  const answers = await Promise.all([
    say(alert, 'lift', { words: '通水了' }),
    say(alert, 'lift', { words: '好了' }, 'branch'),
    say(alert, 'lift', { words: '恢复' }, 'property-with-order'),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(
    await count(sql`select count(*) as n from app.ledger_entry where subject = ${alert} and type = 'AlertLifted'`),
  ).toBe(1)
  for (const [name, json] of [
    ['progress', { text: '还有' }],
    ['end', { until: null }],
    ['correct', { advice: 'a', reason: 'b' }],
  ] as const)
    expect(code(await say(alert, name, json))).toBe('alert-over')
})

test('what is said stands in its order, corrections beside what they correct', async () => {
  const alert = await issue()
  await say(alert, 'progress', { text: '抢修队到场' }, 'property-with-order')
  await say(alert, 'end', { until: until(8), reason: '要换一段管' })
  await say(alert, 'correct', { advice: '不用接水', reason: '只停热水' })
  const view = await file(alert)
  expect(view.entries.map(({ type, text }) => [type, text])).toEqual([
    ['AlertIssued', '请先接好水'],
    ['AlertProgressTold', '抢修队到场'],
    ['AlertEndMoved', '要换一段管'],
    ['AlertCorrected', '只停热水'],
  ])
  expect([view.advice, view.until]).toEqual(['不用接水', until(8)])
  await say(alert, 'lift', { words: '好了' })
})

const visit = async (alert: string, cookie = '') => {
  const answer = await town.as('visitor', { method: 'GET', url: `/a/${alert}?at=${town.plate}`, cookie })
  return /device=[^;]+/u.exec([answer.headers['set-cookie']].flat().join(';'))?.[0] ?? cookie
}
const tap = (alert: string, cookie: string, path = 'known', who: Caller = 'visitor') =>
  town.as(who, {
    method: 'POST',
    url: `/a/${alert}/${path}`,
    form: { at: town.plate },
    ...(who === 'visitor' ? { cookie } : {}),
  })

describe('who has seen it', () => {
  test('a telephone counts once, from however many tabs, and a tap counts for more than a look', async () => {
    const alert = await issue()
    const device = await visit(alert)
    expect(device).not.toBe('')
    expect(await visit(alert, device)).toBe(device)
    await Promise.all(['seen', 'seen', 'known', 'known', 'seen'].map((path) => tap(alert, device, path)))
    const { reach, stairs } = await file(alert)
    expect(reach).toEqual({ units: 2, reached: 0, known: 1, viewed: 1 })
    expect(stairs).toMatchObject([{ path: 'G1.B1', known: 1, viewed: 1 }])
    await tap(alert, await visit(alert), 'seen')
    expect((await file(alert)).reach).toMatchObject({ known: 1, viewed: 2 })
    await say(alert, 'lift', { words: '好了' })
  })

  test('reading the page writes nothing', async () => {
    const alert = await issue()
    await visit(alert)
    expect((await file(alert)).reach).toMatchObject({ known: 0, viewed: 0 })
    await say(alert, 'lift', { words: '好了' })
  })

  test('an owner who is signed in counts for the household', async () => {
    const alert = await issue()
    await tap(alert, '', 'seen', 'raiser')
    await tap(alert, '', 'known', 'neighbour')
    expect((await file(alert)).reach).toEqual({ units: 2, reached: 1, known: 0, viewed: 0 })
    await say(alert, 'lift', { words: '好了' })
  })

  test('the building leader notes whom they told, once, and takes a mistake back', async () => {
    const alert = await issue()
    const tell = (way: string, who: Caller = 'building-leader', unit = 'unt_b1') =>
      town.as(who, { method: 'POST', url: `/a/${alert}/told`, form: { unit, way } })
    await Promise.all([tell('door'), tell('door'), tell('phone')])
    expect((await file(alert)).reach.reached).toBe(1)
    expect((await tell('door', 'grid-worker-elsewhere')).status).toBe(403)
    expect((await tell('door', 'building-leader', 'unt_none')).status).toBe(409)
    await tell('')
    expect((await file(alert)).reach.reached).toBe(0)
    await say(alert, 'lift', { words: '好了' })
  })

  test('after it is lifted nothing counts any more', async () => {
    const alert = await issue()
    const device = await visit(alert)
    await say(alert, 'lift', { words: '好了' })
    expect((await tap(alert, device)).status).toBe(303)
    expect((await tap(alert, device, 'seen')).status).toBe(204)
    const told = { method: 'POST', url: `/a/${alert}/told`, form: { unit: 'unt_b1', way: 'door' } } as const
    expect((await town.as('building-leader', told)).status).toBe(409)
    expect((await file(alert)).reach).toEqual({ units: 2, reached: 0, known: 0, viewed: 0 })
  })
})

const run = async (kind: string) => {
  const jobs = town.jobs.filter((job) => job.kind === kind)
  for (const { data } of jobs) await town.handlers[kind]!(town.ctx, [data])
  return jobs
}
const heard = async (alert: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const rows = await trx
      .selectFrom('message')
      .select(['person_id', 'channel', 'sent_at'])
      .where('link', '=', `/a/${alert}`)
      .execute()
    return rows.toSorted((a, b) => `${a.channel}${a.person_id}`.localeCompare(`${b.channel}${b.person_id}`))
  })

test('those who live there, own there or answer for it are told once, however often the job runs', async () => {
  town.jobs.splice(0)
  const alert = await issue()
  await run('tell-alert')
  const first = await heard(alert)
  const inbox = first.filter(({ channel }) => channel === 'inbox').map(({ person_id }) => person_id)
  for (const who of ['raiser', 'building-leader', 'grid-worker-here', 'staff', 'property-with-order'])
    expect(inbox, who).toContain(personId(who))
  for (const who of ['neighbour', 'grid-worker-elsewhere']) expect(inbox, who).not.toContain(personId(who))
  expect(first.filter(({ channel }) => channel === 'sms').length).toBeGreaterThan(1)
  await Promise.all([run('tell-alert'), run('tell-alert')])
  expect(await heard(alert)).toHaveLength(first.length)
  expect(town.jobs.filter(({ kind }) => kind === 'deliver-alert')).toHaveLength(1)
  await run('deliver-alert')
  expect((await heard(alert)).every(({ channel, sent_at }) => (channel === 'sms') === (sent_at !== null))).toBe(true)
  town.jobs.splice(0)
  await say(alert, 'lift', { words: '通水了' })
  await run('tell-alert')
  expect(await heard(alert)).toHaveLength(2 * first.length)
})

test('a notice that is over before the job runs is not announced as one that runs', async () => {
  town.jobs.splice(0)
  const alert = await issue()
  await say(alert, 'lift', { words: '误报' })
  await run('tell-alert')
  const bodies = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('message').select('body').distinct().where('link', '=', `/a/${alert}`).execute(),
  )
  expect(bodies.map(({ body }) => body.slice(0, 5))).toEqual(['【已解除】'])
})

describe('the duty roster', () => {
  const shift = (more: object = {}) => ({
    day: 'mon',
    begins: '00:00',
    ends: '00:00',
    person: null,
    party: partyId('property'),
    phone: '021-57650188',
    ...more,
  })
  const set = (json: object, who: Caller = 'staff') =>
    town.as(who, {
      method: 'POST',
      url: '/api/duty',
      json: { community: SUN, node: null, revision: 0, shifts: [shift()], ...json },
    })

  test('of editors at the same time one is in time, at an empty roster and at a kept one', async () => {
    const answers = await Promise.all([set({}), set({}, 'branch'), set({})])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    const next = await Promise.all([1, 1, 1].map((revision) => set({ revision })))
    expect(next.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(code(await set({ revision: 1 }))).toBe('changed-meanwhile')
  })

  test('people and nodes of elsewhere are not put on it, and its numbers are numbers', async () => {
    expect(code(await set({ revision: 2, node: 'nod_none' }))).toBe('node-unknown')
    expect(code(await set({ revision: 2, shifts: [shift({ party: 'pty_moon' })] }))).toBe('holder-unknown')
    expect(code(await set({ revision: 2, shifts: [shift({ person: personId('elsewhere') })] }))).toBe('holder-unknown')
    expect(code(await set({ revision: 2, shifts: [shift({ party: null })] }))).toBe('shift-without-holder')
    expect(code(await set({ revision: 2, shifts: [shift({ phone: 'x' })] }))).toBe('not-a-phone')
    expect((await set({ revision: 2, shifts: [shift({ day: '2026-02-30' })] })).status).toBe(400)
  })

  test('whoever is on call may issue for that place, under a masked name and the number of the duty', async () => {
    const volunteer = shift({ person: personId('volunteer'), party: null })
    expect((await set({ node: nodeId('B1'), shifts: [volunteer] })).status).toBe(200)
    const own = await send({ contact: null }, 'volunteer')
    expect(own.status, own.text).toBe(201)
    expect(own.json()).toMatchObject({ call: { name: '志***', phone: '021-57650188' } })
    const list = await town.as('volunteer', { method: 'GET', url: '/api/alerts' })
    expect(list.json()).toMatchObject({ mayIssue: true })
    expect(own.json()).toMatchObject({ may: true })
    expect((await town.as('police', { method: 'GET', url: '/api/alerts' })).json()).toMatchObject({ mayIssue: false })
    expect((await send({ nodes: [nodeId('G2')] }, 'volunteer')).status).toBe(403)
    const page = await town.as('visitor', { method: 'GET', url: `/a/${(own.json() as { alert: string }).alert}` })
    expect(page.text).toContain('志***')
    expect(page.text).not.toContain('志愿韩垚')
  })

  test('a shorter roster leaves nothing of the longer one', async () => {
    const two = await set({ node: nodeId('G2'), shifts: [shift(), shift({ day: 'tue' })] })
    expect(two.status).toBe(200)
    const none = await set({ node: nodeId('G2'), shifts: [], revision: 1 })
    expect(
      (none.json() as { rosters: { node: string; shifts: [] }[] }).rosters.find(({ node }) => node === nodeId('G2')),
    ).toMatchObject({ shifts: [], revision: 2 })
  })
})
