// “I have met this too”, on real PostgreSQL: asked before sending, counted once, and told how it goes.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise, sortAs } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const send = (form: Record<string, string>, who: Caller = 'visitor') =>
  town.as(who, { method: 'POST', url: `/p/${town.plate}`, form: { publicity: 'nameless', ...form } })
const whereTo = (answer: Awaited<ReturnType<typeof send>>) => (answer.headers['location'] as string | undefined) ?? ''
const joinings = (matter: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<{ name: string | null; phone: string | null; body: string; joining_id: string }>`
      select name, phone, body, joining_id from app.joining where matter_id = ${matter} order by joined_at`.execute(trx)
    return rows
  })
const voicesOf = async (matter: string) => {
  const file = await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })
  return (file.json() as { voices: number }).voices
}
const mattersWith = (text: string) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('matter').select('matter_id').where('body', '=', text).execute(),
  )
const close = async (matter: string) => {
  await sortAs(town, matter)
  const act = (name: string, json: object) =>
    town.as('staff', { method: 'POST', url: `/api/matters/${matter}/${name}`, json })
  await act('answer', { text: '请打自来水公司' })
  return act('take-outcome', { outcome: 'belongs-elsewhere' })
}
const well = (more: object = {}) =>
  raise(town, { title: '井盖松动', text: '走过井盖会响', where: '', name: '', phone: '', ...more })
const tell = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}

test('the first sending asks once whether it is the same, loses nothing, and the second sends', async () => {
  const { matter, code } = await well()
  const asked = await send({ text: '井盖松了', where: '暗号门口', name: '王阿姨', key: 'ask-1' })
  expect(asked.status).toBe(200)
  for (const kept of ['井盖松了', '暗号门口', '王阿姨', `value="${code}"`, 'value="none"', 'value="ask-1"'])
    expect(asked.text, kept).toContain(kept)
  expect(await mattersWith('井盖松了')).toEqual([])
  const sent = await send({ text: '井盖松了', key: 'ask-1', same: 'none' })
  expect(whereTo(sent)).toMatch(/^\/m\//u)
  expect(whereTo(await send({ text: '井盖松了', key: 'ask-1' }))).toBe(whereTo(sent))
  expect(await mattersWith('井盖松了')).toHaveLength(1)
  expect(await voicesOf(matter)).toBe(1)
})

test('what is not public, or closed, is never shown; nor is anybody’s name', async () => {
  const secret = await well({ title: '暗号水泵房渗水', text: '暗号水泵房渗水', publicity: 'closed' })
  const named = await well({ title: '钱森家水泵房渗水', text: '水泵房渗水', name: '钱森', phone: '' })
  const done = await well({ title: '水泵房渗水很久', text: '水泵房渗水' })
  await close(done.matter)
  const asked = await send({ text: '水泵房渗水' })
  expect(asked.text).toContain(`value="${named.code}"`)
  expect(asked.text).not.toContain(`value="${secret.code}"`)
  expect(asked.text).not.toContain(`value="${done.code}"`)
  expect(asked.text).not.toMatch(/暗号水泵房|钱森/u)
  const looked = await town.as('visitor', {
    method: 'POST',
    url: `/p/${town.plate}/similar`,
    form: { text: '水泵房渗水' },
  })
  expect(looked.text).toContain(`value="${named.code}"`)
  expect(looked.text).not.toMatch(/暗号水泵房|钱森/u)
  expect((await send({ text: '水泵房渗水', same: secret.code, key: 'hidden' })).status).toBe(200)
  expect(await joinings(secret.matter)).toEqual([])
})

test('joining counts one more, gives a receipt, and shows nothing of whoever raised it', async () => {
  const { matter, code } = await raise(town, { title: '门禁刷卡没反应' })
  const joined = await send({ text: '我家门禁也坏了', name: '李四', phone: '13800138001', same: code, key: 'join-1' })
  expect(whereTo(joined)).toMatch(/^\/j\/[\w-]{24}\?new=1$/u)
  expect(await joinings(matter)).toMatchObject([{ name: '李四', phone: '13800138001', body: '我家门禁也坏了' }])
  expect(await voicesOf(matter)).toBe(2)
  const page = await town.as('visitor', { method: 'GET', url: whereTo(joined) })
  expect(page.status).toBe(200)
  expect(page.text).toContain('收到了，算您一份')
  expect(page.text).toContain('2 户都遇到了')
  for (const hidden of ['李四', '我家门禁也坏了', '皇甫静姝', '13911110001', '暗号正文青花', '暗号503室'])
    expect(page.text, hidden).not.toContain(hidden)
  const file = await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })
  expect(file.text).toContain('我家门禁也坏了')
  expect((await town.as('visitor', { method: 'GET', url: `/find?code=${code}` })).text).toContain('2 户都遇到了')
})

