// Meetings on real PostgreSQL through their own doors: called, told, held with and without a quorum, resolved, and what follows.
import type { FollowView } from '@yishi/contract/matter'
import type { MeetingFile } from '@yishi/contract/meeting'
import { addDays, localDateOf, localTimeOf } from '@yishi/domain/calendar'
import { DAY, type Instant, MINUTE, later } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from '../../fences/building.ts'
import { type Caller, PEOPLE, partyId, personId } from '../../fences/people.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
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
import { codeOf, meetingRoom } from './testing/room.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())
const { get, fileOf, tellAll, advance, entriesOf } = meetingRoom(() => town)

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
