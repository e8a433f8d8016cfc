// Who hears of a notice, of an objection and of an answer: once each, and nobody else; and what anyone can check of its words.
import type { NoticeProof } from '@yishi/contract/notice'
import { checkPublished, noteKeyText, parseNoteKey } from '@yishi/domain/ledger'
import { isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'
import { fileOf, hang, staffPosts } from './testing/publishing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

type Message = { person: string | null; title: string; body: string; link: string; address: string | null }
const messages = async (link: string): Promise<readonly Message[]> =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<Message>`select person_id as person, title, body, link, address from app.message
      where link like ${`${link}%`} order by person_id`.execute(trx)
    return rows
  })
/** Every job runs twice, as it may. */
const tellAll = async () => {
  const jobs = town.jobs.splice(0)
  for (const { kind, data } of [...jobs, ...jobs]) await town.handlers[kind]!(town.ctx, [data])
}

test('whose home or work lies where it hangs is told once, however often the job runs; a board tells nobody', async () => {
  const building = await hang(town, { everywhere: false, nodes: ['nod_b1'] })
  const board = await hang(town, { everywhere: false })
  const all = await hang(town)
  await tellAll()
  const there = (await messages(`/n/${building.notice}`)).map(({ person }) => person)
  expect(there).toEqual(['per_buildingleader', 'per_raiser'])
  expect(await messages(`/n/${board.notice}`)).toEqual([])
  const everybody = await messages(`/n/${all.notice}`)
  expect(everybody.map(({ person }) => person)).toEqual(
    expect.arrayContaining(['per_neighbour', 'per_raiser', 'per_police']),
  )
  expect(new Set(everybody.map(({ person }) => person)).size).toBe(everybody.length)
  expect(everybody[0]).toMatchObject({
    title: '北侧香樟移栽方案',
    body: expect.stringMatching(/24:00 前有不同意见都可以提/u) as string,
  })
})

test('one that was withdrawn before the job ran is not told of', async () => {
  const { notice } = await hang(town)
  await staffPosts(town, `notices/${notice}/withdraw`, { reason: '写错了' })
  await tellAll()
  expect(await messages(`/n/${notice}`)).toEqual([])
})

test('the desk hears of an objection; its author hears the answer by the number that they left, or in their inbox', async () => {
  const { notice } = await hang(town)
  const object = (who: 'visitor' | 'neighbour', form: Record<string, string>) =>
    town.as(who, { method: 'POST', url: `/n/${notice}/objections`, form })
  const [byPhone, byName] = [
    await object('visitor', { text: '挡光', phone: '13900008888' }),
    await object('neighbour', { text: '太吵' }),
  ].map(({ headers }) => String(headers['location']).replace('?new=1', ''))
  await tellAll()
  const desk = await messages(`/console/notices/${notice}`)
  const told = desk.map(({ person }) => person).filter((person) => person !== 'per_disabled')
  expect(told).toEqual(['per_branch', 'per_branch', 'per_staff', 'per_staff'])
  for (const { objection } of (await fileOf(town, notice)).told)
    await staffPosts(town, `objections/${objection}/answer`, { answer: '改了', upheld: true })
  await tellAll()
  expect(await messages(byPhone!)).toMatchObject([
    { person: null, address: '13900008888', body: expect.stringContaining('采纳') as string },
  ])
  expect(await messages(byName!)).toMatchObject([{ person: 'per_neighbour', address: null }])
})

test('what hangs is word for word what the ledger holds, and anybody can check it', async () => {
  const { notice } = await hang(town)
  const proof = async (): Promise<NoticeProof> =>
    (await town.as('visitor', { method: 'GET', url: `/api/notices/${notice}/proof` })).json()
  expect(await proof()).toMatchObject({ inclusion: null, checkpoint: null })
  expect((await town.as('visitor', { method: 'GET', url: `/n/${notice}` })).text).toContain('正在记入台账')
  await sequenceAll(town.ctx)
  const key = parseNoteKey(noteKeyText(town.ctx.signer(SUN)))
  if (isRefused(key)) throw new Error(key.refused)
  const { wording: value, ...rest } = await proof()
  const published = { name: 'wording', value, ...rest }
  expect(value).toMatchObject({ title: '北侧香樟移栽方案', text: '移到中心花园东侧。' })
  expect(checkPublished(published, [key])).toEqual({ opened: true, included: true, signed: true })
  expect(checkPublished({ ...published, value: { ...value, text: '移到西侧。' } }, [key])).toMatchObject({
    opened: false,
  })
  const page = (await town.as('visitor', { method: 'GET', url: `/n/${notice}/check` })).text
  expect(page.match(/<b>对得上<\/b>/gu)).toHaveLength(3)
})

test('words that were changed in the database no longer fit, and the page says so', async () => {
  const { notice } = await hang(town)
  await sequenceAll(town.ctx)
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql`update app.ledger_opening o set openings = jsonb_set(openings, '{wording,value,text}', '"移到西侧。"') from app.ledger_entry e
      where e.community_id = o.community_id and e.entry_id = o.entry_id and e.subject = ${notice}`.execute(trx),
  )
  expect((await town.as('visitor', { method: 'GET', url: `/n/${notice}/check` })).text).toContain('对不上')
})

test('who objected is shown to the desk alone, and that it looked is noted', async () => {
  const { notice } = await hang(town)
  await town.as('visitor', {
    method: 'POST',
    url: `/n/${notice}/objections`,
    form: { text: '暗号钧瓷', name: '上官云', phone: '13700001234' },
  })
  const seen = async (who: Parameters<Town['as']>[0], url: string) => (await town.as(who, { method: 'GET', url })).text
  expect(await seen('staff', `/api/notices/${notice}`)).toContain('上官云')
  for (const who of ['grid-worker-here', 'police', 'owners-committee'] as const) {
    const text = await seen(who, `/api/notices/${notice}`)
    for (const secret of ['上官云', '13700001234', '暗号钧瓷']) expect(text).not.toContain(secret)
  }
  for (const url of [`/n/${notice}`, `/n/${notice}/check`, `/api/notices/${notice}/proof`])
    for (const secret of ['上官云', '13700001234', '暗号钧瓷']) expect(await seen('visitor', url)).not.toContain(secret)
  const noted = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('sensitive_read').select(['person_id', 'fields']).where('subject', '=', notice).execute(),
  )
  expect(noted).toEqual([{ person_id: 'per_staff', fields: ['name', 'phone'] }])
})

test('a poster is printed for who works here, and for nobody else', async () => {
  const { notice, number } = await hang(town)
  const print = (who: Parameters<Town['as']>[0], paper = 'a4') =>
    town.as(who, { method: 'GET', url: `/api/notices/${notice}/poster?paper=${paper}` })
  const printed = await print('staff')
  expect([printed.status, printed.type, printed.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  expect(printed.headers['content-disposition']).toBe(`attachment; filename="notice-2026-${number.count}-a4.pdf"`)
  expect((await print('neighbour')).status).toBe(403)
  expect((await print('staff', 'a5')).status).toBe(400)
})
