// From a pasted chat to matters on the board, on real PostgreSQL: nothing without a person, nothing twice, and the group hears of it.
import type { DraftView, Excerpt, Groups, OwedCard } from '@yishi/contract/group'
import type { MatterFile } from '@yishi/contract/matter'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOON, SUN } from '../../fences/building.ts'
import { raise, sortAs } from '../../fences/ground.ts'
import { type Caller, personId } from '../../fences/people.ts'
import { type Answer, type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'

let town: Town
let group: string
beforeAll(async () => {
  town = await openTown()
  group = await openGroup('staff', { path: 'G1.B1', name: '1号楼群', keeper: personId('building-leader') })
})
afterAll(() => town.close())

const post = (who: Caller, url: string, json: object, key?: string) =>
  town.as(who, { method: 'POST', url, json, headers: key ? { 'idempotency-key': key } : {} })
const get = <T>(answer: Answer): T => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return (answer.status === 204 ? undefined : answer.json()) as T
}
const openGroup = async (who: Caller, json: object) =>
  get<{ group: string }>(await post(who, '/api/groups', json)).group
const paste = async (text: string, who: Caller = 'staff') =>
  get<Excerpt>(await post(who, `/api/groups/${group}/excerpts`, { text }))
/** Of the first draft. */
const decide = (excerpt: string, verdict: string, json: object, who: Caller = 'staff') =>
  post(who, `/api/excerpts/${excerpt}/drafts/0/${verdict}`, json)
const bodyOf = ({ title, text, path, door }: DraftView) => ({ title, text, path: path ?? 'G1.B1', where: door ?? '' })
const fileOf = async (matter: string) =>
  get<MatterFile>(await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` }))
const cards = async (who: Caller = 'staff') => get<OwedCard[]>(await town.as(who, { method: 'GET', url: '/api/cards' }))
const count = (table: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(`app.${table}`)}`.execute(
      trx,
    )
    return rows[0]!.n
  })
const tell = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}

const CHAT = `1-503王阿姨 2026/11/20 19:32:05
门禁刷不开，门口进不去

李四 2026/11/20 19:33:10
我家也是

赵六 2026/11/20 19:34:00
收到，谢谢

孙七 2026/11/20 19:40:00
楼下电动车上楼充电没人管`

test('a paste makes drafts with who, where and what, and no matter', async () => {
  const before = await count('matter')
  const shown = await paste(CHAT)
  expect([shown.messages, shown.passed, shown.drafts.length]).toEqual([4, 1, 2])
  expect(shown.drafts[0]).toMatchObject({
    fate: 'waiting',
    speaker: '1-503王阿姨',
    path: 'G1.B1',
    door: '503',
    whereFrom: 'nickname',
    kind: 'security',
    also: ['李四'],
  })
  expect(shown.tips.map(({ tip }) => tip)).toEqual(['tip_e-bikes'])
  expect(await count('matter')).toBe(before)
})

test('a confirmed draft is a matter of the group, with its neighbours’ voices and a card owed; the name is nobody’s', async () => {
  const { excerpt, drafts } = await paste(CHAT.replaceAll('门禁', '对讲'))
  const shown = get<Excerpt>(await decide(excerpt, 'confirm', bodyOf(drafts[0]!)))
  expect(shown.drafts.map(({ fate }) => fate)).toEqual(['confirmed', 'waiting'])
  const { matter, code } = shown.drafts[0]!.matter!
  const file = await fileOf(matter)
  expect(file).toMatchObject({ channel: 'group', publicity: 'nameless', voices: 2, raiser: { name: '1-503王阿姨' } })
  expect(file.place).toContain('1号楼')
  expect((await cards()).find((card) => card.matter === matter)).toMatchObject({ group, groupName: '1号楼群' })
  const pub = await town.as('visitor', { method: 'GET', url: `/find?code=${code}` })
  expect(pub.text).toContain('对讲刷不开')
  for (const hidden of ['王阿姨', '503', '李四']) expect(pub.text, hidden).not.toContain(hidden)
})

