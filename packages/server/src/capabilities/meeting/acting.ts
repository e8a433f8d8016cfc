// Doing what somebody asked of a meeting: from what the contract lets people ask to the commands of the domain.
import { type MeetingCommandName, meetingCommandSchemas } from '@yishi/contract/meeting'
import {
  type Actor,
  type PartyId,
  type PersonId,
  type Refused,
  isRefused,
  refuse,
  toInstant,
} from '@yishi/domain/kernel'
import type { MeetingCommand } from '@yishi/domain/meeting'
import type { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { partyName } from '../territory/index.ts'
import { invitedBy } from './calling.ts'
import { meeting } from './capability.ts'

type Body<Name extends MeetingCommandName> = z.output<(typeof meetingCommandSchemas)[Name]>
type Asking = { readonly trx: Transaction; readonly subject: Subject }
type Asked = MeetingCommand | Refused | Promise<MeetingCommand | Refused>

const invite = async ({ trx, subject }: Asking, body: Body<'invite'>): Promise<MeetingCommand | Refused> => {
  const invited = await invitedBy(trx, subject, body.invited)
  return isRefused(invited) ? invited : { type: 'Invite', invited }
}

const resolve = async (
  { trx, subject }: Asking,
  { task, ...body }: Body<'resolve'>,
): Promise<MeetingCommand | Refused> => {
  if (!task) return { type: 'RecordResolution', ...body, task: null }
  const party = task.party as PartyId
  const name = await partyName(trx, subject.community, party)
  return name === null
    ? refuse('party-unknown')
    : { type: 'RecordResolution', ...body, task: { ...task, party, partyName: name } }
}

const ask: { readonly [Name in MeetingCommandName]: (asking: Asking, body: Body<Name>) => Asked } = {
  change: (_, { when, where }) => ({ type: 'ChangeMeeting', when: toInstant(new Date(when)), where }),
  invite,
  'sign-in': (_, body) => ({ type: 'SignIn', ...body, person: null, door: null }),
  'strike-sign-in': (_, body) => ({ type: 'StrikeSignIn', ...body }),
  open: (_, body) => ({ type: 'OpenMeeting', ...body }),
  'begin-item': (_, body) => ({ type: 'BeginItem', ...body }),
  note: (_, body) => ({ type: 'NoteRemark', ...body }),
  'offer-option': (_, body) => ({ type: 'OfferOption', ...body }),
  resolve,
  strike: (_, body) => ({ type: 'StrikeLine', ...body }),
  close: (_, body) => ({ type: 'CloseMeeting', ...body }),
  'correct-minutes': (_, body) => ({ type: 'CorrectMinutes', ...body }),
  'sign-minutes': (_, body) => ({ type: 'SignMinutes', ...body }),
  cancel: (_, body) => ({ type: 'CancelMeeting', ...body }),
}

export type MeetingDeed = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly subject: Subject
  readonly key: string | undefined
}

type Done = { readonly done: true } | Refused

export const actOnMeeting = async (deed: MeetingDeed, name: MeetingCommandName, body: unknown): Promise<Done> => {
  const { ctx, performer, actor, subject, key } = deed
  const asked = meetingCommandSchemas[name].parse(body)
  const command = (trx: Transaction) => (ask[name] as (asking: Asking, body: unknown) => Asked)({ trx, subject }, asked)
  const performed = await performer.perform(ctx, meeting, {
    subject,
    command: async (trx) => command(trx),
    actor,
    ...(key ? { once: { key, of: { subject: subject.id, name, body: asked } } } : {}),
  })
  return isRefused(performed) ? performed : { done: true }
}

export type PhoneSignIn = {
  readonly invitee: number | null
  readonly name: string
  readonly household: string
  readonly door: string
}

/** With the phone in one's own hand; whoever has an account signs in as themselves. */
export const signInByPhone = async (deed: MeetingDeed, { door, ...asked }: PhoneSignIn): Promise<Done> => {
  const { ctx, performer, actor, subject } = deed
  const person: PersonId | null = actor.kind === 'person' ? actor.person : null
  const command: MeetingCommand = { type: 'SignIn', ...asked, person, door }
  const performed = await performer.perform(ctx, meeting, { subject, command, actor })
  return isRefused(performed) ? performed : { done: true }
}
