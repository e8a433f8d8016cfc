// One matter in the middle of its way, as the fence tests send everybody to it; made anew as soon as somebody has moved it.
import { HOUR, type MatterId, type MeetingId, type OrderId, later } from '@yishi/domain/kernel'
import sharp from 'sharp'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { wavOf } from '../testing/sound.ts'
import { type Caller, nodeId, partyId } from './people.ts'
import { SUN } from './building.ts'
import { type Decisions, decisionsOf } from './deciding-ground.ts'
import { must } from './must.ts'
import { SECRETS } from './secrets.ts'
import type { Town } from './town.ts'

export type Ground = {
  readonly matter: MatterId
  readonly order: OrderId
  readonly token: string
  readonly code: string
  readonly photo: string
  readonly recording: string
}

/** What is laid on matters of its own: a show of hands that is open, a meeting that is called, a notice with an objection. */
type Proceedings = {
  readonly poll: string
  readonly talk: MatterId
  readonly meeting: MeetingId
  readonly meetingCode: string
  readonly door: string
  readonly notice: string
  readonly objection: string
}

/** An urgent notice that runs in building 1, and one that is over. */
type Alerts = { readonly alert: string; readonly over: string }

/** All that the fences' routes lead to. */
export type WholeGround = Ground & Proceedings & Decisions & Alerts

type Raised = { readonly matter: MatterId; readonly link: string; readonly code: string }

export const raise = async (town: Town, more: Readonly<Record<string, unknown>> = {}): Promise<Raised> => {
  const { name, phone, words: text, door: where } = SECRETS
  const json = { text, title: '楼道灯不亮', place: town.plate, where, name, phone, ...more }
  return must(await town.as('raiser', { method: 'POST', url: '/api/matters', json }), 201).json()
}

type Sorted = { readonly procedure?: string; readonly level?: string }

export const sortAs = async (town: Town, matter: string, more: Sorted = {}) => {
  const json = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', ...more }
  must(await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/sort`, json }), 200)
}

type TalkedOver = Sorted & { readonly procedure: string; readonly raised?: object; readonly talks: readonly string[] }

/** A matter that stands behind its talks, each of which came to an agreement: where something is decided or published. */
export const talkedOver = async (town: Town, { raised = {}, talks, ...sorted }: TalkedOver): Promise<MatterId> => {
  const { matter } = await raise(town, { ...raised })
  await sortAs(town, matter, sorted)
  for (const summary of talks) {
    const json = { result: 'agreed', summary }
    must(await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/record-talk`, json }), 200)
  }
  return matter
}

/** About a meeting in an hour, to which the desk and somebody by name are invited. */
export const meetingBody = (town: Town) => ({
  format: 'open',
  title: '路灯怎么换',
  when: later(town.ctx.clock.now(), HOUR),
  where: '居委会会议室',
  invited: [
    { seat: 'committee', party: partyId('committee') },
    { seat: 'neighbours', name: SECRETS.invited },
  ],
  agenda: [{ text: '换什么灯' }],
  share: null,
})

const callMeeting = async (town: Town): Promise<Pick<Proceedings, 'talk' | 'meeting' | 'meetingCode' | 'door'>> => {
  const { matter: talk } = await raise(town)
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-affairs' }
  must(await town.as('staff', { method: 'POST', url: `/api/matters/${talk}/sort`, json: sorting }), 200)
  const calling = { method: 'POST', url: `/api/matters/${talk}/meetings`, json: meetingBody(town) } as const
  const { meeting, code, door } = must(await town.as('staff', calling), 200).json() as Called
  return { talk, meeting, meetingCode: code, door }
}
type Called = { readonly meeting: MeetingId; readonly code: string; readonly door: string }

export const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#8a6' } })
    .png()
    .toBuffer()

