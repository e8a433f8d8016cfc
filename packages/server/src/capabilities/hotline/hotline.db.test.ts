import type { TicketPreview, Tickets } from '@yishi/contract/hotline'
import { HOUR } from '@yishi/domain/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { raise } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Answer, type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { textWorkbook } from '../../kernel/workbook/text-workbook.ts'
import { readWorkbook } from '../../kernel/workbook/workbook.ts'
import { performer } from '../../wiring.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const HEAD = ['工单编号', '来电时间', '来电人', '联系电话', '诉求内容', '事发地', '办理时限', '答复内容', '备注']
type Row = readonly string[]
const ticket = (number: string, text: string, { place = '', note = '', due = '' } = {}): Row => [
  number,
  '2026/3/1 9:03',
  '诸葛来电',
  '13877776666',
  text,
  place,
  due,
  '',
  note,
]
const csv = (rows: readonly Row[], head: Row = HEAD) =>
  Buffer.from(
    [head, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )

const form = (file: Buffer, name: string, mapping?: unknown) => {
  const field = `--b\r\ncontent-disposition: form-data; name="mapping"\r\n\r\n${JSON.stringify(mapping)}\r\n`
  const head = `--b\r\ncontent-disposition: form-data; name="list"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from((mapping ? field : '') + head), file, Buffer.from('\r\n--b--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=b', accept: 'application/json' },
  }
}
const upload = (
  file: Buffer,
  {
    name = '工单.csv',
    mapping,
    caller = 'staff' as Caller,
  }: { name?: string; mapping?: unknown; caller?: Caller } = {},
) => town.as(caller, { method: 'POST', url: '/api/hotline/preview', ...form(file, name, mapping) })
const previewOf = (answer: Answer): TicketPreview => {
  expect(answer.text.slice(0, 300)).not.toContain('urn:yishi')
  return answer.json()
}
const preview = async (rows: readonly Row[], more: Parameters<typeof upload>[1] = {}) =>
  previewOf(await upload(csv(rows), more))
const confirm = ({ list }: TicketPreview, choices: Record<string, string> = {}, key?: string) =>
  town.as('staff', {
    method: 'POST',
    url: '/api/hotline/confirm',
    json: { community: SUN, list, choices },
    headers: { accept: 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
  })
const take = async (rows: readonly Row[]) => {
  const done = await confirm(await preview(rows))
  expect(done.status).toBe(200)
  return done.json() as { list: string; raised: number }
}
const ticketsOf = async (query = '') =>
  (await town.as('staff', { method: 'GET', url: `/api/hotline/tickets${query}` })).json() as Tickets
const matterOf = async (number: string) => {
  const found = (await ticketsOf()).tickets.find((each) => each.number === number)
  if (!found) throw new Error(`no ticket ${number}`)
  return found.matter
}
const rowOf = (number: string) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('hotline_ticket as t')
      .innerJoin('matter as m', 'm.matter_id', 't.matter_id')
      .select(['m.channel', 'm.publicity', 'm.raiser_name', 'm.raiser_phone', 'm.path', 'm.body', 't.due_at'])
      .where('t.number', '=', number)
      .executeTakeFirstOrThrow(),
  )
const remarksOf = async (matter: string) => {
  const file = (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json() as {
    story: { type: string; text: string | null }[]
  }
  return file.story.flatMap(({ type, text }) => (type === 'RemarkAdded' ? [text] : []))
}
const counted = async () => (await ticketsOf()).total

test('nothing is written before the confirmation; then each ticket is a matter that its handlers alone can read', async () => {
  const shown = await preview([ticket('S1', '1号楼楼顶漏水', { place: '晨光居民区1号楼', due: '3个工作日' })])
  expect(shown.counts).toEqual({ error: 0, alike: 0, new: 1, changed: 0, unchanged: 0 })
  expect(shown.columns.map(({ says }) => says).slice(0, 5)).toEqual(['number', 'calledAt', 'caller', 'phone', 'text'])
  expect(await counted()).toBe(0)
  expect((await confirm(shown)).json()).toEqual({ list: shown.list, raised: 1, joined: 0, changed: 0, unchanged: 0 })
  expect(await rowOf('S1')).toEqual({
    channel: 'hotline',
    publicity: 'closed',
    raiser_name: '诸葛来电',
    raiser_phone: '13877776666',
    path: 'G1.B1',
    body: '1号楼楼顶漏水',
    due_at: '2026-03-04T16:00:00.000Z',
  })
  expect((await ticketsOf(`?matter=${await matterOf('S1')}`)).tickets).toMatchObject([
    { number: 'S1', limit: 'P3WD', overdue: false },
  ])
})

test('a confirmation sent twice is answered twice and done once', async () => {
  const shown = await preview([ticket('T1', '水管爆了')])
  const [first, second] = await Promise.all([confirm(shown, {}, 'k1'), confirm(shown, {}, 'k1')])
  expect([first.status, second.status]).toEqual([200, 200])
  expect(first.text).toBe(second.text)
  expect(await confirm(shown, {}, 'k2')).toMatchObject({ status: 409 })
})

test('the same number is the same ticket: what is new is told in the story, and no second matter is raised', async () => {
  await take([ticket('D1', '电梯停运')])
  const before = await counted()
  const shown = await preview([ticket('D1', '电梯停运，老人困在家里'), ticket('D2', '井盖松动')])
  expect(shown.counts).toMatchObject({ changed: 1, new: 1 })
  expect(shown.rows.find(({ verdict }) => verdict === 'changed')?.changes).toMatchObject([{ field: 'text' }])
  expect((await confirm(shown)).json()).toMatchObject({ raised: 1, changed: 1 })
  expect(await counted()).toBe(before + 1)
  const [remark, ...rest] = await remarksOf(await matterOf('D1'))
  expect(rest).toEqual([])
  expect(remark).toBe('12345 工单 D1 有更新：诉求改为“电梯停运，老人困在家里”')
  expect((await preview([ticket('D1', '电梯停运，老人困在家里')])).counts).toMatchObject({ unchanged: 1 })
})

test('what looks like an open matter waits for a choice: it joins that matter, or becomes one of its own', async () => {
  const { matter } = await raise(town, { text: '北门左手边的路灯不亮，晚上很黑', title: '北门路灯不亮' })
  const rows = [
    ticket('A1', '北门左手边的路灯不亮，走路害怕', { place: '1号楼' }),
    ticket('A2', '北门路灯不亮，晚上很黑', { place: '1号楼' }),
  ]
  const shown = await preview(rows)
  expect(shown.rows.map(({ verdict, alike }) => [verdict, alike.some((each) => each.matter === matter)])).toEqual([
    ['alike', true],
    ['alike', true],
  ])
  expect(await confirm(shown, { 2: matter })).toMatchObject({ status: 422 })
  expect(await confirm(shown, { 2: matter, 3: 'mat_none' })).toMatchObject({ status: 409 })
  expect((await confirm(shown, { 2: matter, 3: 'anew' })).json()).toMatchObject({ raised: 1, joined: 1 })
  expect(await matterOf('A1')).toBe(matter)
  expect(await matterOf('A2')).not.toBe(matter)
  expect(await remarksOf(matter)).toEqual(['12345 工单 A1 也反映这件事：北门左手边的路灯不亮，走路害怕'])
})

test('of two lists confirmed at the same moment the second has changed meanwhile', async () => {
  const [one, two] = [await preview([ticket('R1', '树枝挡窗')]), await preview([ticket('R1', '树枝挡窗户了')])]
  const statuses = (await Promise.all([confirm(one), confirm(two)])).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409])
  const numbers = (await ticketsOf()).tickets.filter(({ number }) => number === 'R1')
  expect(numbers).toHaveLength(1)
})

test('columns that a person explained once need no explanation in the next list', async () => {
  const head = ['流水', '谁打的', '说了什么']
  const unknown = previewOf(await upload(csv([['M1', '某某', '路面坑洼']], head)))
  expect(unknown.list).toBeNull()
  expect(unknown.problems.map(({ code }) => code)).toEqual(['field-missing', 'field-missing'])
  const mapping = { 流水: 'number', 谁打的: 'carried', 说了什么: 'text' }
  const explained = previewOf(await upload(csv([['M1', '某某', '路面坑洼']], head), { mapping }))
  expect((await confirm(explained)).status).toBe(200)
  expect((await rowOf('M1')).raiser_name).toBeNull()
  const next = previewOf(await upload(csv([['M2', '某某', '路面塌陷']], head)))
  expect(next.counts).toMatchObject({ new: 1 })
  expect(next.columns.map(({ says }) => says)).toEqual(['number', 'carried', 'text'])
})

/** There is a decoder, but no encoder: all that two bytes can say, the other way round. */
const gb18030 = (text: string): Buffer => {
  const bytes = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const pair = Buffer.from([lead, trail])
      bytes.set(new TextDecoder('gb18030').decode(pair), pair)
    }
  return Buffer.concat([...text].map((character) => bytes.get(character) ?? Buffer.from(character)))
}

describe('a file', () => {
  test.each<[string, (text: string) => Buffer]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with its mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['GB18030', gb18030],
    ['tabs', (text) => Buffer.from(text.replaceAll(',', '\t'))],
  ])('in %s is read', async (_, encode) => {
    const text = '工单编号,诉求内容\r\nF1,"停车位被占，\n物业不管"\r\n'
    const shown = previewOf(await upload(encode(text)))
    expect(shown.rows).toMatchObject([{ number: 'F1', label: '停车位被占，\n物业不管', verdict: 'new' }])
  })

  test('as a workbook is read as well', async () => {
    const file = await textWorkbook({ name: '工单', rows: [HEAD, ticket('W1', '外墙脱落')], headRows: 1 })
    expect(previewOf(await upload(file, { name: 'a.xlsx' })).rows).toMatchObject([{ number: 'W1', verdict: 'new' }])
  })

  test.each<[string, Buffer, number, string]>([
    ['that is empty', Buffer.alloc(0), 422, 'not-a-list'],
    ['of unknown encoding', Buffer.from([0x41, 0xff, 0xfe, 0xff, 0x0a]), 422, 'encoding-unknown'],
    ['of a program', Buffer.from('MZ\0\0\0'), 422, 'encoding-unknown'],
    ['with an open quote', Buffer.from('工单编号,诉求内容\n1,"灯不亮\n'), 422, 'csv-broken'],
    ['of the old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'not-a-list'],
    ['of half an archive', Buffer.from('504b0304000000', 'hex'), 422, 'not-a-list'],
    ['beyond 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'x'), 413, 'list-too-large'],
  ])('%s is refused with what to do', async (_, file, status, code) => {
    const answer = await upload(file)
    expect([answer.status, (answer.json() as { code: string }).code]).toEqual([status, code])
  })

  test('with one wrong row can not be confirmed, and says which cell', async () => {
    const shown = await preview([ticket('E1', '好的一行'), ticket('', '没有编号')])
    expect(shown.list).toBeNull()
    expect(shown.rows[0]).toMatchObject({ row: 3, problems: [{ cell: 'A3', code: 'required' }] })
  })

  test('with a mapping that is none is refused', async () => {
    const answer = await upload(csv([ticket('E2', 'x')]), { mapping: { 工单编号: 'everything' } })
    expect(answer).toMatchObject({ status: 422 })
  })
})

test('the answers go back in the shape in which the list came, as text alone, and the ledger knows who took them', async () => {
  const { list } = await take([
    ticket('X1', '垃圾没人清', { note: '=HYPERLINK("http://x","x")' }),
    ticket('X2', '噪音扰民'),
  ])
  const matter = await matterOf('X1')
  const answer = { text: '已清运，每日两次。' }
  expect((await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/answer`, json: answer })).status).toBe(
    200,
  )
  const url = `/api/hotline/lists/${list}/export`
  const json = { community: SUN, format: 'csv' }
  const { text, headers } = await town.as('staff', { method: 'POST', url, json })
  expect(headers['content-disposition']).toContain(encodeURIComponent('工单-答复.csv'))
  const [head, first, second] = text.slice(1).split('\r\n')
  expect(text[0]).toBe('\uFEFF')
  expect(head).toBe(`${HEAD.join(',')},办理结果,办结时间,是否满意`)
  expect(first).toBe(
    `X1,2026/3/1 9:03,诸葛来电,13877776666,垃圾没人清,,,已清运，每日两次。,"'=HYPERLINK(""http://x"",""x"")",待受理,,`,
  )
  expect(second).toContain('X2,')
  const book = await town.app.inject({
    method: 'POST',
    url,
    payload: { ...json, format: 'xlsx' },
    headers: { cookie: town.cookieOf('branch') },
  })
  expect(readWorkbook(book.rawPayload, 100)).toMatchObject([
    { rows: [head!.split(','), expect.arrayContaining(['X1', '已清运，每日两次。']), expect.arrayContaining(['X2'])] },
  ])
  const entries = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('ledger_entry')
      .select('leaf')
      .where('subject', '=', list)
      .where('type', '=', 'AnswersExported')
      .execute(),
  )
  expect(entries.map(({ leaf }) => (JSON.parse(leaf) as { facts: unknown }).facts)).toEqual([
    { format: 'csv', rows: 2 },
    { format: 'xlsx', rows: 2 },
  ])
})

