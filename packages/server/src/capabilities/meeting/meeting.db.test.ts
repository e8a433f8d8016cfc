import type { FollowView, MatterFile } from '@yishi/contract/matter'
import type { MeetingFile, Meetings } from '@yishi/contract/meeting'
import { addDays, localDateOf, localTimeOf } from '@yishi/domain/calendar'
import { DAY, type Instant, MINUTE, later } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, PEOPLE, partyId, personId } from '../../fences/people.ts'
import { passIn } from '../../fences/steps.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { meetingNow, meetingsAhead } from './index.ts'
import {
  act,
  call,
  callBody,
  matterToTalk,
  meetingsOf,
  post,
  resolution,
  signInByForm,
  sitting,
} from './testing/hall.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const get = async <T>(who: Caller, url: string): Promise<T> => (await town.as(who, { method: 'GET', url })).json()
const fileOf = (matter: string) => get<MatterFile>('staff', `/api/matters/${matter}`)
const codeOf = (answer: Awaited<ReturnType<typeof post>>): string => (answer.json() as { code: string }).code
const pageOf = async (code: string) => (await town.as('visitor', { method: 'GET', url: `/meetings/${code}` })).text
const tellAll = async () => {
  for (const { kind, data } of town.jobs.splice(0)) await town.handlers[kind]!(town.ctx, [data])
}
const advance = (to: Instant) => passIn(town, to)
const entriesOf = (subject: string) =>
  inCommunities(town.ctx.db, [SUN], (trx) =>
    trx
      .selectFrom('ledger_entry')
      .select(['type', 'leaf'])
      .where('subject', '=', subject)
      .orderBy('entry_id')
      .execute(),
  )

test('a call begins with the seats of the stage and who fills them here', async () => {
  const { matter } = await matterToTalk(town)
  const draft = await get<object>('staff', `/api/matters/${matter}/meeting-draft`)
  expect(draft).toMatchObject({
    format: 'open',
    seats: [{ key: 'branch', must: false }, { key: 'neighbours' }, { key: 'committee' }],
    invited: [
      { seat: 'branch', party: partyId('branch'), name: '晨光党总支' },
      { seat: 'neighbours', party: null },
      { party: partyId('committee') },
    ],
    share: null,
  })
  const five = await get<{ seats: { must: boolean }[] }>(
    'staff',
    `/api/matters/${matter}/meeting-draft?format=five-party`,
  )
  expect(five.seats.map(({ must }) => must)).toEqual([true, true, true, true, true])
})

test('from the call to signed minutes: the quorum, a resolution that becomes an order by itself, and every version kept', async () => {
  const { matter } = await matterToTalk(town)
  const called = await call(town, matter)
  expect(called).toMatchObject({
    status: 'called',
    round: 1,
    invited: [{ name: '晨光党总支' }, { name: '晨光居民区' }, {}, {}],
  })
  const { meeting } = called
  await act(town, meeting, 'sign-in', { invitee: 1, name: '吴书记' })
  await act(town, meeting, 'open', { chair: 1 })
  const early = await post(town, 'staff', `/api/meetings/${meeting}/resolve`, resolution())
  expect([early.status, codeOf(early)]).toEqual([409, 'not-quorate'])
  expect((await signInByForm(town, called, '3', '暗号居民兰亭')).status).toBe(303)
  await act(town, meeting, 'begin-item', { item: 1 })
  await act(town, meeting, 'note', { item: 1, text: '晚上看不见路', by: '居民代表' })
  await act(town, meeting, 'offer-option', {
    item: 1,
    title: '换节能灯',
    pros: ['省电'],
    cons: [],
    cost: '360.00',
    by: '物业',
  })
  const resolved = await act(town, meeting, 'resolve', resolution('2026-03-10'))
  expect(resolved.quorum).toMatchObject({ quorate: true })
  const closed = await act(town, meeting, 'close', { result: 'agreed' })
  expect(closed.minutes?.text).toContain('换成节能灯（安居物业牵头负责：换三盏节能灯，2026 年 3 月 10 日前办好）')
  const file = await fileOf(matter)
  expect(file.stage.act).toBe('do')
  expect(file.orders).toMatchObject([
    { partyName: '安居物业', task: '换三盏节能灯', by: '2026-03-10', overdue: false, lead: true },
  ])
  expect(closed.resolutions).toMatchObject([{ order: file.orders[0]!.order }])
  expect(await meetingsOf(town, matter)).toMatchObject({
    rounds: [{ result: 'agreed', quorate: true }],
    mayCall: false,
    waiting: [],
  })
  const corrected = await act(town, meeting, 'correct-minutes', { text: `${closed.minutes!.text}\n补：灯由物业采购。` })
  expect(corrected.versions.map(({ version }) => version)).toEqual([1, 2])
  await act(town, meeting, 'sign-minutes', { attendee: 1 })
  const signed = await act(town, meeting, 'sign-minutes', { attendee: 2 })
  expect(signed).toMatchObject({
    status: 'minuted',
    minutes: { version: 2 },
    signatures: [{ attendee: 1, noted: true }, { attendee: 2 }],
    may: [],
  })
  expect(file.story.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['MeetingCalled', 'ResolutionRecorded', 'MeetingClosed', 'OrdersPlaced']),
  )
})