test('the same person twice at once from two phones is one voice, and is told the same', async () => {
  const { matter, code } = await well({ title: '凉亭漏雨', text: '凉亭漏雨' })
  const phone = '13800138002'
  const twice = await Promise.all(
    ['a', 'b', 'c', 'd'].map((key) => send({ text: '凉亭也漏雨', phone, same: code, key: `twice-${key}` })),
  )
  expect(new Set(twice.map(whereTo)).size).toBe(1)
  expect(twice.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect(await joinings(matter)).toHaveLength(1)
  // The account and the number that belongs to it are one person as well.
  const known = await Promise.all([
    send({ text: '凉亭漏', same: code, key: 'own' }, 'neighbour'),
    send({ text: '凉亭漏', same: code, key: 'other', phone: '13911110002' }),
  ])
  expect(new Set(known.map(whereTo)).size).toBe(1)
  expect(await voicesOf(matter)).toBe(3)
  const me = await town.as('neighbour', { method: 'GET', url: '/me' })
  expect(me.text).toContain(whereTo(known[0]!).replace('?new=1', ''))
  // Without any name a form sent twice is one voice, another form another.
  await Promise.all(['x', 'x', 'y'].map((key) => send({ text: '凉亭漏', same: code, key })))
  expect(await voicesOf(matter)).toBe(5)
})

test('whoever raised it does not count twice, and nobody learns who that was', async () => {
  const phone = '13800138003'
  const { matter, code } = await well({ title: '长椅断了腿', text: '长椅断了', phone })
  const again = await send({ text: '长椅断了', phone, same: code, key: 'own-phone' })
  expect(whereTo(again)).toMatch(/^\/j\//u)
  expect(await voicesOf(matter)).toBe(1)
  const own = await raise(town, { title: '信箱坏了', text: '信箱坏了', name: '', phone: '' })
  expect(whereTo(await send({ text: '信箱坏了', same: own.code, key: 'mine' }, 'raiser'))).toBe('/me')
  expect(await joinings(own.matter)).toEqual([])
})

test('joining while the matter closes is either a voice or a clear no, never a voice of a closed matter', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { matter, code } = await well({ title: `水表井盖破损${round}`, text: '水表井盖破损' })
    await sortAs(town, matter)
    const act = (name: string, json: object) =>
      town.as('staff', { method: 'POST', url: `/api/matters/${matter}/${name}`, json })
    await act('answer', { text: '已转自来水公司' })
    const [closed, ...sent] = await Promise.all([
      act('take-outcome', { outcome: 'belongs-elsewhere' }),
      ...[1, 2, 3].map((n) => send({ text: '水表井盖破损', same: code, key: `race-${round}-${n}` })),
    ])
    expect(closed.status).toBe(200)
    const told = sent.filter((answer) => answer.text.includes('那件事刚刚办结了'))
    expect(told.length + (await joinings(matter)).length).toBe(3)
    for (const answer of told) expect(answer.text).toContain('水表井盖破损</textarea>')
    const after = await send({ text: '水表井盖破损', same: code, key: `late-${round}` })
    expect([after.status, after.text.includes('那件事刚刚办结了')]).toEqual([200, true])
  }
})

test('a joining waits for whoever is just closing the matter, and then sees that it is closed', async () => {
  const { matter, code } = await well({ title: '单元门锁坏了', text: '单元门锁坏了' })
  let sending: ReturnType<typeof send> | undefined
  await inCommunities(town.ctx.db, [SUN], async (trx) => {
    await sql`update app.matter set status = 'closed', phase = 'closed', "end" = 'answered'
      where matter_id = ${matter} returning 1`.execute(trx)
    sending = send({ text: '单元门锁坏了', same: code, key: 'waiting' })
    await new Promise((done) => setTimeout(done, 300))
  })
  expect((await sending!).text).toContain('那件事刚刚办结了')
  expect(await joinings(matter)).toEqual([])
})

test('whoever joined hears each change of stage by the way they left, and never by another’s link', async () => {
  const { matter, code, link } = await raise(town, { title: '水管爆裂喷水' })
  await send({ text: '水管爆了', phone: '13800138009', same: code, key: 'hear-1' })
  await send({ text: '水管爆了', same: code, key: 'hear-2' }, 'neighbour')
  await tell()
  await sortAs(town, matter)
  await tell()
  const outbox = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('message').selectAll().where('matter_id', '=', matter).where('link', 'like', '/j/%').execute(),
  )
  expect(outbox.map(({ address, channel }) => `${channel} ${address}`).toSorted()).toEqual([
    'inbox null',
    'sms 13800138009',
  ])
  for (const message of outbox) {
    expect(message.body).toMatch(/[。]$/u)
    expect(JSON.stringify(message)).not.toContain(link)
  }
})

test('a duplicate that was put into a matter is a voice of it', async () => {
  const first = await well({ title: '树枝挡路灯', text: '树枝挡住路灯' })
  const second = await well({ title: '树枝挡住灯', text: '树枝把灯挡住了' })
  await sortAs(town, second.matter)
  const json = { to: first.code, relation: 'duplicate' }
  expect((await town.as('staff', { method: 'POST', url: `/api/matters/${second.matter}/link`, json })).status).toBe(200)
  expect(await voicesOf(first.matter)).toBe(2)
})

test('photos and too long a text are dealt with before anybody is asked', async () => {
  const { code } = await well({ title: '墙皮掉落', text: '墙皮掉落' })
  const wrong = await send({ text: '墙皮掉落', phone: '12', same: code, key: 'wrong-phone' })
  expect([wrong.status, wrong.text.includes('电话号码好像不对'), wrong.text.includes(`value="${code}"`)]).toEqual([
    422,
    true,
    true,
  ])
  expect((await send({ text: '', same: code })).status).toBe(422)
})