test('a draft joins a matter that is under way, once for each nickname; a closed one it does not', async () => {
  const { matter } = await raise(town, { title: '信报箱锁坏了', text: '信报箱锁坏了', name: '', phone: '' })
  const first = await paste('周八: 信报箱的锁坏了打不开')
  expect(first.drafts[0]!.similar.map((each) => each.matter)).toContain(matter)
  get(await decide(first.excerpt, 'join', { to: matter }))
  const again = await paste('周八: 信报箱锁还是坏的')
  get(await decide(again.excerpt, 'join', { to: matter }))
  expect((await fileOf(matter)).voices).toBe(2)
  expect((await cards()).filter((card) => card.matter === matter)).toHaveLength(1)
  await sortAs(town, matter)
  await post('staff', `/api/matters/${matter}/answer`, { text: '已换锁' })
  get(await post('staff', `/api/matters/${matter}/take-outcome`, { outcome: 'belongs-elsewhere' }))
  const late = await paste('吴九: 信报箱锁坏了呀')
  expect((await decide(late.excerpt, 'join', { to: matter })).json()).toMatchObject({ code: 'matter-closed' })
  expect(
    get<Excerpt>(await town.as('staff', { method: 'GET', url: `/api/excerpts/${late.excerpt}` })).drafts[0]!.fate,
  ).toBe('waiting')
})

test('of many who decide one draft at once one does, and at most one matter comes of it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { excerpt, drafts } = await paste('郑十: 三楼楼梯扶手松动')
    const before = await count('matter')
    const body = bodyOf(drafts[0]!)
    const dismiss = (who: Caller) => decide(excerpt, 'dismiss', { reason: '闲聊' }, who)
    const [one, other, ...dismissed] = await Promise.all([
      decide(excerpt, 'confirm', body),
      decide(excerpt, 'confirm', body, 'branch'),
      dismiss('building-leader'),
      dismiss('grid-worker-here'),
      dismiss('staff'),
      dismiss('branch'),
    ])
    const confirmed = [one!, other!].filter(({ status }) => status === 200).length
    const statuses = [one!, other!, ...dismissed].map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409])
    expect(await count('matter')).toBe(before + confirmed)
  }
})

test('with the last decision the chat itself is gone', async () => {
  const { excerpt, text } = await paste('暗号甲乙: 楼顶水箱漏水\n暗号丙丁: 谢谢大家')
  expect(text).toContain('暗号丙丁')
  const settled = get<Excerpt>(await decide(excerpt, 'dismiss', { reason: '已经当面答复' }))
  expect([settled.text, settled.tips, settled.drafts[0]!.reason]).toEqual([null, [], '已经当面答复'])
  const rows = await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql<{ body: string | null }>`select body from app.excerpt where excerpt_id = ${excerpt}`.execute(trx),
  )
  expect(rows.rows).toEqual([{ body: null }])
  expect(settled.drafts[0]).toMatchObject({ title: '楼顶水箱漏水', text: '', speaker: null })
  expect(JSON.stringify(settled)).not.toContain('暗号')
})

test('whoever keeps the group hears that there is a card to post, and posts it once for each change', async () => {
  const { excerpt, drafts } = await paste('冯一: 二楼窗户玻璃裂了')
  const shown = get<Excerpt>(await decide(excerpt, 'confirm', bodyOf(drafts[0]!)))
  const { matter } = shown.drafts[0]!.matter!
  await tell()
  const inbox = get<{ link: string; text: string }[]>(
    await town.as('building-leader', { method: 'GET', url: '/api/inbox' }),
  )
  expect(inbox.filter(({ link }) => link === '/console/cards').length).toBeGreaterThan(0)
  expect(inbox.find(({ link }) => link === '/console/cards')?.text).toContain('1号楼群')
  const owed = async () => (await cards('building-leader')).find((card) => card.matter === matter)
  const { card } = (await owed())!
  const posted = () => post('building-leader', `/api/cards/${card}/posted`, {})
  const answers = await Promise.all([posted(), posted(), posted()])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409])
  expect(await owed()).toBeUndefined()
  await sortAs(town, matter)
  expect((await owed())?.card).toBe(card)
  expect((await post('grid-worker-elsewhere', `/api/cards/${card}/posted`, {})).status).toBe(403)
})