test('without a quorum nothing is settled, and the next round may be called', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await call(town, matter)
  await act(town, meeting, 'sign-in', { invitee: 1, name: '吴书记' })
  await act(town, meeting, 'open', { chair: 1 })
  const refused = await post(town, 'staff', `/api/meetings/${meeting}/close`, { result: 'agreed' })
  expect(refused.json()).toMatchObject({ code: 'not-quorate', title: '到会人数不够', facts: { present: 1, needed: 2 } })
  await act(town, meeting, 'close', { result: null })
  expect((await fileOf(matter)).stage.act).toBe('discuss')
  await advance(later(town.ctx.clock.now(), MINUTE))
  const second = await call(town, matter, {
    format: 'bench',
    share: null,
    invited: [{ seat: 'neighbours', name: '楼组长' }],
  })
  expect(second).toMatchObject({ round: 2, earlier: [{ meeting, quorate: false, result: null }] })
})

test('what could not be handed out yet is kept, offered, and gone once its party has an order', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  await act(town, meeting, 'resolve', resolution('2026-03-10'))
  // Not agreed: the matter goes to the street office first.
  await act(town, meeting, 'close', { result: 'not-agreed' })
  expect((await fileOf(matter)).stage.act).toBe('review')
  const waiting = [
    { party: partyId('property'), partyName: '安居物业', what: '换三盏节能灯', by: '2026-03-10', lead: true, meeting },
  ]
  expect((await meetingsOf(town, matter)).waiting).toMatchObject(waiting)
  await post(town, 'street-office', `/api/matters/${matter}/sign`, { seat: 'street', verdict: 'approved' })
  expect((await fileOf(matter)).stage.act).toBe('assign')
  expect((await meetingsOf(town, matter)).waiting).toMatchObject(waiting)
  const orders = waiting.map(({ party, what: task, by, lead }) => ({ party, task, by, lead }))
  expect((await post(town, 'staff', `/api/matters/${matter}/place-orders`, { orders })).status).toBe(200)
  expect((await meetingsOf(town, matter)).waiting).toEqual([])
  expect((await fileOf(matter)).orders).toMatchObject([{ by: '2026-03-10' }])
})

test('a party or a person that is not here is invited to nothing and resolves nothing', async () => {
  const { matter } = await matterToTalk(town)
  const asked = async (invited: object[]) =>
    codeOf(await post(town, 'staff', `/api/matters/${matter}/meetings`, { ...callBody(town), invited }))
  expect(await asked([{ seat: 'branch', party: 'pty_none' }])).toBe('party-unknown')
  expect(await asked([{ seat: 'branch', person: 'per_none' }])).toBe('person-unknown')
  expect(await asked([{ seat: 'nobody', name: '谁' }])).toBe('seat-not-here')
  const { meeting } = await sitting(town, matter)
  const task = { party: 'pty_none', what: '换灯' }
  expect(codeOf(await post(town, 'staff', `/api/meetings/${meeting}/resolve`, { item: 1, text: '换', task }))).toBe(
    'party-unknown',
  )
})

