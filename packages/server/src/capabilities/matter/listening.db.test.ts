// Hearing a recording on real PostgreSQL: who may, what is noted of it, what is typed after it, and when it goes.
import { DAY, HOUR, MINUTE, later } from '@yishi/domain/kernel'
import type { Board } from '@yishi/contract/board'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { uploadRecording } from '../../fences/ground.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { wavOf } from '../../testing/sound.ts'
import { sweepRecordings, transcriberJobs } from '../recording/index.ts'
import { aloudIn, formOf } from './testing/aloud.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(() => town.advanceTo(later(town.ctx.clock.now(), MINUTE)))
const { raiseAloud, get, fileOf, transcribe, count } = aloudIn(() => town)

test('a player seeks in it; nothing between keeps it, and its bytes run nowhere', async () => {
  const { token, recording } = await raiseAloud()
  const url = `/m/${token}/recordings/${recording.id}`
  const whole = await town.app.inject({ method: 'GET', url })
  const { length } = whole.rawPayload
  expect(whole.headers).toMatchObject({
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': String(length),
  })
  expect(String(whole.headers['content-security-policy'])).toContain('sandbox')
  const part = async (range: string) => {
    const { statusCode, headers, rawPayload } = await town.app.inject({ method: 'GET', url, headers: { range } })
    return [statusCode, headers['content-range'] ?? null, rawPayload.length]
  }
  expect(await part('bytes=0-1')).toEqual([206, `bytes 0-1/${length}`, 2])
  expect(await part('bytes=100-')).toEqual([206, `bytes 100-${length - 1}/${length}`, length - 100])
  expect(await part('bytes=-50')).toEqual([206, `bytes ${length - 50}-${length - 1}/${length}`, 50])
  expect(await part(`bytes=${length}-`)).toEqual([416, `bytes */${length}`, 0])
  expect(await part('bytes=0-1,5-9')).toEqual([200, null, length])
  expect(await part('lines=1-2')).toEqual([200, null, length])
})

test('whoever of the house listens is noted each time, and the raiser is not', async () => {
  const { token, matter, recording } = await raiseAloud()
  await get('visitor', `/m/${token}/recordings/${recording.id}`)
  await get('neighbour', `/api/matters/${matter}/recordings/${recording.id}`)
  expect(await count('sensitive_read', sql`subject = ${recording.id}`)).toBe(0)
  for (const who of ['staff', 'grid-worker-here', 'staff'] as const) {
    await town.advanceTo(later(town.ctx.clock.now(), MINUTE))
    expect((await get(who, `/api/matters/${matter}/recordings/${recording.id}`)).status).toBe(200)
  }
  const rows = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('sensitive_read').select(['person_id', 'fields']).where('subject', '=', recording.id).execute(),
  )
  expect(rows.map(({ person_id: person, fields }) => [person, ...fields])).toEqual(
    expect.arrayContaining([
      ['per_staff', 'voice'],
      ['per_gridworkerhere', 'voice'],
    ]),
  )
  expect(rows).toHaveLength(3)
})

test('what the desk types becomes the matter’s text and name, may be corrected, and moves suggestion, search and board', async () => {
  const { matter, recording, token } = await raiseAloud()
  const board = async (query: string): Promise<Board> => (await get('staff', `/api/board?${query}`)).json()
  const shown = (all: Board) => all.rows.find((row) => row.matter === matter)
  expect(shown(await board('filter=unheard&perPage=100'))?.notes).toContain('unheard')
  expect(await fileOf(matter)).toMatchObject({ suggestion: null, recordings: [{ isText: true, transcript: null }] })
  expect((await transcribe(matter, recording.id, '三楼电梯困住人了！快来')).status).toBe(200)
  const typed = await fileOf(matter)
  expect(typed).toMatchObject({
    title: '三楼电梯困住人了',
    text: '三楼电梯困住人了！快来',
    suggestion: { kind: 'lift' },
  })
  expect(shown(await board('filter=unheard&perPage=100'))).toBeUndefined()
  expect(shown(await board(`search=${encodeURIComponent('困住人')}`))?.title).toBe('三楼电梯困住人了')
  expect((await transcribe(matter, recording.id, '四楼电梯困住人了！快来')).status).toBe(200)
  const corrected = await fileOf(matter)
  expect([corrected.title, corrected.text]).toEqual(['三楼电梯困住人了', '四楼电梯困住人了！快来'])
  const told = corrected.story.filter(({ type }) => type === 'RecordingTranscribed')
  expect(told.map(({ by, facts }) => [by?.name, facts['again']])).toEqual([
    ['社工周垚', false],
    ['社工周垚', true],
  ])
  const page = await get('visitor', `/m/${token}`)
  expect(page.text).toContain('更正了录音的文字')
})