test('the card is a few warm lines and a picture without a name or a door', async () => {
  const { excerpt, drafts } = await paste('1-503王阿姨: 503室门口堆了杂物，路都走不了')
  const shown = get<Excerpt>(await decide(excerpt, 'confirm', bodyOf(drafts[0]!)))
  const { matter, code } = shown.drafts[0]!.matter!
  const card = async (lang: string) =>
    get<{ text: string; svg: string }>(
      await town.as('staff', { method: 'GET', url: `/api/matters/${matter}/card?lang=${lang}` }),
    )
  const zh = await card('zh')
  expect(zh.text.split('\n').length).toBeLessThan(6)
  expect(zh.text).toMatch(/^【邻里回音】/u)
  expect(zh.text).toContain('您')
  expect(zh.text).toContain(`/find?code=${code}`)
  expect((await card('en')).text).toMatch(/^【Back to the neighbours】/u)
  // The code of a matter may hold these digits too.
  for (const part of [zh.text, zh.svg]) expect(part).not.toMatch(/王阿姨|503\s*室|1\s*-\s*503/u)
  expect(zh.svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u)
  const hidden = await raise(town, { title: '暗号家里的事', text: '暗号家里的事', publicity: 'closed' })
  const closed = get<{ text: string; svg: string }>(
    await town.as('staff', { method: 'GET', url: `/api/matters/${hidden.matter}/card` }),
  )
  expect(closed.text + closed.svg).not.toMatch(/暗号|\/find/u)
})

test('keepers act on the groups of their own place, and on no other', async () => {
  const { excerpt } = await paste('陈二: 电梯按钮不灵')
  for (const who of ['grid-worker-elsewhere', 'property-with-order', 'street-office', 'raiser'] as const) {
    expect((await town.as(who, { method: 'GET', url: `/api/excerpts/${excerpt}` })).status, who).toBe(403)
    expect((await post(who, `/api/groups/${group}/excerpts`, { text: '灯坏了呀' })).status, who).toBe(403)
    expect((await decide(excerpt, 'dismiss', { reason: 'x' }, who)).status, who).toBe(403)
  }
  // A group of another community is not there at all.
  expect((await post('staff-elsewhere', `/api/groups/${group}/excerpts`, { text: '灯坏了呀' })).status).toBe(404)
  expect((await town.as('staff-elsewhere', { method: 'GET', url: `/api/groups?community=${SUN}` })).status).toBe(403)
  expect((await post('building-leader', '/api/groups', { path: 'G2', name: '别处' })).status).toBe(403)
  expect(
    (await post('staff', '/api/groups', { path: 'G1', name: 'x', keeper: personId('police') })).json(),
  ).toMatchObject({ code: 'keeper-unknown' })
  expect(
    (await post('staff', '/api/groups', { path: 'G1', name: 'x', keeper: personId('grid-worker-elsewhere') })).json(),
  ).toMatchObject({ code: 'keeper-unknown' })
  // A draft goes to a place that the confirmer keeps as well.
  const body = { title: '电梯按钮不灵', text: '电梯按钮不灵', path: 'G2' }
  expect((await decide(excerpt, 'confirm', body, 'building-leader')).status).toBe(403)
  expect((await decide(excerpt, 'confirm', { ...body, path: 'NO.WHERE' })).json()).toMatchObject({
    code: 'node-unknown',
  })
  const leaders = get<Groups>(await town.as('building-leader', { method: 'GET', url: '/api/groups' }))
  expect(leaders.people).toEqual([{ person: personId('building-leader'), name: '楼组钱森' }])
  expect([leaders.mayFill, leaders.nodes.map(({ path }) => path)]).toEqual([false, ['G1.B1']])
})

test.each([
  ['a megabyte', 'a'.repeat(1_000_000), 413, 'excerpt-too-long'],
  ['ten thousand lines', '张三: 灯坏了呀\n'.repeat(10_000), 413, 'excerpt-too-long'],
  ['nothing', ' \n ', 422, 'excerpt-empty'],
  ['courtesy alone', '张三: 谢谢\n李四: 👍', 422, 'nothing-to-raise'],
])('%s is answered clearly, and keeps nothing', async (_, text, status, code) => {
  const before = await count('excerpt')
  const answer = await post('staff', `/api/groups/${group}/excerpts`, { text })
  expect([answer.status, answer.json()]).toMatchObject([status, { code }])
  expect(await count('excerpt')).toBe(before)
})

