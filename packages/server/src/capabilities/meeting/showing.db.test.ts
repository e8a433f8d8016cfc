// What a meeting shows, and to whom: its calendar file, its public page, the big screen, the lists, and the papers with names.
import type { Meetings } from '@yishi/contract/meeting'
import { DAY, type Instant, MINUTE, later } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import type { Caller } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { meetingNow, meetingsAhead } from './index.ts'
import { act, call, matterToTalk, resolution, signInByForm, sitting } from './testing/hall.ts'
import { meetingRoom } from './testing/room.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())
const { get, pageOf, entriesOf } = meetingRoom(() => town)

test('the calendar file keeps its name, counts its changes, and is called off', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting, code, when } = await call(town, matter)
  const calendar = async () => (await town.as('visitor', { method: 'GET', url: `/meetings/${code}/calendar.ics` })).text
  const utc = (at: string) => at.replaceAll(/[-:]|\.000/gu, '')
  const first = await calendar()
  for (const line of [
    'BEGIN:VCALENDAR',
    'METHOD:PUBLISH',
    `UID:${meeting}@127.0.0.1:3000`,
    `DTSTART:${utc(when)}`,
    'SEQUENCE:0',
    'SUMMARY:路灯怎么换',
    'LOCATION:居委会会议室',
  ])
    expect(first).toContain(line)
  // Twenty minutes for the first item; the second has no time of its own.
  expect(first).toContain(`DTEND:${utc(later(when as Instant, 20 * 60_000))}`)
  expect(first.split('\r\n').every((line) => !line.includes('\n'))).toBe(true)
  const moved = later(when as Instant, DAY)
  await act(town, meeting, 'change', { when: moved, where: '活动室' })
  expect(await calendar()).toMatch(new RegExp(`DTSTART:${utc(moved)}[^]*SEQUENCE:1`, 'u'))
  await act(town, meeting, 'cancel', { reason: '停电' })
  expect(await calendar()).toMatch(
    /METHOD:CANCEL[^]*SEQUENCE:2[^]*STATUS:CANCELLED|METHOD:CANCEL[^]*STATUS:CANCELLED[^]*SEQUENCE:2/u,
  )
})

test('the public page masks names, and of a matter that is not public it tells only where and when', async () => {
  const open = await matterToTalk(town)
  const first = await sitting(town, open.matter)
  await signInByForm(town, first, '3', '暗号居民兰亭')
  await act(town, first.meeting, 'note', { item: 1, text: '暗号居民兰亭说电话13700008888', by: '' })
  await act(town, first.meeting, 'sign-in', { invitee: null, name: '居民' })
  await act(town, first.meeting, 'resolve', { item: 1, text: '居民和居民代表都同意换灯' })
  await act(town, first.meeting, 'close', { result: 'agreed' })
  expect(await pageOf(first.code)).not.toContain('会议纪要')
  await act(town, first.meeting, 'sign-minutes', { attendee: 1 })
  await act(town, first.meeting, 'sign-minutes', { attendee: 3 })
  const page = await pageOf(first.code)
  expect(page).toContain('暗*****')
  expect(page).toContain('晨光党总支')
  expect(page).toContain('居民和居民代表都同意换灯')
  for (const secret of ['暗号居民兰亭', '吴书记', '13700008888']) expect(page).not.toContain(secret)
  const shut = await matterToTalk(town, { publicity: 'closed', title: '暗号家事' })
  const second = await call(town, shut.matter, { title: '暗号议题' })
  const closed = await pageOf(second.code)
  expect(closed).toContain('居委会会议室')
  for (const secret of ['暗号家事', '暗号议题', '换什么灯']) expect(closed).not.toContain(secret)
})

test('a form without JavaScript comes back with what is wrong, and everything that was written', async () => {
  const { matter } = await matterToTalk(town)
  const file = await call(town, matter)
  const wrong = await signInByForm(town, { ...file, door: '000000' }, '3', '王阿姨')
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('签到码不对，请看会场里贴的六位数字')
  expect(wrong.text).toContain('value="王阿姨"')
  expect((await signInByForm(town, file, '3', '王阿姨')).headers['location']).toBe(
    `/meetings/${file.code}?said=signed-in`,
  )
  expect((await signInByForm(town, file, '3', '李阿姨')).text).toContain('这个席位已经有人签到了')
  expect((await signInByForm(town, file, 'guest', '王阿姨')).text).toContain('这个名字签过到了')
  const far = await matterToTalk(town)
  const tomorrow = await call(town, far.matter, { when: later(town.ctx.clock.now(), DAY) })
  expect((await signInByForm(town, tomorrow, '3', '王阿姨')).text).toContain('还没到签到的时间')
})

