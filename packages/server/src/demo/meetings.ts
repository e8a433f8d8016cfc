// Meetings in the demo: called by the desk with the seats of the stage, held in the evening, closed with what was resolved.
import type { CallMeeting, MeetingCommandName } from '@yishi/contract/meeting'
import { addDays, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, HOUR, type Instant, MINUTE, type MeetingId, isRefused, later } from '@yishi/domain/kernel'
import type { OpenMatter } from '@yishi/domain/matter'
import { actOnMeeting, callMeeting, draftMeeting, readMeeting } from '../capabilities/meeting/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { anyOf } from './acts.ts'
import type { Going } from './scene.ts'
import type { ToldMeeting } from './told.ts'

const EVENING = 19 * HOUR
/** So long before now a meeting began that is sitting now. */
const BEGUN = 25 * MINUTE
const LASTS = 70 * MINUTE
const DAYS_TO_DO_IT = 12
const CAME = ['周敏', '王建国', '李秀珍', '陈志强', '张桂英', '赵国平', '孙丽华', '吴德明']

const meetingOf = ({ told }: Going): ToldMeeting => {
  if (!told.meeting) throw new Error(`${told.from} tells of no meeting`)
  return told.meeting
}

const evening = (day: Instant, days: number): Instant => later(startOfDay(addDays(localDateOf(day), days)), EVENING)

/** When the past ends, as far as this matter knows. */
const whenFor = (going: Going, matter: OpenMatter): Instant => {
  const end = later(matter.facts.raisedAt, Math.round(going.told.days * DAY))
  switch (meetingOf(going).stands) {
    case 'called':
      return evening(end, 2)
    case 'sitting':
      return later(end, -BEGUN)
    case 'minuted':
      return evening(going.scene.clock.now(), 1)
  }
}

const sure = <T>(answer: T, going: Going): Exclude<T, { refused: string }> => {
  if (isRefused(answer as object)) throw new Error(`${going.told.from}: refused ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { refused: string }>
}

const bodyFor = async (going: Going, when: Instant): Promise<CallMeeting> => {
  const { scene, subject } = going
  const { title, where, agenda } = meetingOf(going)
  const asked = { actor: anyOf(going, 'staff'), format: null }
  const drafted = await inCommunities(scene.ctx.db, [subject.community], (trx) => draftMeeting(trx, subject, asked))
  const { format, invited, share } = sure(drafted, going)
  return {
    format,
    title,
    when,
    where,
    agenda: agenda.map((text) => ({ text, minutes: 30 })),
    invited: invited.map(({ seat, party, name }) => ({ seat, ...(party ? { party } : { name: name || '居民代表' }) })),
    share,
  }
}

const doing = (going: Going) => {
  const { ctx, performer } = going.scene
  return { ctx, performer, actor: anyOf(going, 'staff'), key: undefined }
}

export const call = async (going: Going, matter: OpenMatter): Promise<void> => {
  const when = whenFor(going, matter)
  const called = await callMeeting(doing(going), going.subject, await bodyFor(going, when))
  going.track.meeting = { id: sure(called, going).id, met: false, next: when }
}

const act = async (going: Going, id: MeetingId, name: MeetingCommandName, body: object): Promise<void> => {
  sure(await actOnMeeting({ ...doing(going), subject: { ...going.subject, id } }, name, body), going)
}

const held = (going: Going) => {
  const { meeting } = going.track
  if (!meeting) throw new Error(`${going.told.from}: no meeting was called`)
  return meeting
}

/** All but the last of those invited come, and what they say is noted. */
export const meet = async (going: Going): Promise<void> => {
  const { id } = held(going)
  const { options, remarks } = meetingOf(going)
  const { scene, subject } = going
  const meeting = await inCommunities(scene.ctx.db, [subject.community], (trx) => readMeeting(trx, { ...subject, id }))
  const coming = meeting!.invited.slice(0, -1)
  for (const [index, { number }] of coming.entries())
    await act(going, id, 'sign-in', { invitee: number, name: CAME[index % CAME.length] })
  await act(going, id, 'open', { chair: 1 })
  await act(going, id, 'begin-item', { item: 1 })
  for (const [by, text] of remarks) await act(going, id, 'note', { item: 1, text, by })
  for (const option of options) await act(going, id, 'offer-option', { item: 1, ...option })
  const goesOn = meetingOf(going).stands === 'minuted'
  going.track.meeting = { id, met: true, next: goesOn ? later(scene.clock.now(), LASTS) : null }
}

/** What each party is to do becomes its order by itself. */
export const close = async (going: Going): Promise<void> => {
  const { id } = held(going)
  const { told, scene } = going
  const by = addDays(localDateOf(scene.clock.now()), DAYS_TO_DO_IT)
  for (const [index, role] of told.to.entries()) {
    const party = scene.people.parties.get(role)
    const [text, what] = meetingOf(going).resolved[index] ?? [told.title, told.title]
    await act(going, id, 'resolve', { item: 1, text, task: { party, what, by, lead: index === 0 } })
  }
  await act(going, id, 'close', { result: 'agreed' })
  await act(going, id, 'sign-minutes', { attendee: 1 })
  await act(going, id, 'sign-minutes', { attendee: 2 })
  going.track.meeting = { id, met: true, next: null }
}
