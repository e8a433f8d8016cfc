// Calling a meeting: what it begins with in each format, and the call itself.
import { randomBytes, randomInt } from 'node:crypto'
import { type CallMeeting, type MeetingDraft, callMeetingSchema } from '@yishi/contract/meeting'
import {
  type Actor,
  type MatterId,
  type MeetingId,
  type PartyId,
  type PersonId,
  type Refused,
  isRefused,
  refuse,
  toInstant,
} from '@yishi/domain/kernel'
import { type OpenMatter, mayOpen, stageOfMatter } from '@yishi/domain/matter'
import {
  type FormatSeat,
  MEETING_FORMATS,
  type MeetingCommand,
  type NewInvitee,
  partyFor,
  seatsAt,
  seatsToTake,
} from '@yishi/domain/meeting'
import { TALK_FORMATS, type TalkFormat } from '@yishi/domain/procedure'
import type { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { idBody } from '../../kernel/ids.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { lockMatter, readMatter } from '../matter/index.ts'
import { partiesOf } from '../territory/index.ts'
import { meeting } from './capability.ts'

export type InviteRefusal = 'party-unknown' | 'person-unknown'
type Asked = z.output<typeof callMeetingSchema>
type AskedInvitee = Asked['invited'][number]

const DOOR_DIGITS = 6
const CODE_LETTERS = 10

/** Ten letters out of fifty bits of chance: nobody finds the page of a meeting by trying. */
const newCode = (): string => idBody(0, randomBytes(10)).slice(-CODE_LETTERS)

const newDoor = (): string => String(randomInt(10 ** DOOR_DIGITS)).padStart(DOOR_DIGITS, '0')

const namesOfPeople = async (trx: Transaction, { community }: Subject, persons: readonly PersonId[]) => {
  if (persons.length === 0) return new Map<string, string>()
  const rows = await trx
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('community_id', '=', community)
    .where('person_id', 'in', [...persons])
    .execute()
  return new Map<string, string>(rows.map(({ person_id, name }) => [person_id, name]))
}

/** Whoever is invited goes by the name that was written, or by the one that they have here. */
export const invitedBy = async (
  trx: Transaction,
  subject: Subject,
  asked: readonly AskedInvitee[],
): Promise<readonly NewInvitee[] | Refused<InviteRefusal>> => {
  const parties = new Map((await partiesOf(trx, subject.community)).map(({ id, name }) => [id, name]))
  const wanted = asked.flatMap(({ person }) => (person ? [person as PersonId] : []))
  const people = await namesOfPeople(trx, subject, wanted)
  if (asked.some(({ party }) => party !== undefined && !parties.has(party))) return refuse('party-unknown')
  if (wanted.some((person) => !people.has(person))) return refuse('person-unknown')
  return asked.map(({ seat, party, person, name }) => ({
    seat,
    party: (party as PartyId | undefined) ?? null,
    person: (person as PersonId | undefined) ?? null,
    name: name || people.get(person ?? '') || parties.get(party ?? '') || '',
  }))
}

/** The seats to which somebody is invited, or that must be taken. */
const seatsNeeded = (matter: OpenMatter, { format, invited }: Asked): readonly FormatSeat[] => {
  const stage = stageOfMatter(matter)
  const must = seatsToTake(format, stage)
  return seatsAt(format, matter.procedure, stage).filter(
    ({ key }) => must.includes(key) || invited.some(({ seat }) => seat === key),
  )
}

type Call = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key?: string | undefined
}

const commandFor =
  (subject: Subject<MatterId>, id: MeetingId, asked: Asked) =>
  async (trx: Transaction): Promise<MeetingCommand | Refused> => {
    const matter = await lockMatter(trx, subject)
    if (matter.status !== 'open') return refuse('not-at-this-stage')
    const invited = await invitedBy(trx, subject, asked.invited)
    if (isRefused(invited)) return invited
    const { format, title, where, agenda, share } = asked
    const seats = seatsNeeded(matter, asked).map(({ key, names }) => ({ key, names }))
    const when = toInstant(new Date(asked.when))
    const made = { id, code: newCode(), door: newDoor() }
    return { type: 'CallMeeting', ...made, matter, format, title, when, where, seats, invited, agenda, share }
  }

export const callMeeting = async (
  call: Call,
  subject: Subject<MatterId>,
  asked: CallMeeting,
): Promise<Subject<MeetingId> | Refused> => {
  const { ctx, performer, actor, key } = call
  const id = ctx.ids('mtg')
  const body = callMeetingSchema.parse(asked)
  const performed = await performer.perform(ctx, meeting, {
    subject: { community: subject.community, id },
    command: commandFor(subject, id, body),
    actor,
    ...(key ? { once: { key, of: { subject: subject.id, name: 'call-meeting', body } } } : {}),
  })
  return isRefused(performed) ? performed : { community: subject.community, id: performed.id as MeetingId }
}

/** A refusal where the stage lets this reader call no meeting. */
export const draftMeeting = async (
  trx: Transaction,
  subject: Subject<MatterId>,
  { actor, format: wanted }: { readonly actor: Actor; readonly format: TalkFormat | null },
): Promise<MeetingDraft | Refused> => {
  const held = await readMatter(trx, subject)
  if (!held || held.state.status !== 'open') return refuse('not-at-this-stage')
  const { row, state } = held
  const no = mayOpen(state, 'meeting', actor)
  if (no) return no
  const stage = stageOfMatter(state)
  const format = wanted ?? (stage.act === 'discuss' ? stage.settings.format : 'joint')
  const must = seatsToTake(format, stage)
  const seats = seatsAt(format, state.procedure, stage)
  const parties = new Map((await partiesOf(trx, subject.community)).map(({ id, name }) => [id, name]))
  return {
    format,
    formats: TALK_FORMATS.map((key) => ({ key, names: MEETING_FORMATS[key].names })),
    title: row.title,
    seats: seats.map(({ key, names }) => ({ key, names, must: must.includes(key) })),
    invited: seats.map((seat) => {
      const party = partyFor(seat, state.seating)
      return { seat: seat.key, party, name: (party && parties.get(party)) ?? '' }
    }),
    share: MEETING_FORMATS[format].share,
  }
}