test('a recording beside words or in a remark adds its text to the story, and the text stays', async () => {
  const { matter, token, recording } = await raiseAloud(['text', '灯不亮'])
  const more = await town.as('visitor', {
    method: 'POST',
    url: `/m/${token}/remark`,
    ...formOf(['recording', wavOf(2)]),
  })
  expect(more.headers['location']).toBe(`/m/${token}?said=remarked`)
  const [first, second] = (await fileOf(matter)).recordings
  expect([first!.id, first!.isText, second!.isText]).toEqual([recording.id, false, false])
  await transcribe(matter, second!.id, '现在楼下也停电了')
  const file = await fileOf(matter)
  expect([file.title, file.text]).toEqual(['灯不亮', '灯不亮'])
  expect(file.recordings.map(({ transcript }) => transcript)).toEqual([null, '现在楼下也停电了'])
  expect(file.story.at(-1)).toMatchObject({ type: 'RecordingTranscribed', text: '现在楼下也停电了' })
})

test('the leaf holds no voice: neither id nor digest stand in the public ledger, and the opening binds the bytes', async () => {
  const { matter, recording } = await raiseAloud()
  const { rows } = await inCommunities(town.ctx.db, [SUN], (trx) =>
    sql<{ leaf: string; opened: { sha256: string; recording: string } }>`
      select leaf, (select openings -> 'recording' -> 'value' from app.ledger_opening o where o.community_id = e.community_id and o.entry_id = e.entry_id) as opened
      from app.ledger_entry e where subject = ${matter} and type = 'MatterRaised'`.execute(trx),
  )
  const { leaf, opened } = rows[0]!
  expect(opened.recording).toBe(recording.id)
  expect(leaf).toContain('"recording"')
  for (const trace of [recording.id, opened.sha256]) expect(leaf).not.toContain(trace)
  const { sha256 } = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('recording')
      .select('sha256')
      .where('recording_id', '=', recording.id as 'rec_1')
      .executeTakeFirstOrThrow(),
  )
  expect(opened.sha256).toBe(sha256)
})

test('a speech engine suggests beside the recording, and changes nothing by itself', async () => {
  town.jobs.length = 0
  const { matter, recording } = await raiseAloud()
  const jobs = town.jobs.filter(({ kind }) => kind === 'suggest-transcript')
  expect(jobs.map(({ data }) => data)).toEqual([{ community: SUN, recording: recording.id }])
  await town.handlers['suggest-transcript']!(town.ctx, [jobs[0]!.data])
  expect((await fileOf(matter)).recordings[0]!.suggestion).toBeNull()
  const heard: string[] = []
  const engine = transcriberJobs({
    name: '听写一号',
    transcribe: (content, type, lang) => {
      heard.push(`${type} ${content.length > 1000} ${lang}`)
      return Promise.resolve(' 门口的灯坏了 ')
    },
  })
  await engine['suggest-transcript']!(town.ctx, [jobs[0]!.data])
  expect(heard).toEqual(['audio/wav true zh'])
  const file = await fileOf(matter)
  expect(file.recordings[0]).toMatchObject({ transcript: null, suggestion: { text: '门口的灯坏了', by: '听写一号' } })
  expect([file.text, file.title]).toEqual(['', '语音上报 · 7号路灯杆（待转写）'])
  await transcribe(matter, recording.id, '门口的灯坏了')
  expect((await fileOf(matter)).recordings[0]!.suggestion).toBeNull()
})

test('what was recorded and never sent is gone after a day, with its bytes; what was sent stays', async () => {
  const { matter, recording } = await raiseAloud()
  const unsent = await uploadRecording(town)
  await town.advanceTo(later(town.ctx.clock.now(), 23 * HOUR))
  await sweepRecordings(town.ctx)
  expect(await town.ctx.files.read(`${SUN}/voice/${unsent}`)).not.toBeNull()
  await town.advanceTo(later(town.ctx.clock.now(), DAY))
  await sweepRecordings(town.ctx)
  expect(await town.ctx.files.read(`${SUN}/voice/${unsent}`)).toBeNull()
  expect(await count('recording', sql`recording_id = ${unsent}`)).toBe(0)
  expect((await get('staff', `/api/matters/${matter}/recordings/${recording.id}`)).status).toBe(200)
})