test('scripts stay words, and a paste sent twice is kept once', async () => {
  const text = '张三: 楼道灯坏了<script>alert(1)</script><img src=x onerror=alert(1)>'
  const before = await count('excerpt')
  const send = () => post('staff', `/api/groups/${group}/excerpts`, { text }, 'paste-1')
  const [one, other] = [get<Excerpt>(await send()), get<Excerpt>(await send())]
  expect([one.excerpt, await count('excerpt')]).toEqual([other.excerpt, before + 1])
  const shown = get<Excerpt>(await decide(one.excerpt, 'confirm', bodyOf(one.drafts[0]!)))
  const page = await town.as('visitor', { method: 'GET', url: `/c/${SUN}` })
  expect(page.text).not.toMatch(/<script>alert|<img src=x/u)
  const { matter } = shown.drafts[0]!.matter!
  const card = get<{ svg: string }>(await town.as('staff', { method: 'GET', url: `/api/matters/${matter}/card` }))
  expect(card.svg).not.toMatch(/<script|<img/u)
})

test('one press opens a group for every building that has none, under its nearest keeper', async () => {
  const fill = () => post('staff', '/api/groups/fill', { kind: 'building' })
  expect((await fill()).json()).toEqual({ opened: 0 })
  get(await post('staff', `/api/groups/${group}/close`, {}))
  expect((await post('staff', `/api/groups/${group}/excerpts`, { text: '灯坏了呀' })).json()).toMatchObject({
    code: 'group-unknown',
  })
  expect((await fill()).json()).toEqual({ opened: 1 })
  const { groups } = get<Groups>(await town.as('staff', { method: 'GET', url: '/api/groups' }))
  expect(groups).toMatchObject([{ name: '1号楼群', keeper: { person: personId('building-leader') }, path: 'G1.B1' }])
  group = groups[0]!.group
  get(await post('building-leader', `/api/groups/${group}/change`, { name: '一号楼邻里', keeper: null }))
  expect(get<Groups>(await town.as('staff', { method: 'GET', url: '/api/groups' })).groups).toMatchObject([
    { name: '一号楼邻里', keeper: null },
  ])
})

test('the desk rewrites and drops tips; what it wrote is offered, what it dropped is not', async () => {
  const offered = async (text: string) => (await paste(text)).tips.map(({ tip }) => tip)
  const noise = '张三: 半夜太吵了，楼上拖椅子'
  expect(await offered(noise)).toEqual(['tip_noise'])
  get(await post('staff', '/api/tips/tip_noise', { keywords: ['广场舞'], text: '请轻一点' }))
  expect(await offered(noise)).toEqual([])
  expect(await offered('张三: 广场舞声音大得很')).toEqual(['tip_noise'])
  get(await post('staff', '/api/tips/tip_noise/drop', {}))
  get(await post('staff', '/api/tips', { keywords: ['广场舞'], text: '请早点结束' }))
  const [own] = await offered('张三: 广场舞声音大得很')
  expect(own).not.toBe('tip_noise')
  expect((await post('building-leader', `/api/tips/${own}`, { keywords: ['x'], text: 'x' })).status).toBe(403)
  const elsewhere = get<{ tips: { tip: string }[] }>(
    await town.as('staff-elsewhere', { method: 'GET', url: `/api/tips?community=${MOON}` }),
  )
  expect(elsewhere.tips.map(({ tip }) => tip)).toContain('tip_noise')
})

test('the public ledger tells of chats that there were some, and nothing of what was said', async () => {
  await sequenceAll(town.ctx)
  const url = `/api/ledger/${SUN}/entries?most=500`
  const { entries } = get<{ entries: { type: string; leaf: string }[] }>(
    await town.as('visitor', { method: 'GET', url }),
  )
  const types = new Set(entries.map(({ type }) => type))
  for (const type of [
    'GroupOpened',
    'ExcerptPasted',
    'DraftConfirmed',
    'DraftJoined',
    'DraftDismissed',
    'CardPosted',
    'MatterJoined',
    'TipWritten',
  ])
    expect(types.has(type), type).toBe(true)
  expect(entries.map(({ leaf }) => leaf).join('\n')).toMatch(/^[\x20-\x7e\n]*$/u)
})