test('everybody invited is told when, where and why, and again when that changes', async () => {
  const { matter, token } = await matterToTalk(town)
  town.jobs.length = 0
  const invited = [
    { seat: 'branch', party: partyId('branch') },
    { seat: 'committee', person: personId('staff') },
  ]
  const { meeting, when, code } = await call(town, matter, { invited })
  await tellAll()
  const told = async (who: Caller) =>
    (await get<{ title: string; text: string; link: string }[]>(who, '/api/inbox'))
      .filter(({ link }) => link === `/meetings/${code}`)
      .map(({ text }) => text)
  expect(await told('branch')).toEqual([
    `请您来议事：今天 ${localTimeOf(when as Instant)}（周一），居委会会议室。议题：1. 换什么灯；2. 谁来换。`,
  ])
  expect(await told('police')).toEqual([])
  const sent = () =>
    inCommunities(town.ctx.db, [SUN], (trx) =>
      trx
        .selectFrom('message')
        .select('address')
        .where('link', '=', `/meetings/${code}`)
        .where('channel', '=', 'sms')
        .execute(),
    )
  expect(await sent()).toEqual([{ address: '13911110006' }])
  const view = await get<FollowView>('visitor', `/api/follow/${token}`)
  expect(view.meetings).toMatchObject([{ code, when, where: '居委会会议室', status: 'called' }])
  await act(town, meeting, 'change', { when: later(when as Instant, DAY), where: '活动室' })
  await act(town, meeting, 'cancel', { reason: '停电' })
  await tellAll()
  expect(await told('branch')).toHaveLength(3)
  expect((await told('branch')).toSorted()).toEqual(expect.arrayContaining([expect.stringContaining('取消了：停电')]))
})

test('whoever is invited later is told like the first, once, and takes their seat', async () => {
  const { matter } = await matterToTalk(town)
  const first = [
    { seat: 'branch', party: partyId('branch') },
    { seat: 'committee', name: '周社工' },
  ]
  const { meeting, code } = await call(town, matter, { invited: first })
  await tellAll()
  town.jobs.length = 0
  await act(town, meeting, 'invite', { invited: [{ seat: 'committee', person: personId('staff') }] })
  await tellAll()
  const told = async (who: Caller) =>
    (await get<{ link: string }[]>(who, '/api/inbox')).filter(({ link }) => link === `/meetings/${code}`).length
  expect(await told('staff')).toBe(1)
  expect(await told('branch')).toBe(1)
  const file = await get<MeetingFile>('staff', `/api/meetings/${meeting}`)
  expect(file.may).toContain('invite')
  expect(file.invited).toMatchObject([
    { number: 1 },
    { number: 2 },
    { number: 3, seat: 'committee', name: PEOPLE.staff.name },
  ])
})

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

test('a matter that goes on calls its meeting off', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await call(town, matter)
  expect(
    (await post(town, 'staff', `/api/matters/${matter}/record-talk`, { result: 'agreed', summary: '大家当场说好了' }))
      .status,
  ).toBe(200)
  expect(await get('staff', `/api/meetings/${meeting}`)).toMatchObject({ status: 'cancelled', may: [] })
  expect((await entriesOf(meeting)).at(-1)).toMatchObject({
    type: 'MeetingCancelled',
    leaf: expect.stringContaining('"byClock":true'),
  })
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

test('an order whose day has gone by reminds its party once, and the committee; then no more', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  const by = addDays(localDateOf(town.ctx.clock.now()), 1)
  await act(town, meeting, 'resolve', resolution(by))
  await act(town, meeting, 'close', { result: 'agreed' })
  const [order] = (await fileOf(matter)).orders
  await tellAll()
  const heard = async (who: Caller) =>
    (await get<{ text: string; link: string }[]>(who, '/api/inbox')).filter(
      ({ text, link }) => link === `/console/matters/${matter}` && text.startsWith('会上说好的日子过了'),
    ).length
  await advance(later(town.ctx.clock.now(), DAY))
  await tellAll()
  expect([await heard('property-with-order'), await heard('staff')]).toEqual([0, 0])
  await advance(later(town.ctx.clock.now(), DAY))
  await tellAll()
  expect([await heard('property-with-order'), await heard('staff'), await heard('police')]).toEqual([1, 1, 0])
  await advance(later(town.ctx.clock.now(), 3 * DAY))
  await tellAll()
  expect([await heard('property-with-order'), await heard('staff')]).toEqual([1, 1])
  expect((await entriesOf(order!.order)).filter(({ type }) => type === 'OrderOverdue')).toHaveLength(1)
  expect((await fileOf(matter)).orders).toMatchObject([{ overdue: true }])
  const board = await get<{ rows: { matter: string; notes: string[] }[] }>('staff', '/api/board?perPage=100')
  expect(board.rows.find((row) => row.matter === matter)?.notes).toContain('order-late')
  const parties = await get<{ id: string; orders: { open: number; firstDay: string | null } }[]>(
    'staff',
    '/api/parties',
  )
  expect(parties.find(({ id }) => id === partyId('property'))?.orders.firstDay).toBe(by)
  await post(town, 'property-with-order', `/api/orders/${order!.order}/accept`)
  await post(town, 'property-with-order', `/api/orders/${order!.order}/complete`, { text: '换好了' })
  const due = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('due').select('at').where('subject', '=', order!.order).execute(),
  )
  expect(due).toEqual([])
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
