// The job that tells those invited: into the inbox of the parties' people, and by the channel to whoever is asked in person.
import type { MeetingTold } from '@yishi/contract/meeting-pages'
import type { PagesModule } from '@yishi/contract/pages'
import type { CommunityId, Instant, MeetingId, PersonId } from '@yishi/domain/kernel'
import type { Invitee, StandingMeeting } from '@yishi/domain/meeting'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import {
  type Channel,
  type Draft,
  inEveryLanguage,
  inboxRow,
  insertMessages,
  membersOf,
  messageId,
  sendOnce,
} from '../message/index.ts'
import { readMeeting } from './store.ts'

type Telling = { readonly pages: Pick<PagesModule, 'meetingSentence'>; readonly channel: Channel }
type Data = Readonly<Record<string, string>>

const KINDS: Readonly<Record<string, MeetingTold['kind']>> = {
  MeetingChanged: 'changed',
  MeetingCancelled: 'cancelled',
}

const toldOf = (meeting: StandingMeeting, type: string, asOf: Instant): MeetingTold => ({
  kind: KINDS[type] ?? 'called',
  when: meeting.when,
  where: meeting.where,
  agenda: meeting.agenda.map(({ text }) => text),
  reason: meeting.status === 'cancelled' ? meeting.reason : '',
  asOf,
})

const peopleBehind = async (
  trx: Transaction,
  { community, path }: StandingMeeting,
  invited: readonly Invitee[],
): Promise<readonly PersonId[]> => {
  const parties = invited.flatMap(({ party, person }) => (party && !person ? [{ party, path }] : []))
  const members = await membersOf(trx, community, parties)
  return [...new Set([...invited.flatMap(({ person }) => person ?? []), ...members.flat()])]
}

const phonesOf = async (trx: Transaction, community: CommunityId, persons: readonly PersonId[]) => {
  if (persons.length === 0) return []
  const rows = await trx
    .selectFrom('person')
    .select(['person_id', 'phone'])
    .where('community_id', '=', community)
    .where('person_id', 'in', [...persons])
    .where('phone', 'is not', null)
    .execute()
  return rows.map(({ person_id: person, phone }) => ({ person, phone: phone! }))
}

/** Everybody's inbox at once; what goes out by the channel is handed back, to be sent when this stands. */
const prepare = async (ctx: Context, trx: Transaction, { pages }: Telling, data: Data) => {
  const community = data['community'] as CommunityId
  const meeting = await readMeeting(trx, { community, id: data['meeting'] as MeetingId })
  if (!meeting) return []
  const at = ctx.clock.now()
  const invited = meeting.invited.filter(({ number }) => number >= Number(data['from']))
  const draft = {
    community_id: community,
    matter_id: meeting.matter,
    ...inEveryLanguage((lang) => ({
      title: meeting.title,
      body: pages.meetingSentence(toldOf(meeting, data['type'] ?? '', at), lang),
    })),
    link: `/meetings/${meeting.code}`,
  }
  const to = (person: PersonId, way: string, address: string | null): Draft => ({
    ...draft,
    message_id: messageId({ ...data, way }, person),
    person_id: person,
    address,
  })
  const inbox = (await peopleBehind(trx, meeting, invited)).map((person) => inboxRow(to(person, 'inbox', null), at))
  if (inbox.length > 0) await insertMessages(trx, inbox)
  const asked = invited.flatMap(({ person }) => (person ? [person] : []))
  const phones = await phonesOf(trx, community, asked)
  return phones.map(({ person, phone }) => ({ ...to(person, 'channel', phone), address: phone }))
}

const tellInvited = async (ctx: Context, telling: Telling, data: Data): Promise<void> => {
  const outgoing = await inCommunities(ctx.db, [data['community'] as CommunityId], (trx) =>
    prepare(ctx, trx, telling, data),
  )
  for (const message of outgoing) await sendOnce(ctx, telling.channel, message)
}

export const meetingJobs = (telling: Telling): JobHandlers => ({
  'tell-invited': oneByOne((ctx, data) => tellInvited(ctx, telling, data)),
})
