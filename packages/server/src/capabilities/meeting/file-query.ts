// The meeting as its desk sees it: seats, names, what was said and resolved, minutes with all their versions, and what may be done next.
import type { MeetingFile, MeetingLine } from '@yishi/contract/meeting'
import type { Actor, Instant } from '@yishi/domain/kernel'
import { type StandingMeeting, quorumOf } from '@yishi/domain/meeting'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { meetingLines } from '../matter/index.ts'
import { qrSvg } from '../territory/index.ts'
import { mayOnMeeting } from './may.ts'
import { readMeeting, versionsOf } from './store.ts'

type Around = { id: string; code: string; title: string; community: string }

const around = async (trx: Transaction, { community, matter }: StandingMeeting): Promise<Around> => {
  const { rows } = await sql<Around>`
    select m.matter_id as id, m.code, m.title, c.name as community
    from app.matter m join app.community c on c.id = m.community_id
    where m.community_id = ${community} and m.matter_id = ${matter}`.execute(trx)
  return rows[0]!
}

const isHeld = ({ status }: Pick<MeetingLine, 'status'>): boolean => status !== 'cancelled'

/** Which round of talks about its matter this is, and those before it. */
export const roundOf = (lines: readonly MeetingLine[], meeting: string) => {
  const before = lines.slice(
    0,
    lines.findIndex((line) => line.meeting === meeting),
  )
  const earlier = before.filter(isHeld)
  return { round: earlier.length + 1, earlier }
}

export const meetingUrl = ({ settings }: Context, code: string): string => `${settings.publicUrl}/meetings/${code}`

const people = ({ invited, present }: StandingMeeting): Pick<MeetingFile, 'invited' | 'present'> => ({
  invited: invited.map(({ number, seat, party, name }) => ({
    number,
    seat,
    party,
    name,
    attendee: present.find(({ invitee }) => invitee === number)?.number ?? null,
  })),
  present: present.map(({ number, invitee, name, household, way, at }) => ({
    number,
    invitee,
    name,
    household,
    way,
    at,
  })),
})

type Lines = Pick<MeetingFile, 'agenda' | 'remarks' | 'options' | 'resolutions' | 'votes' | 'seats'>

/** Copies, for an answer may be changed on its way out. */
export const votesOf = ({ votes }: StandingMeeting) =>
  votes.map(({ result, ...vote }) => ({ ...vote, result: result && { ...result, counts: [...result.counts] } }))

const linesOf = (meeting: StandingMeeting): Lines => {
  const { seats, quorum, agenda, remarks, options, resolutions } = meeting
  return {
    seats: seats.map(({ key, names }) => ({ key, names, must: quorum.present.includes(key) })),
    agenda: [...agenda],
    remarks: [...remarks],
    options: options.map((option) => ({ ...option, pros: [...option.pros], cons: [...option.cons] })),
    resolutions: [...resolutions],
    votes: votesOf(meeting),
  }
}

const standing = (meeting: StandingMeeting) => {
  const { requirements, quorate } = quorumOf(meeting)
  const held = meeting.status === 'closed' || meeting.status === 'minuted' ? meeting : null
  const opened = held ?? (meeting.status === 'sitting' ? meeting : null)
  return {
    status: meeting.status,
    quorate: held?.quorate ?? false,
    result: held?.result ?? null,
    quorum: { quorate, requirements: [...requirements] },
    chair: opened?.chair ?? null,
    now: opened?.now ?? null,
    minutes: held?.minutes ?? null,
    signatures: [...(held?.signatures ?? [])],
    cancelled: meeting.status === 'cancelled' ? meeting.reason : null,
  }
}

/** What somebody scans at the door of the room: the page, with its code filled in. */
const doorUrl = (ctx: Context, { code, door }: StandingMeeting): string => `${meetingUrl(ctx, code)}?door=${door}`

/** Null where there is no such meeting in this community. */
export const readMeetingFile = async (
  ctx: Context,
  trx: Transaction,
  subject: Subject,
  actor: Actor,
): Promise<MeetingFile | null> => {
  const meeting = await readMeeting(trx, subject)
  if (!meeting) return null
  const now: Instant = ctx.clock.now()
  const { community: name, ...matter } = await around(trx, meeting)
  const { id, community, code, door, title, format, when, where } = meeting
  const lines = await meetingLines(trx, { community, id: meeting.matter })
  return {
    meeting: id,
    code,
    door,
    title,
    format,
    when,
    where,
    matter,
    community: { id: community, name },
    ...roundOf(lines, id),
    url: meetingUrl(ctx, code),
    qr: await qrSvg(doorUrl(ctx, meeting)),
    ...people(meeting),
    ...linesOf(meeting),
    ...standing(meeting),
    versions: await versionsOf(trx, subject),
    may: mayOnMeeting(meeting, actor, now),
    asOf: now,
  }
}
