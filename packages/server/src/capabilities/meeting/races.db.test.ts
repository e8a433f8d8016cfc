// Two at once around a meeting: of two that cannot both be right one wins, and what is refused leaves nothing behind.
import type { MatterFile } from '@yishi/contract/matter'
import type { MeetingFile } from '@yishi/contract/meeting'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { act, call, callBody, matterToTalk, post, resolution, signInByForm, sitting } from './testing/hall.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const fileOf = async (meeting: string): Promise<MeetingFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/meetings/${meeting}` })).json()
const stageOf = async (matter: string): Promise<MatterFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}` })).json()
const entries = (subject: string, type: string) =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from app.ledger_entry where subject = ${subject} and type = ${type}`.execute(trx)
    return rows[0]!.n
  })
const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)

test('two people sign in to one seat at once: one sits there, the other is told to choose again', async () => {
  const { matter } = await matterToTalk(town)
  const file = await call(town, matter)
  const names = ['甲乙', '丙丁', '戊己', '庚辛']
  const answers = await Promise.all(names.map((name) => signInByForm(town, file, '3', name)))
  expect(statuses(answers)).toEqual([303, 422, 422, 422])
  expect((await fileOf(file.meeting)).present).toHaveLength(1)
  expect(await entries(file.meeting, 'SignedIn')).toBe(1)
})

test('the database itself gives a seat to nobody twice', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  const again = inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .insertInto('meeting_attendee')
      .values({
        community_id: SUN,
        meeting_id: meeting as `mtg_${string}`,
        number: 99,
        invitee: 1,
        name: '冒名',
        household: '',
        person_id: null,
        way: 'phone',
        at: town.ctx.clock.now(),
      })
      .execute(),
  )
  await expect(again).rejects.toThrow(/meeting_attendee_community_id_meeting_id_invitee_key/u)
})

test('closing while people sign in: whoever was too late is not counted, and the minutes agree with the list', async () => {
  const { matter } = await matterToTalk(town)
  const file = await sitting(town, matter)
  const [closed, ...signed] = await Promise.all([
    post(town, 'staff', `/api/meetings/${file.meeting}/close`, { result: 'agreed' }),
    ...['三', '四', '五'].map((name) => signInByForm(town, file, 'guest', `旁听${name}`)),
  ])
  expect(closed.status).toBe(200)
  const came = signed.filter(({ status }) => status === 303).length
  const after = await fileOf(file.meeting)
  expect(after.present).toHaveLength(2 + came)
  expect(after.minutes!.text).toContain(`到会 ${2 + came} 人`)
  for (const late of signed.filter(({ status }) => status !== 303)) expect(late.text).toContain('会已经散了')
})

test('of two closings one counts, and the orders are placed once', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  await act(town, meeting, 'resolve', resolution())
  const close = (who: 'staff' | 'branch', result: string) =>
    post(town, who, `/api/meetings/${meeting}/close`, { result })
  expect(
    statuses(await Promise.all([close('staff', 'agreed'), close('branch', 'agreed'), close('staff', 'not-agreed')])),
  ).toEqual([200, 409, 409])
  expect(await entries(meeting, 'MeetingClosed')).toBe(1)
  expect((await stageOf(matter)).orders.length).toBeLessThanOrEqual(1)
  expect(await entries(matter, 'OrdersPlaced')).toBe((await stageOf(matter)).orders.length)
})

test('the matter leaves its stage while the meeting sits: either the meeting decided first, or it is called off', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { matter } = await matterToTalk(town)
    const { meeting } = await sitting(town, matter)
    const [closed, talked] = await Promise.all([
      post(town, 'staff', `/api/meetings/${meeting}/close`, { result: 'agreed' }),
      post(town, 'branch', `/api/matters/${matter}/record-talk`, { result: 'agreed', summary: '场外谈妥了' }),
    ])
    expect(statuses([closed, talked])).toEqual([200, 409])
    expect((await fileOf(meeting)).status).toBe(closed.status === 200 ? 'closed' : 'cancelled')
    expect((await stageOf(matter)).stage.act).toBe('assign')
  }
})

test('of two calls about one matter one counts', async () => {
  const { matter } = await matterToTalk(town)
  const body = callBody(town)
  const asked = (who: 'staff' | 'branch') => post(town, who, `/api/matters/${matter}/meetings`, body)
  const answers = await Promise.all([asked('staff'), asked('branch'), asked('staff')])
  expect(statuses(answers)).toEqual([200, 409, 409])
  expect((answers.find(({ status }) => status === 409)!.json() as { code: string }).code).toBe('one-at-a-time')
})

test('a call sent twice under one key is one meeting', async () => {
  const { matter } = await matterToTalk(town)
  const asking = {
    method: 'POST',
    url: `/api/matters/${matter}/meetings`,
    json: callBody(town),
    headers: { 'idempotency-key': 'call-once' },
  } as const
  const [first, again] = [await town.as('staff', asking), await town.as('staff', asking)].map(
    (answer) => answer.json() as MeetingFile,
  )
  expect(again!.meeting).toBe(first!.meeting)
})

test('two signatures at once complete the minutes once', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  await act(town, meeting, 'close', { result: 'agreed' })
  const sign = (attendee: number) => post(town, 'staff', `/api/meetings/${meeting}/sign-minutes`, { attendee })
  expect(statuses(await Promise.all([sign(1), sign(2), sign(1)]))).toEqual([200, 200, 409])
  const leaves = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('ledger_entry')
      .select('leaf')
      .where('subject', '=', meeting)
      .where('type', '=', 'MinutesSigned')
      .execute(),
  )
  expect(leaves.filter(({ leaf }) => leaf.includes('"complete":true'))).toHaveLength(1)
})
