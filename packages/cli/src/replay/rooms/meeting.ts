// Meetings as the people of a case hold them, and read back: from the raiser's link, from the page for anyone, and from the story of the matter.
import type { CallMeeting, MeetingFile } from '@yishi/contract/meeting'
import type { FollowView, MatterFile } from '@yishi/contract/matter'
import { type Course, type Walk, entered, keyOf, lastIn, walker } from '../course.ts'
import { ask, readPage } from '../door.ts'
import { type Finding, type Reading, compare, nameOf, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'
import type { Begin } from './deeds.ts'

type Told<Name extends 'note' | 'option' | 'resolve'> = {
  note: { readonly text: string }
  option: { readonly title: string; readonly cost?: string }
  resolve: { readonly text: string; readonly task?: { readonly party: string; readonly what: string } }
}[Name]

const post = ({ url, ...walk }: Walk, path: string, body: unknown, part = '') =>
  ask<MeetingFile>(url, { method: 'POST', path, by: walker(walk), body, key: `${keyOf(walk.deed)}${part}` })

const call = async (walk: Walk): Promise<Course> => {
  const { ground, step, course } = walk
  const { invited, ...asked } = step.with as unknown as CallMeeting
  const body = {
    ...asked,
    invited: invited.map(({ party, ...each }) => (party ? { ...each, party: playerOf(ground, party).party } : each)),
  }
  const { meeting } = await post(walk, `/api/matters/${course.matter}/meetings`, body)
  return entered(course, 'meeting', meeting)
}

/** Whoever has no name of their own in the script signs for their party. */
const begin = async (walk: Walk): Promise<Course> => {
  const { url, step, course } = walk
  const id = lastIn(course, 'meeting')
  const { came, chair } = step.with as unknown as Begin
  const { invited } = await ask<MeetingFile>(url, { path: `/api/meetings/${id}`, by: walker(walk) })
  let file: MeetingFile | null = null
  for (const invitee of came) {
    const name = invited.find(({ number }) => number === invitee)?.name
    file = await post(walk, `/api/meetings/${id}/sign-in`, { invitee, name }, `-${invitee}`)
  }
  const presiding = file?.present.find(({ invitee }) => invitee === chair)?.number
  await post(walk, `/api/meetings/${id}/open`, { chair: presiding }, '-open')
  return course
}

const resolve = async (walk: Walk): Promise<Course> => {
  const { task, ...said } = walk.step.with as unknown as Told<'resolve'>
  const body = task ? { ...said, task: { ...task, party: playerOf(walk.ground, task.party).party } } : said
  await post(walk, `/api/meetings/${lastIn(walk.course, 'meeting')}/resolve`, body)
  return walk.course
}

/** The attendee is named by their invitation, as when they came. */
const signMinutes = async (walk: Walk): Promise<Course> => {
  const id = lastIn(walk.course, 'meeting')
  const { attendee } = walk.step.with as unknown as { readonly attendee: number }
  const { present } = await ask<MeetingFile>(walk.url, { path: `/api/meetings/${id}`, by: walker(walk) })
  const signer = present.find(({ invitee }) => invitee === attendee)?.number
  await post(walk, `/api/meetings/${id}/sign-minutes`, { attendee: signer })
  return walk.course
}

const others = async (walk: Walk): Promise<Course> => {
  const name = walk.step.do.slice('meeting/'.length)
  await post(walk, `/api/meetings/${lastIn(walk.course, 'meeting')}/${name}`, walk.step.with)
  return walk.course
}

const DEEDS: Readonly<Record<string, (walk: Walk) => Promise<Course>>> = {
  'meeting/call': call,
  'meeting/begin': begin,
  'meeting/resolve': resolve,
  'meeting/sign-minutes': signMinutes,
}

export const walkMeeting = (walk: Walk): Promise<Course> => (DEEDS[walk.step.do] ?? others)(walk)

type Session = ReturnType<typeof sessionsOf>[number]
type Views = { readonly file: MatterFile; readonly view: FollowView | null }

const statusOf = ({ steps }: Session): MeetingFile['status'] => {
  if (steps.filter((step) => step.do === 'meeting/sign-minutes').length > 1) return 'minuted'
  if (steps.some((step) => step.do === 'meeting/close')) return 'closed'
  return steps.some((step) => step.do === 'meeting/begin') ? 'sitting' : 'called'
}

/** What was offered and resolved, in the words of the script, as anyone reads it whom the matter lets. */
const pageOf = async (reading: Reading, session: Session, code: string): Promise<readonly Finding[]> => {
  if (reading.told.raise.publicity === 'closed') return []
  const page = await readPage(reading.url, { path: `/meetings/${code}` })
  const resolved = saidIn<Told<'resolve'>>(session.steps, 'meeting/resolve')
  const options = saidIn<Told<'option'>>(session.steps, 'meeting/offer-option')
  const over = statusOf(session) === 'closed' || statusOf(session) === 'minuted'
  return saidOn('the page of the meeting', page, [
    ...(over ? resolved.map(({ text }) => text) : []),
    ...(over ? resolved.flatMap(({ task }) => (task ? [nameOf(reading, task.party), task.what] : [])) : []),
    ...options.map(({ title }) => title),
  ])
}

/** How many came stands in the entry by which it closed. */
const cameOf = ({ steps }: Session, { story }: MatterFile, number: number): readonly Finding[] => {
  const closed = story.filter(({ type }) => type === 'MeetingClosed')[number]
  const [begun] = saidIn<Begin>(steps, 'meeting/begin')
  return closed ? compare('people who came', begun?.came.length, closed.facts['came']) : []
}

const linesOf = async (reading: Reading, { file, view }: Views) => {
  if (view) return view.meetings
  const by = playerOf(reading.ground, 'committee')
  const { rounds } = await ask<{ rounds: FollowView['meetings'] }>(reading.url, {
    path: `/api/matters/${file.matter}/meetings`,
    by,
  })
  return rounds
}

const readSession = async (reading: Reading, session: Session, line: FollowView['meetings'][number] | undefined) => {
  const [called] = saidIn<CallMeeting>(session.steps, 'meeting/call')
  const [closed] = saidIn<{ readonly result: string | null }>(session.steps, 'meeting/close')
  const remarks = saidIn<Told<'note'>>(session.steps, 'meeting/note')
  const by = playerOf(reading.ground, 'committee')
  const desk = await ask<MeetingFile>(reading.url, { path: `/api/meetings/${session.id}`, by })
  return [
    ...compare(
      'meeting',
      [called?.title, called?.format, statusOf(session), closed?.result ?? null],
      [line?.title, line?.format, line?.status, line?.result],
    ),
    ...compare(
      'remarks of the meeting',
      remarks.map(({ text }) => text),
      desk.remarks.map(({ text }) => text),
    ),
    ...compare(
      'resolutions of the meeting',
      saidIn<Told<'resolve'>>(session.steps, 'meeting/resolve').map(({ text, task }) => [
        text,
        task ? nameOf(reading, task.party) : null,
      ]),
      desk.resolutions.map(({ text, task }) => [text, task?.partyName ?? null]),
    ),
    ...compare(
      'costs of the options',
      saidIn<Told<'option'>>(session.steps, 'meeting/offer-option').map(({ cost }) => cost ?? null),
      desk.options.map(({ cost }) => cost),
    ),
    ...(await pageOf(reading, session, desk.code)),
  ]
}

/** The number of rounds is the number of meetings that the raiser is shown. */
export const readMeetings = async (reading: Reading, views: Views): Promise<readonly Finding[]> => {
  const sessions = sessionsOf(reading, 'meeting')
  if (sessions.length === 0) return []
  const lines = await linesOf(reading, views)
  const findings: Finding[] = [...compare('rounds of meetings', sessions.length, lines.length)]
  for (const [index, session] of sessions.entries()) {
    findings.push(...(await readSession(reading, session, lines[index])))
    findings.push(...cameOf(session, views.file, index))
  }
  return findings
}
