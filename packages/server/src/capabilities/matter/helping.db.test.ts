import type { FollowView, MatterFile } from '@yishi/contract/matter'
import { MINUTE, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { picture } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { linkKey } from './link-key.ts'
import { linkToken } from './code.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(() => town.advanceTo(later(town.ctx.clock.now(), MINUTE)))

const AUNT = { name: '暗号阿婆', phone: '13733330001' } as const
const FORM = { text: '厨房漏水', ...AUNT, unit: '暗号五零一室', way: 'in-person', agreed: '1', publicity: 'nameless' }

const submit = (who: Caller, more: Record<string, string> = {}) =>
  town.as(who, { method: 'POST', url: `/p/${town.plate}/help`, form: { ...FORM, ...more } })
const raiseFor = async (who: Caller = 'neighbour', more: Record<string, string> = {}) => {
  const answer = await submit(who, more)
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, ''])
  const matter = /^\/help\/(mat_\w+)\?new=1$/u.exec(String(answer.headers['location']))![1]! as `mat_${string}`
  const key = await inCommunities(town.ctx.db, [SUN], (trx) => linkKey(town.ctx.db, trx, SUN))
  return { matter, token: linkToken(key, matter) }
}
const get = (who: Caller, url: string) => town.as(who, { method: 'GET', url })
const act = (who: Caller, url: string, form: Record<string, string> = {}) =>
  town.as(who, { method: 'POST', url, form: { x: '', ...form } })
const consents = (matter: string) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('consent')
      .selectAll()
      .where('matter_id', '=', matter as 'mat_1')
      .execute(),
  )
const fileOf = async (matter: string): Promise<MatterFile> => (await get('staff', `/api/matters/${matter}`)).json()
const follow = async (token: string): Promise<FollowView> => (await get('visitor', `/api/follow/${token}`)).json()

test('consent is a row of its own: whose, for what, which words, how, when; and it is sealed in the ledger', async () => {
  const { matter } = await raiseFor()
  expect(await consents(matter)).toMatchObject([
    {
      purpose: 'help',
      text_version: 'help-1',
      way: 'in-person',
      helper_id: 'per_neighbour',
      ...AUNT,
      unit: '暗号五零一室',
      given_at: town.ctx.clock.now(),
      withdrawn_at: null,
    },
  ])
  const { rows } = await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql<{ leaf: string }>`select leaf from app.ledger_entry where subject = ${matter} order by entry_id`.execute(trx),
  )
  expect(rows.map(({ leaf }) => (JSON.parse(leaf) as { type: string }).type)).toEqual(['MatterRaised', 'ConsentGiven'])
  for (const { leaf } of rows) expect(leaf).not.toMatch(/暗号|13733330001/u)
})

test('without a name, a way, or the neighbour’s agreement nothing is raised, and what was written stays', async () => {
  for (const [more, said] of [
    [{ name: '' }, '这里还没有填'],
    [{ way: '' }, '这里还没有填'],
    [{ agreed: '' }, '要邻居本人同意才能代办'],
    [{ way: 'on-paper' }, '这里还没有填'],
  ] as const) {
    const answer = await submit('neighbour', more)
    expect([answer.status, answer.text.includes(said), answer.text.includes('厨房漏水')]).toEqual([422, true, true])
  }
})

test('a paper is photographed, kept with the consent and nowhere else', async () => {
  const photo = await picture()
  const fields = Object.entries({ ...FORM, way: 'on-paper' }).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = '--b\r\ncontent-disposition: form-data; name="paper"; filename="a.png"\r\n\r\n'
  const payload = Buffer.concat([Buffer.from(fields.join('') + head), photo, Buffer.from('\r\n--b--\r\n')])
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  const answer = await town.as('volunteer', { method: 'POST', url: `/p/${town.plate}/help`, payload, headers })
  const matter = /mat_\w+/u.exec(String(answer.headers['location']))![0]
  expect((await consents(matter))[0]!.paper).toMatch(/^pho_/u)
  const { photos, story } = await fileOf(matter)
  expect([photos, story.find(({ type }) => type === 'ConsentGiven')!.photos]).toEqual([[], [expect.any(Object)]])
  const page = await town.as('volunteer', { method: 'GET', url: `/help/${matter}` })
  expect(page.text).not.toContain((await consents(matter))[0]!.paper)
})

