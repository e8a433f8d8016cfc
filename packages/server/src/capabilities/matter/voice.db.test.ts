import type { FollowView, MatterFile, Receipt } from '@yishi/contract/matter'
import { DAY, HOUR, MINUTE, later } from '@yishi/domain/kernel'
import type { Board } from '@yishi/contract/board'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MOON, SUN } from '../../fences/building.ts'
import { multipart, picture, uploadRecording } from '../../fences/ground.ts'
import type { Caller } from '../../fences/people.ts'
import { type Answer, type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { wavOf } from '../../testing/sound.ts'
import { sweepRecordings, transcriberJobs } from '../recording/index.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())
beforeEach(() => town.advanceTo(later(town.ctx.clock.now(), MINUTE)))

type Part = readonly [name: string, content: string | Buffer]

const formOf = (...parts: readonly Part[]) => {
  const body = parts.map(([name, content]) => {
    const file = typeof content === 'string' ? '' : '; filename="voice.wav"'
    const head = `--b\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')])
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=b' }
  return { payload: Buffer.concat([...body, Buffer.from('--b--\r\n')]), headers }
}
const submit = (...parts: readonly Part[]) =>
  town.as('visitor', { method: 'POST', url: `/p/${town.plate}`, ...formOf(['publicity', 'nameless'], ...parts) })
const raiseAloud = async (...parts: readonly Part[]) => {
  const answer = await submit(['recording', wavOf(4)], ...parts)
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, ''])
  const token = String(answer.headers['location']).slice('/m/'.length).split('?')[0]!
  const view: FollowView = (await town.as('visitor', { method: 'GET', url: `/api/follow/${token}` })).json()
  return { token, view, matter: view.matter, recording: view.story[0]!.recording! }
}
const get = (who: Caller, url: string, headers: Record<string, string> = {}) =>
  town.as(who, { method: 'GET', url, headers })
const fileOf = async (matter: string): Promise<MatterFile> => (await get('staff', `/api/matters/${matter}`)).json()
const post = (who: Caller, url: string, json: object) => town.as(who, { method: 'POST', url, json })
const codeOf = (answer: Answer) => (answer.json() as { code: string }).code
const transcribe = (matter: string, recording: string, text: string, who: Caller = 'staff') =>
  post(who, `/api/matters/${matter}/transcribe`, { recording, text })
const count = async (table: string, where = sql`true`) => {
  const { rows } = await inCommunities(town.ctx.db, [SUN, MOON], (trx) =>
    sql<{ n: number }>`select count(*)::integer as n from ${sql.table(`app.${table}`)} where ${where}`.execute(trx),
  )
  return rows[0]!.n
}

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

const noted = (who: Caller, more: object) =>
  post(who, '/api/matters', { text: '电话里说灯坏了', channel: 'phone', ...more })

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