export const multipart = (name: string, content: Buffer) => {
  const head = `--b\r\ncontent-disposition: form-data; name="${name}"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  }
}

export const uploadPhoto = async (town: Town): Promise<string> => {
  const part = multipart('photos', await picture())
  const answer = must(await town.as('raiser', { method: 'POST', url: '/api/photos', ...part }), 201)
  return (answer.json() as { photos: { id: string }[] }).photos[0]!.id
}

/** Of a tone, as a browser would send it. */
export const uploadRecording = async (town: Town, who: Caller = 'raiser'): Promise<string> => {
  const part = multipart('recording', wavOf(2))
  const answer = must(await town.as(who, { method: 'POST', url: '/api/recordings', ...part }), 201)
  return (answer.json() as { id: string }).id
}

const advice = `请打${SECRETS.alertPhone}，住${SECRETS.alertDoor}，证号${SECRETS.alertId}`

const issueAlerts = async (town: Town) => {
  const issue = async () => {
    const words = { kind: 'water', severity: 'notable', title: '停水抢修', advice, until: null }
    const contact = { party: partyId('property'), phone: '021-57650188' }
    const json = { ...words, contact, community: SUN, nodes: [nodeId('B1')] }
    const issued = must(await town.as('staff', { method: 'POST', url: '/api/alerts', json }), 201)
    return (issued.json() as { alert: string }).alert
  }
  const [alert, over] = [await issue(), await issue()]
  const lift = { method: 'POST', url: `/api/alerts/${over}/lift`, json: { words: '通水了' } } as const
  must(await town.as('staff', lift), 200)
  return { alert, over }
}

const issued = new WeakMap<Town, ReturnType<typeof issueAlerts>>()
/** Nobody on the walk can move them further. */
const layAlerts = (town: Town) => {
  const known = issued.get(town) ?? issueAlerts(town)
  issued.set(town, known)
  return known
}

const polls = new WeakMap<Town, Promise<string>>()

const HANDS = {
  rule: 'cn-residents-representatives',
  way: 'counted',
  question: { type: 'for-against', text: '装两把长椅？', explanation: '' },
  electorate: { voters: [{ person: 'per_raiser' }, { person: 'per_gridworkerhere' }] },
}

const openPoll = async (town: Town): Promise<string> => {
  const matter = await talkedOver(town, { procedure: 'four-steps', talks: ['议好了'] })
  const staff = (path: string, json: object) => town.as('staff', { method: 'POST', url: `/api/${path}`, json })
  const { poll } = must(await staff(`matters/${matter}/polls`, HANDS), 201).json() as { poll: string }
  must(await staff(`polls/${poll}/open`, {}), 200)
  return poll
}

/** One for the whole town. */
const pollOf = (town: Town): Promise<string> => {
  const known = polls.get(town) ?? openPoll(town)
  polls.set(town, known)
  return known
}

/** Hung by the desk, and objected to by somebody without a name. */
const hangNotice = async (town: Town) => {
  const json = { title: '停水通知', text: '周六停水检修。', days: 7, everywhere: true }
  const hung = must(await town.as('staff', { method: 'POST', url: '/api/notices', json }), 201)
  const { notice } = hung.json() as { notice: string }
  const form = { text: SECRETS.objection }
  must(await town.as('visitor', { method: 'POST', url: `/n/${notice}/objections`, form }), 303)
  const { told } = must(await town.as('staff', { method: 'GET', url: `/api/notices/${notice}` }), 200).json() as {
    told: { objection: string }[]
  }
  return { notice, objection: told[0]!.objection }
}

/** Sorted, handed to the property company, which has not answered yet; with a remark of whoever raised it. */
export const layGround = async (town: Town, more: Readonly<Record<string, unknown>> = {}): Promise<Ground> => {
  const photo = await uploadPhoto(town)
  const recording = await uploadRecording(town)
  const { matter, link, code } = await raise(town, { photos: [photo], recording, ...more })
  await sortAs(town, matter)
  const orders = [{ party: partyId('property'), lead: true, task: SECRETS.task }]
  must(await town.as('staff', { method: 'POST', url: `/api/matters/${matter}/place-orders`, json: { orders } }), 200)
  const token = link.slice('/m/'.length)
  const remark = { method: 'POST', url: `/api/follow/${token}/remark`, json: { text: SECRETS.remark } } as const
  must(await town.as('link-holder', remark), 200)
  const { order_id: order } = await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.selectFrom('work_order').select('order_id').where('matter_id', '=', matter).executeTakeFirstOrThrow(),
  )
  return { matter, order, token, code, photo, recording }
}

export const layWholeGround = async (town: Town): Promise<WholeGround> => ({
  ...(await layGround(town)),
  ...(await callMeeting(town)),
  ...(await decisionsOf(town)),
  ...(await hangNotice(town)),
  ...(await layAlerts(town)),
  poll: await pollOf(town),
})

/** How often the matters, the order, the meeting and the notice were moved. */
export const revisionOf = async (
  town: Town,
  { matter, order, talk, meeting, notice, objection }: WholeGround,
): Promise<string> =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const held = await trx.selectFrom('matter').select('revision').where('matter_id', '=', matter).executeTakeFirst()
    const row = await trx.selectFrom('work_order').select('status').where('order_id', '=', order).executeTakeFirst()
    const told = await trx
      .selectFrom('ledger_entry')
      .select(({ fn }) => fn.countAll().as('entries'))
      .where('subject', 'in', [talk, meeting, notice, objection])
      .executeTakeFirst()
    return `${held?.revision} ${row?.status} ${told?.entries}`
  })