test('the helper follows and acts on a page of their own and is given no link; the neighbour gets it by telephone', async () => {
  town.jobs.length = 0
  const { matter, token } = await raiseFor()
  const page = await get('neighbour', `/help/${matter}?new=1`)
  expect([page.status, page.text.includes('替邻居说好了')]).toEqual([200, true])
  const mine = await get('neighbour', '/me')
  expect(mine.text).toContain(`/help/${matter}`)
  for (const answer of [page, mine]) expect(answer.text).not.toContain(token)
  for (const { kind, data } of town.jobs) await town.handlers[kind]!(town.ctx, [data])
  const told = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('message').select(['person_id', 'address', 'link']).where('matter_id', '=', matter).execute(),
  )
  expect(told).toEqual(
    expect.arrayContaining([
      { person_id: null, address: AUNT.phone, link: `/m/${token}` },
      { person_id: 'per_neighbour', address: null, link: `/help/${matter}` },
    ]),
  )
  const said = await act('neighbour', `/help/${matter}/remark`, { text: '她说还在漏' })
  expect(said.headers['location']).toBe(`/help/${matter}?said=remarked`)
  await act('neighbour', `/help/${matter}/nudge`)
  const view = await follow(token)
  expect(view.story.map(({ type, facts, by }) => [type, facts['byHelper'] ?? false, by?.name])).toEqual([
    ['MatterRaised', true, '慕容海棠'],
    ['ConsentGiven', true, '慕容海棠'],
    ['RemarkAdded', true, '慕容海棠'],
    ['MatterNudged', true, '慕容海棠'],
  ])
  expect((await get('visitor', `/m/${token}`)).text).toContain('代办的邻居补充了说明')
})

test('a helper’s page is nobody else’s, and a matter that nobody helps with has none', async () => {
  const { matter } = await raiseFor()
  const own = (
    await town.as('raiser', {
      method: 'POST',
      url: '/api/matters',
      json: { text: '自己的', place: town.plate },
    })
  ).json() as { matter: string }
  for (const who of ['visitor', 'raiser', 'staff', 'volunteer', 'staff-elsewhere'] as const) {
    expect((await get(who, `/help/${matter}`)).status, who).toBe(404)
    expect((await act(who, `/help/${matter}/nudge`)).status, who).toBe(404)
  }
  expect((await get('raiser', `/help/${own.matter}`)).status).toBe(404)
})

test.each([
  ['the helper', 'neighbour', (it: { matter: string }) => `/help/${it.matter}/withdraw-consent`, true],
  ['the neighbour by the link', 'visitor', (it: { token: string }) => `/m/${it.token}/withdraw-consent`, false],
] as const)('%s takes the consent back, and the helper is a stranger again', async (_, who, url, byHelper) => {
  const it = await raiseFor()
  expect((await act(who, url(it))).status).toBe(303)
  const [consent] = await consents(it.matter)
  expect(consent!.withdrawn_at).toBe(town.ctx.clock.now())
  expect((await get('neighbour', `/help/${it.matter}`)).status).toBe(404)
  for (const name of ['rate', 'remark', 'nudge', 'reopen', 'withdraw-consent'])
    expect((await act('neighbour', `/help/${it.matter}/${name}`, { text: '再说' })).status, name).toBe(404)
  expect((await get('neighbour', '/me')).text).not.toContain(it.matter)
  const view = await follow(it.token)
  expect([view.helper ?? null, view.may.withdraw]).toEqual([null, false])
  expect(view.story.at(-1)).toMatchObject({ type: 'ConsentWithdrawn', facts: { byHelper } })
})

test('the desk takes it back for a neighbour who calls, once', async () => {
  const { matter } = await raiseFor('volunteer')
  const withdraw = () => town.as('staff', { method: 'POST', url: `/api/matters/${matter}/withdraw-consent`, json: {} })
  expect((await fileOf(matter)).helper).toBe('志愿韩垚')
  expect([(await withdraw()).status, (await withdraw()).status]).toEqual([200, 409])
  expect((await fileOf(matter)).helper).toBeNull()
})

test('of a helper who acts and a neighbour who ends it at the same moment, nothing is done after the end', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { matter, token } = await raiseFor()
    await Promise.all([
      act('visitor', `/m/${token}/withdraw-consent`),
      ...['一', '二', '三'].map((text) =>
        act('neighbour', `/help/${matter}/remark`, { text, key: `${matter}${text}` }),
      ),
    ])
    const { story } = await fileOf(matter)
    const ended = story.findIndex(({ type }) => type === 'ConsentWithdrawn')
    expect(story.slice(ended + 1).map(({ type }) => type)).toEqual([])
  }
})

test('the same by the interface of programs: a helper is answered with their page, and who may not help is refused', async () => {
  const json = { text: '替人说', name: '阿公', place: town.plate, channel: 'web', help: { way: 'by-phone' } }
  const ask = (who: Caller, more: object = {}) =>
    town.as(who, { method: 'POST', url: '/api/matters', json: { ...json, ...more } })
  expect((await ask('building-leader')).json()).toMatchObject({
    link: expect.stringMatching(/^\/help\/mat_/u) as string,
  })
  for (const who of ['visitor', 'staff', 'property-with-order', 'staff-elsewhere'] as const)
    expect((await ask(who)).status, who).toBe(403)
  expect((await ask('neighbour', { name: '' })).status).toBe(400)
})
