// Meetings as lists: those on somebody's board, and those of one matter with what they resolved and nobody was given yet.
import type { MatterMeetings, Meetings } from '@yishi/contract/meeting'
import type { Actor, Instant, MatterId } from '@yishi/domain/kernel'
import { mayOpen } from '@yishi/domain/matter'
import { waiting } from '@yishi/domain/meeting'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { type BoardReader, MEETING_LINE, meetingLines, readMatter, within } from '../matter/index.ts'
import { readMeeting } from './store.ts'

const MOST = 200

type Row = Omit<Meetings['rows'][number], 'community' | 'matter'> & {
  communityId: string
  communityName: string
  matterId: string
  matterTitle: string
}

/** What is still to come first, then what waits for its minutes, then what is over, newest first. */
export const readMeetings = async (trx: Transaction, reader: BoardReader, asOf: Instant): Promise<Meetings> => {
  const { rows } = await sql<Row>`
    select ${MEETING_LINE}, c.id as "communityId", c.name as "communityName",
      m.matter_id as "matterId", m.title as "matterTitle"
    from app.meeting g join app.matter m using (community_id, matter_id) join app.community c on c.id = g.community_id
    where ${within(reader)}
    order by (g.status in ('called', 'sitting')) desc, (g.status = 'closed') desc,
      case when g.status in ('called', 'sitting') then g.starts_at end, g.starts_at desc, g.meeting_id
    limit ${MOST}`.execute(trx)
  return {
    rows: rows.map(({ communityId, communityName, matterId, matterTitle, ...line }) => ({
      ...line,
      community: { id: communityId, name: communityName },
      matter: { id: matterId, title: matterTitle },
    })),
    asOf,
  }
}

type Waiting = MatterMeetings['waiting']

const waitingIn = async (trx: Transaction, subject: Subject): Promise<Waiting> => {
  const meeting = await readMeeting(trx, subject)
  if (meeting?.status !== 'closed' && meeting?.status !== 'minuted') return []
  return waiting(meeting).flatMap(({ text, task }) => (task ? [{ ...task, meeting: meeting.id, text }] : []))
}

/** Only meetings of the course that the matter is on now: what was resolved before it was reopened is over. */
export const readMatterMeetings = async (
  trx: Transaction,
  subject: Subject<MatterId>,
  actor: Actor,
): Promise<MatterMeetings> => {
  const held = await readMatter(trx, subject)
  const state = held?.state
  const ended = state?.status === 'open' ? state.facts.proceedings.filter(({ kind }) => kind === 'meeting') : []
  const open: Waiting = []
  for (const { id } of ended) open.push(...(await waitingIn(trx, { community: subject.community, id })))
  return {
    rounds: await meetingLines(trx, subject),
    mayCall: state ? mayOpen(state, 'meeting', actor) === null : false,
    waiting: open,
  }
}