test('the big screen shows the item under discussion, its time, and its options', async () => {
  const now = () => inCommunities(town.ctx.db, [SUN], (trx) => meetingNow(trx, SUN, town.ctx.clock.now()))
  const { matter } = await matterToTalk(town)
  const when = later(town.ctx.clock.now(), 90 * 60_000)
  const { meeting, code } = await call(town, matter, { when })
  await act(town, meeting, 'sign-in', { invitee: 1, name: '吴书记' })
  await act(town, meeting, 'open', { chair: 1 })
  expect(await now()).toMatchObject({ title: '路灯怎么换', quorate: false, item: null, options: [] })
  await act(town, meeting, 'begin-item', { item: 1 })
  await act(town, meeting, 'offer-option', { item: 1, title: '换节能灯' })
  const since = town.ctx.clock.now()
  expect(await now()).toMatchObject({
    item: { text: '换什么灯', since, ends: later(since, 20 * 60_000) },
    options: [{ title: '换节能灯' }],
  })
  await act(town, meeting, 'begin-item', { item: 2 })
  expect(await now()).toMatchObject({ item: { text: '谁来换', ends: null }, options: [] })
  await act(town, meeting, 'close', { result: null })
  expect((await now())?.code).not.toBe(code)
})

test('what is to come is told for the public pages, the next first, and nothing of a matter that is not public', async () => {
  const ahead = () => inCommunities(town.ctx.db, [SUN], (trx) => meetingsAhead(trx, SUN, town.ctx.clock.now()))
  const inMinutes = (minutes: number) => later(town.ctx.clock.now(), minutes * MINUTE)
  const [open, shut] = [await matterToTalk(town), await matterToTalk(town, { publicity: 'closed', title: '暗号家事' })]
  const { code } = await call(town, open.matter, { when: inMinutes(30) })
  const hidden = await call(town, shut.matter, { when: inMinutes(20) })
  const sooner = await call(town, (await matterToTalk(town)).matter, { when: inMinutes(10) })
  const codes = (await ahead()).map((each) => each.code)
  expect(codes.indexOf(sooner.code)).toBeLessThan(codes.indexOf(code))
  expect(codes).toContain(code)
  expect(codes).not.toContain(hidden.code)
  await act(town, sooner.meeting, 'cancel', { reason: '场地漏水' })
  expect((await ahead()).map((each) => each.code)).not.toContain(sooner.code)
})

test('the list has what is to come first, and nobody else’s', async () => {
  const { rows } = await get<Meetings>('staff', '/api/meetings')
  const statuses = rows.map(({ status }) => status)
  const rank = (status: string) => (['called', 'sitting'].includes(status) ? 0 : status === 'closed' ? 1 : 2)
  expect(statuses.map(rank)).toEqual(statuses.map(rank).toSorted((a, b) => a - b))
  expect(rows.length).toBeGreaterThan(5)
  expect((await get<Meetings>('staff-elsewhere', '/api/meetings')).rows).toEqual([])
  expect((await get<Meetings>('grid-worker-elsewhere', '/api/meetings')).rows).toEqual([])
})

test('the papers carry names, and open only to who may open the file', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  const paper = async (who: Caller, sheet: string) =>
    town.as(who, { method: 'GET', url: `/papers/meetings/${meeting}?sheet=${sheet}` })
  expect((await paper('staff', 'sign-in')).text).toContain('吴书记')
  await act(town, meeting, 'close', { result: 'agreed' })
  expect((await paper('staff', 'minutes')).text).toContain('路灯怎么换 纪要')
  expect([(await paper('visitor', 'minutes')).status, (await paper('police', 'minutes')).status]).toEqual([303, 403])
})

test('the words and names of a meeting are sealed', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting, code, door } = await sitting(town, matter)
  await act(town, meeting, 'resolve', resolution())
  await act(town, meeting, 'close', { result: 'agreed' })
  const leaves = (await entriesOf(meeting)).map(({ leaf }) => leaf).join('\n')
  expect(leaves).toMatch(/^[\x20-\x7e\n]*$/u)
  for (const secret of ['吴书记', '换成节能灯', code, door, 'per_']) expect(leaves).not.toContain(secret)
})
