// How a meeting lies in its row: written whole from the state that its events fold into; who came and the minutes have rows of their own.
import type { CommunityId, MatterId, MeetingId, PollId } from '@yishi/domain/kernel'
import { type Attendee, type Meeting, type MeetingEvent, NO_MEETING, type StandingMeeting } from '@yishi/domain/meeting'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { APART, type MeetingRow } from './tables.ts'

const json = (value: object) => sql<never>`${JSON.stringify(value)}::jsonb`

const attendees = async (trx: Transaction, { community, id }: Subject): Promise<readonly Attendee[]> => {
  const rows = await trx
    .selectFrom('meeting_attendee')
    .selectAll()
    .where('community_id', '=', community)
    .where('meeting_id', '=', id as MeetingId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, invitee, name, household, person_id: person, way, at }) => ({
    number,
    invitee,
    name,
    household,
    person,
    way,
    at,
  }))
}

/** Every version, the present one last. */
export const versionsOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('meeting_minutes')
    .select(['version', 'body as text', 'at'])
    .where('community_id', '=', community)
    .where('meeting_id', '=', id as MeetingId)
    .orderBy('version')
    .execute()

const stateOf = async (trx: Transaction, row: Selectable<MeetingRow>): Promise<StandingMeeting> => {
  const subject = { community: row.community_id, id: row.meeting_id }
  const written = row.status === 'closed' || row.status === 'minuted'
  const minutes = written ? (await versionsOf(trx, subject)).at(-1) : undefined
  const { community_id: community, meeting_id: id, matter_id: matter, code, format, title, quorate, result } = row
  const own = { id, community, matter, code, format, title, where: row.where_text, when: row.starts_at }
  const ended = minutes && { quorate, result, minutes: { version: minutes.version, text: minutes.text } }
  // Each status wrote its own parts into the record.
  return {
    ...row.record,
    ...own,
    ...ended,
    present: await attendees(trx, subject),
    status: row.status,
  } as StandingMeeting
}

const rowOf = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('meeting')
    .selectAll()
    .where('community_id', '=', community)
    .where('meeting_id', '=', id as MeetingId)

/** The state of a meeting for a reader; writers go through `lock`. */
export const readMeeting = async (trx: Transaction, subject: Subject): Promise<StandingMeeting | null> => {
  const row = await rowOf(trx, subject).executeTakeFirst()
  return row ? stateOf(trx, row) : null
}

/** The meeting in which a poll was called as a vote; null where it was begun elsewhere. */
export const meetingOfVote = async (
  trx: Transaction,
  { community, matter, poll }: { readonly community: CommunityId; readonly matter: MatterId; readonly poll: PollId },
): Promise<MeetingId | null> => {
  const row = await trx
    .selectFrom('meeting')
    .select('meeting_id')
    .where('community_id', '=', community)
    .where('matter_id', '=', matter)
    .where(sql<boolean>`record -> 'votes' @> ${JSON.stringify([{ poll }])}::jsonb`)
    .executeTakeFirst()
  return row?.meeting_id ?? null
}

/** The matter that a meeting is about. */
export const matterOfMeeting = async (trx: Transaction, subject: Subject): Promise<MatterId | null> =>
  (await rowOf(trx, subject).executeTakeFirst())?.matter_id ?? null

const isApart: ReadonlySet<string> = new Set(APART)

const recordOf = (meeting: StandingMeeting): object =>
  Object.fromEntries(Object.entries(meeting).filter(([name]) => !isApart.has(name)))

/** The columns that follow from the state. */
const columns = (meeting: StandingMeeting) => ({
  status: meeting.status,
  where_text: meeting.where,
  starts_at: meeting.when,
  quorate: 'quorate' in meeting && meeting.quorate,
  result: 'result' in meeting ? meeting.result : null,
  record: json(recordOf(meeting)),
})

/** The row written at the end says it all. */
const inRow = () => Promise.resolve()

export const meetingStore = {
  async lock(trx, subject) {
    const row = await rowOf(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOf(trx, row) : NO_MEETING
  },
  async keep(trx, { community, id }, meeting) {
    if (meeting.status === 'absent') return
    await trx
      .updateTable('meeting')
      .set(columns(meeting))
      .where('community_id', '=', community)
      .where('meeting_id', '=', id as MeetingId)
      .execute()
  },
  write: {
    MeetingCalled: (trx, { community }, { id, matter, code, format, title, where, when }, at) =>
      trx
        .insertInto('meeting')
        .values({
          community_id: community,
          meeting_id: id,
          matter_id: matter,
          code,
          status: 'called',
          format,
          title,
          where_text: where,
          starts_at: when,
          quorate: false,
          result: null,
          // Filled in at the end of this transaction.
          record: json({}),
          called_at: at,
        })
        .execute(),
    MeetingChanged: inRow,
    PeopleInvited: inRow,
    SignedIn: (trx, { community, id }, { attendee: { person, ...attendee } }) =>
      trx
        .insertInto('meeting_attendee')
        .values({ community_id: community, meeting_id: id as MeetingId, person_id: person, ...attendee })
        .execute(),
    SignInStruck: (trx, { community, id }, { attendee }) =>
      trx
        .deleteFrom('meeting_attendee')
        .where('community_id', '=', community)
        .where('meeting_id', '=', id as MeetingId)
        .where('number', '=', attendee)
        .execute(),
    MeetingOpened: inRow,
    ItemBegun: inRow,
    RemarkNoted: inRow,
    OptionOffered: inRow,
    ResolutionRecorded: inRow,
    VoteCalled: inRow,
    VoteNoted: inRow,
    LineStruck: inRow,
    MeetingClosed: inRow,
    MinutesWritten: (trx, { community, id }, { version, text }, at) =>
      trx
        .insertInto('meeting_minutes')
        .values({ community_id: community, meeting_id: id as MeetingId, version, body: text, at })
        .execute(),
    MinutesSigned: inRow,
    MeetingCancelled: inRow,
    ResolutionsHandedOut: inRow,
  },
} satisfies Store<Meeting, MeetingEvent>