test('nobody reads another community’s lists, nor confirms another’s preview', async () => {
  const shown = await preview([ticket('O1', '别人看不到')])
  const elsewhere = await town.as('staff-elsewhere', { method: 'GET', url: '/api/hotline/tickets' })
  expect(elsewhere.json()).toEqual({ tickets: [], total: 0, open: 0, overdue: 0 })
  const json = { community: SUN, list: shown.list, choices: {} }
  expect((await town.as('staff-elsewhere', { method: 'POST', url: '/api/hotline/confirm', json })).status).toBe(403)
  expect((await town.as('branch', { method: 'POST', url: '/api/hotline/confirm', json })).status).toBe(403)
})

test('a thousand tickets are taken in by one confirmation', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ticket(`L${index}`, `第${index}户反映水压低`))
  const begun = performance.now()
  expect((await take(rows)).raised).toBe(1_000)
  console.info(`1,000 tickets: ${Math.round(performance.now() - begun)} ms`)
}, 60_000)

test('a preview that waited an hour is gone, and its names with it', async () => {
  const shown = await preview([ticket('G1', '过一会儿再说')])
  await town.advanceTo(new Date(Date.parse(town.ctx.clock.now()) + HOUR).toISOString() as `${string}Z`)
  expect(await confirm(shown)).toMatchObject({ status: 410 })
  await performer.wake(town.ctx, 'hotline-list', { community: SUN, id: shown.list! })
  const left = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('hotline_list')
      .select('list_id')
      .where('status', '=', 'pending')
      .where('list_id', '=', shown.list as never)
      .execute(),
  )
  expect(left).toEqual([])
})
