// Matters that are raised aloud, on real PostgreSQL: one recording, one matter, whatever the line and whoever else sends.
import type { Receipt } from '@yishi/contract/matter'
import { MINUTE, later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { multipart, picture, uploadRecording } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { wavOf } from '../../testing/sound.ts'
import { type Part, codeOf, aloudIn } from './testing/aloud.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(() => town.advanceTo(later(town.ctx.clock.now(), MINUTE)))
const { submit, raiseAloud, get, fileOf, post, transcribe, count, noted } = aloudIn(() => town)

test('a matter may be raised by a recording alone, and is called after its place until somebody has listened', async () => {
  const { view, recording } = await raiseAloud()
  expect(view.title).toBe('语音上报 · 7号路灯杆（待转写）')
  expect([view.text, recording.seconds]).toEqual(['', 4])
  expect((await submit(['text', ' '])).text).toContain('请写一句，或者录一段')
})

test('a file that is no recording is told so; words and photos are kept', async () => {
  const answer = await submit(['text', '电梯异响'], ['photos', await picture()], ['recording', Buffer.from('不是录音')])
  expect(answer.status).toBe(422)
  for (const kept of ['这个文件不是录音', '电梯异响', 'name="kept"']) expect(answer.text).toContain(kept)
  const tooLarge = await submit(['text', '电梯异响'], ['recording', Buffer.alloc(4 * 1024 * 1024 + 1, 1)])
  expect([tooLarge.status, tooLarge.text.includes('超过 4 兆')]).toEqual([422, true])
  expect((await submit(['recording', wavOf(140)])).text).toContain('超过 2 分钟')
  expect(await count('matter', sql`body = '电梯异响'`)).toBe(0)
})

test('a recording outlives a mistake elsewhere in the form', async () => {
  const wrong = await submit(['recording', wavOf(4)], ['phone', '不是号码'])
  expect(wrong.status).toBe(422)
  const [, id = ''] = /name="recordingKept" value="(rec_\w+)"/u.exec(wrong.text) ?? []
  expect(wrong.text).toContain('已经收好的一段录音（4 秒）')
  expect((await submit(['recordingKept', id], ['key', 'second-try'])).status).toBe(303)
  expect((await submit(['recordingKept', id], ['key', 'third-try'])).status, 'belongs to a matter by now').toBe(422)
})

test('a form sent twice on a bad line, each time with its recording, raises one matter', async () => {
  const parts: Part[] = [
    ['text', '两次发送'],
    ['key', 'bad-line'],
    ['recording', wavOf(3)],
  ]
  const [first, again] = [await submit(...parts), await submit(...parts)]
  expect(again.headers['location']).toBe(first.headers['location'])
  expect(await count('matter', sql`body = '两次发送'`)).toBe(1)
})

test('of many who claim one recording at once, one gets it', async () => {
  const recording = await uploadRecording(town)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => post('raiser', '/api/matters', { place: town.plate, recording, text: '' })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422, 422, 422, 422])
  expect(codeOf(answers.find(({ status }) => status === 422)!)).toBe('recording-unknown')
})

test('of many who send one recording with a remark at once, one sends it', async () => {
  const [recording, ...told] = [await uploadRecording(town), await raiseAloud(), await raiseAloud(), await raiseAloud()]
  const answers = await Promise.all(
    told.map(({ token }) => post('visitor', `/api/follow/${token}/remark`, { text: '', recording })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422])
})

test('whoever is refused among many who raise together has left the recording for another time', async () => {
  const recording = await uploadRecording(town)
  const ask = (who: Caller, more: object) => post(who, '/api/matters', { place: town.plate, text: '一起说', ...more })
  const answers = await Promise.all([
    ask('raiser', {}),
    ask('raiser', {}),
    ask('neighbour', { recording, channel: 'phone' }),
    ask('raiser', {}),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 403, 201])
  expect((await ask('neighbour', { recording })).status).toBe(201)
})

test('who knows the id of another matter’s recording hears it nowhere else', async () => {
  const { matter, recording } = await raiseAloud()
  const other = await raiseAloud()
  const stolen = { text: '', recording: recording.id }
  expect((await post('visitor', `/api/follow/${other.token}/remark`, stolen)).status).toBe(422)
  expect((await post('staff', `/api/matters/${other.matter}/remark`, stolen)).status).toBe(422)
  for (const url of [
    `/m/${other.token}/recordings/${recording.id}`,
    `/api/matters/${other.matter}/recordings/${recording.id}`,
  ])
    expect((await get('staff', url)).status, url).toBe(404)
  expect((await transcribe(other.matter, recording.id, '听到了')).status).toBe(422)
  expect((await fileOf(matter)).recordings[0]!.transcript).toBeNull()
})

test('a recording belongs to the community that took it in', async () => {
  const part = multipart('recording', wavOf(2))
  const elsewhere = await town.as('staff-elsewhere', { method: 'POST', url: '/api/recordings', ...part })
  const { id } = elsewhere.json() as { id: string }
  const answer = await post('raiser', '/api/matters', { place: town.plate, recording: id })
  expect([answer.status, codeOf(answer)]).toEqual([422, 'recording-unknown'])
})

test('a full disk keeps the words', async () => {
  const { write } = town.ctx.files
  const full = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
  Object.assign(town.ctx.files, { write: full })
  const answer = await submit(['text', '录音存不下'], ['recording', wavOf(2)])
  Object.assign(town.ctx.files, { write })
  expect([answer.status, answer.text.includes('录音存不下')]).toEqual([507, true])
})

test('what is noted down lies in the node that was named, if the taker of the note covers it', async () => {
  const { matter } = (await noted('staff', { node: 'nod_b1' })).json() as unknown as Receipt
  const row = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('matter')
      .select(['path', 'place_id'])
      .where('matter_id', '=', matter as 'mat_1')
      .executeTakeFirstOrThrow(),
  )
  expect(row.path).toBe('G1.B1')
  expect((await fileOf(matter)).place).toBe('1号楼')
  expect(codeOf(await noted('staff', { node: 'nod_none' }))).toBe('node-unknown')
  const answers = await Promise.all([
    noted('building-leader', { node: 'nod_b1' }),
    noted('grid-worker-here', { node: 'nod_b1' }),
    noted('grid-worker-elsewhere', { node: 'nod_b1' }),
    noted('grid-worker-here', {}),
    noted('neighbour', { node: 'nod_b1' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 403, 403, 403])
  expect(row.place_id).toMatch(/^plc_/u)
})
