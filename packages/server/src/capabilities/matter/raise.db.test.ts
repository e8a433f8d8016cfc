import { openReceipt, parseNoteKey } from '@yishi/domain/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '@yishi/contract/matter'
import { SUN } from '../../fences/building.ts'
import { multipart } from '../../fences/ground.ts'
import { type Answer, type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { sequenceAll } from '../../kernel/sequencer.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const post = (json: object, key?: string) => {
  const headers = { accept: 'application/json', ...(key ? { 'idempotency-key': key } : {}) }
  return town.as('visitor', { method: 'POST', url: '/api/matters', json: { place: town.plate, ...json }, headers })
}
const receiptOf = (answer: Answer): Receipt => {
  expect(answer.status).toBe(201)
  return answer.json()
}
const mattersWith = (text: string) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('matter')
      .select(['matter_id', 'code', 'body', 'channel', 'path'])
      .where('body', '=', text)
      .execute(),
  )
const submit = (form: Record<string, string>) =>
  town.as('visitor', { method: 'POST', url: `/p/${town.plate}`, form: { publicity: 'nameless', ...form } })
const submitWith = (text: string, content: Buffer) => {
  const field = `--b\r\ncontent-disposition: form-data; name="text"\r\n\r\n${text}\r\n`
  const { payload, headers } = multipart('photos', content)
  return town.as('visitor', {
    method: 'POST',
    url: `/p/${town.plate}`,
    payload: Buffer.concat([Buffer.from(field), payload]),
    headers,
  })
}

test('the form needs no JavaScript: it leads to the matter’s own page', async () => {
  const answer = await submit({ text: '楼道灯坏了\r\n三天了', key: 'form-1' })
  expect(answer.status).toBe(303)
  const page = await town.as('visitor', { method: 'GET', url: String(answer.headers['location']) })
  const [matter] = await mattersWith('楼道灯坏了\n三天了')
  expect(page.status).toBe(200)
  expect(page.text).toContain(matter!.code.slice(0, 3))
  expect(matter).toMatchObject({ channel: 'code', path: 'G1.B1' })
  expect((await submit({ text: '楼道灯坏了\r\n三天了', key: 'form-1' })).headers['location']).toBe(
    answer.headers['location'],
  )
  expect(await mattersWith('楼道灯坏了\n三天了')).toHaveLength(1)
})

test('the receipt is signed by the community’s log, and the log keeps the promise', async () => {
  const { receipt, matter, code, link } = receiptOf(await post({ text: '井盖松了' }))
  expect([code, link]).toEqual([expect.stringMatching(/^\d{9}$/u), expect.stringMatching(/^\/m\/[\w-]{24}$/u)])
  await sequenceAll(town.ctx)
  const get = async (path: string) =>
    (await town.as('visitor', { method: 'GET', url: `/api/ledger/${SUN}/${path}` })).json()
  const { key } = (await get('checkpoint')) as { key: string }
  const opened = openReceipt(receipt, [
    parseNoteKey(key) as Exclude<ReturnType<typeof parseNoteKey>, { refused: string }>,
  ])
  if ('refused' in opened) throw new Error(opened.refused)
  const { entries } = (await get('entries?most=100')) as { entries: { entry: number; subject: string; hash: string }[] }
  const entry = entries.find(({ entry }) => String(entry) === opened.entryId)
  expect(entry?.subject).toBe(matter)
  expect(Buffer.from(entry!.hash, 'base64').toString('hex')).toBe(opened.leafHash)
})

test('one key, one matter: twice after another and eight times at once give the same receipt, code and link', async () => {
  const first = receiptOf(await post({ text: '车棚漏水' }, 'twice'))
  expect(receiptOf(await post({ text: '车棚漏水' }, 'twice'))).toEqual(first)
  const many = await Promise.all(Array.from({ length: 8 }, () => post({ text: '路灯不亮' }, 'at-once')))
  const receipts = many.map(receiptOf)
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
  expect(await mattersWith('路灯不亮')).toHaveLength(1)
  const other = await post({ text: '另一件事' }, 'twice')
  expect([other.status, (other.json() as { code: string }).code]).toEqual([409, 'idempotency-key-reused'])
})

test('an unknown code is told so, on the page and as JSON, and raises nothing', async () => {
  const answer = await post({ text: '没有这块牌', place: 'ABCDEFGH' })
  expect([answer.status, (answer.json() as { code: string }).code]).toEqual([404, 'place-unknown'])
  const form = { text: '没有这块牌' }
  expect((await town.as('visitor', { method: 'POST', url: '/p/ABCDEFGH', form })).status).toBe(404)
  expect(await mattersWith('没有这块牌')).toEqual([])
})

test('rare characters and emoji are kept as they were written', async () => {
  const text = '䶮㙓𠮷👨‍👩‍👧 家门口'
  const { link } = receiptOf(await post({ text, where: '㙓巷' }))
  const view = (await town.as('visitor', { method: 'GET', url: `/api/follow${link.slice(2)}` })).json() as object
  expect(view).toMatchObject({ text, place: '7号路灯杆 㙓巷' })
})

test('a text of ten megabytes is refused with words that say why', async () => {
  const answer = await post({ text: '长'.repeat(3_500_000) })
  expect([answer.status, (answer.json() as { code: string }).code]).toEqual([413, 'request-too-large'])
  const long = await submit({ text: '长'.repeat(4001) })
  expect([long.status, long.text.includes('长'.repeat(4001))]).toEqual([422, true])
})

test.each([
  ['fake', Buffer.from('this is no photo'), 422],
  ['of fifty megabytes', Buffer.alloc(50 * 1024 * 1024, 1), 422],
])('with a photo that is %s the words are kept', async (name, content, status) => {
  const words = `照片有问题：${name}`
  const answer = await submitWith(words, content)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(words)
  expect(await mattersWith(words)).toEqual([])
})

test('a full disk keeps the words, and says that it is full', async () => {
  const { write } = town.ctx.files
  const full = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
  Object.assign(town.ctx.files, { write: full })
  const { default: sharp } = await import('sharp')
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#8a6' } })
    .png()
    .toBuffer()
  const answer = await submitWith('硬盘满了也要留住', photo)
  Object.assign(town.ctx.files, { write })
  expect(answer.status).toBe(507)
  expect(answer.text).toContain('硬盘满了也要留住')
  expect(await mattersWith('硬盘满了也要留住')).toEqual([])
})

test('only who can be told is told: the party always, the raiser where they left a number', async () => {
  const kinds = async (json: object) => {
    town.jobs.length = 0
    const { matter } = receiptOf(await post(json))
    return town.jobs.filter(({ data }) => data['matter'] === matter).map(({ kind }) => kind)
  }
  expect(await kinds({ text: '没留电话' })).toEqual(['tell-party'])
  expect(await kinds({ text: '留了电话', phone: '13912345678' })).toEqual(['tell-raiser', 'tell-party'])
})
