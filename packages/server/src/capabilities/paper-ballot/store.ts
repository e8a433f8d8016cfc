// How a paper ballot lies in its row and in the register: its unit's rows on the list are locked first, and the polls held for share, as for a ballot, so that neither ever races with the count.
import type { BallotId, Instant, PollId } from '@yishi/domain/kernel'
import {
  type Assistance,
  type Marks,
  NO_PAPER,
  type Proxy,
  type PaperBallot,
  type PaperEvent,
  type SheetQuestion,
  type SignedBy,
  type StandingPaper,
  pagesOf,
  proofsOf,
} from '@yishi/domain/paper-ballot'
import { type Selectable, sql } from 'kysely'
import type { Tables, Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { insertProofs } from '../poll/index.ts'
import './tables.ts'

type OnList = Pick<StandingPaper, 'poll' | 'voter' | 'unitPath' | 'path' | 'rule' | 'way' | 'closesAt'> & {
  readonly ballot: BallotId
  readonly question: SheetQuestion['question']
  readonly status: SheetQuestion['status']
  readonly item: number
}

/** The unit in every question of its sheet, in the order of its ballots, in which whoever casts several locks them too. */
const ON_LIST = ({ community, id }: Subject) => sql`
    with own as (select poll_id, voter_id from app.poll_voter where community_id = ${community} and ballot_id = ${id})
    select voter.ballot_id as ballot, voter.poll_id as poll, voter.voter_id as voter, voter.path as "unitPath", poll.path,
      poll.status, poll.question, poll.rule, poll.way, poll.assembly ->> 'closesAt' as "closesAt", coalesce(poll.agenda_item, 1) as item
    from own join app.poll on poll.community_id = ${community} and (
      (poll.poll_id = own.poll_id and poll.agenda_first is null)
      or (poll.agenda_first = own.poll_id and (poll.status <> 'withdrawn' or poll.assembly ->> 'notice' is not null)))
    join app.poll_voter voter on voter.community_id = poll.community_id and voter.poll_id = poll.poll_id
      and voter.voter_id = own.voter_id
    order by voter.ballot_id`

/** None for a further question: its sheet goes by the first one. What was announced and taken back is asked no more, and may stand on a page that was printed. */
const unitOn = (rows: readonly OnList[], id: string) => {
  const own = rows.find(({ ballot }) => ballot === id)
  if (!own) return null
  const { poll, voter, unitPath, path, rule, way, closesAt } = own
  const printed = rows.toSorted((one, other) => one.item - other.item)
  const questions = printed
    .filter(({ item, status }) => item === 1 || status !== 'withdrawn')
    .map(({ poll, ballot, question, status }) => ({ poll, ballot, question, status }))
  const pages = pagesOf(printed).length
  return { poll, voter, unitPath, path, rule, way, closesAt, questions, pages }
}

type Row = Selectable<Tables['paper_ballot']>
type OnFile = { readonly row: Row | undefined; readonly proxy: Proxy | null }

const onFile = async (trx: Transaction, { community, id }: Subject): Promise<OnFile> => {
  const ballot = id as BallotId
  const row = await trx
    .selectFrom('paper_ballot')
    .selectAll()
    .where('community_id', '=', community)
    .where('ballot_id', '=', ballot)
    .executeTakeFirst()
  const proxy = await trx
    .selectFrom('paper_proxy')
    .select(['holder', 'name'])
    .where('community_id', '=', community)
    .where('ballot_id', '=', ballot)
    .executeTakeFirst()
  return { row, proxy: proxy ?? null }
}

type OnSheet = NonNullable<ReturnType<typeof unitOn>>

const stateOf = (unit: OnSheet, { community, id }: Subject, { row, proxy }: OnFile): PaperBallot => {
  const sheet = {
    ...unit,
    ballot: id as BallotId,
    community,
    issue: row?.issue ?? 1,
    checkedIn: row?.checked_in ?? false,
    proxy,
  }
  if (!row || row.status === 'out') return { ...sheet, status: 'out' }
  const { status, returned_in: where, signed, first_reading: first, second_reading: second } = row
  if (where === null || signed === null) throw new Error(`paper ${id} came back from nowhere`)
  const back = { ...sheet, where, signed }
  if (status === 'returned' || status === 'settled') return { ...back, status }
  if (!first) throw new Error(`paper ${id} was read by nobody`)
  if (status === 'read-once') return { ...back, status, first }
  if (!second) throw new Error(`paper ${id} was not read again`)
  return { ...back, status, first, second }
}

type Step = Partial<
  Pick<
    Tables['paper_register'],
    'how' | 'words' | 'told' | 'warned' | 'signed' | 'photo_id' | 'companion' | 'choice' | 'asked' | 'seen_at'
  >
> &
  Pick<Tables['paper_register'], 'step' | 'person_id'> & {
    readonly signedBy?: SignedBy
    readonly assistance?: Assistance | null
  }

type When = { readonly of: { readonly poll: string; readonly issue: number }; readonly at: Instant }

/** The unit's row is locked: no other step comes between the count and the insert. */
const register = (trx: Transaction, { community, id }: Subject, { of: { poll, issue }, at }: When, step: Step) => {
  const { how = null, words = '', told = null, warned = null, signed = null, photo_id: photo = null } = step
  const { companion = '', choice = null, asked = null, seen_at: seenAt = at } = step
  const { signedBy = null, assistance = null } = step
  return sql`
    insert into app.paper_register (community_id, ballot_id, number, poll_id, step, issue, how, words, told, warned,
      signed, photo_id, companion, choice, asked, signed_by, assistance, person_id, seen_at, at)
    select ${community}, ${id}, count(*) + 1, ${poll}, ${step.step}, ${issue}, ${how}, ${words}, ${told}::boolean,
      ${warned}::boolean, ${signed}::boolean, ${photo}, ${companion}, ${choice}::text[], ${asked}, ${signedBy}, ${assistance && JSON.stringify(assistance)}::jsonb, ${step.person_id}, ${seenAt}, ${at}
    from app.paper_register where community_id = ${community} and ballot_id = ${id}`.execute(trx)
}

/** One row for each question, so that every one can be looked up by itself. */
const registerMarks = async (
  trx: Transaction,
  subject: Subject,
  when: When,
  { marks, ...step }: Step & { readonly marks: Marks },
) => {
  for (const [asked, choice] of Object.entries(marks) as [PollId, readonly string[]][])
    await register(trx, subject, when, { ...step, asked, choice: [...choice] })
}

const keep = async (trx: Transaction, { community, id }: Subject, paper: PaperBallot) => {
  if (paper.status === 'absent') return
  const readings = 'first' in paper ? paper.first : null
  const row = {
    status: paper.status,
    issue: paper.issue,
    checked_in: paper.checkedIn,
    returned_in: paper.status === 'out' ? null : paper.where,
    signed: paper.status === 'out' ? null : paper.signed,
    first_reading: readings && JSON.stringify(readings),
    second_reading: paper.status === 'differing' ? JSON.stringify(paper.second) : null,
  }
  await trx
    .insertInto('paper_ballot')
    .values({ community_id: community, ballot_id: id as BallotId, poll_id: paper.poll, ...row })
    .onConflict((conflict) => conflict.columns(['community_id', 'ballot_id']).doUpdateSet(row))
    .execute()
}

const paperOf = async (trx: Transaction, subject: Subject, rows: readonly OnList[]): Promise<PaperBallot> => {
  const unit = unitOn(rows, subject.id)
  return unit ? stateOf(unit, subject, await onFile(trx, subject)) : NO_PAPER
}

/** For who only looks. */
export const readPaper = async (trx: Transaction, subject: Subject): Promise<PaperBallot> => {
  const { rows } = await sql<OnList>`${ON_LIST(subject)}`.execute(trx)
  return paperOf(trx, subject, rows)
}

export const paperStore = {
  /** Whoever waited for the unit's rows reads the paper's own row only then, as the one before left it. */
  async lock(trx, subject) {
    const { rows } = await sql<OnList>`${ON_LIST(subject)} for update of voter for share of poll`.execute(trx)
    return paperOf(trx, subject, rows)
  },
  keep,
  write: {
    PaperDelivered: async (trx, subject, event, at) => {
      const { how, to, told, warned, companion, by, seenAt, poll, voter } = event
      const step = {
        step: 'delivered',
        how,
        words: to,
        told,
        warned,
        companion,
        person_id: by,
        seen_at: seenAt,
      } as const
      await register(trx, subject, { of: event, at }, step)
      for (const proof of proofsOf(event))
        await insertProofs(
          trx,
          { community: subject.community, id: poll },
          { type: 'ProofsRecorded', proof, voters: [voter], evidence: `${how} ${to}`.trim(), by },
          seenAt,
        )
    },
    PaperNotDelivered: (trx, subject, event, at) => {
      const { why, note, companion, by, seenAt } = event
      const step = { step: 'not-delivered', how: why, words: note, companion, person_id: by, seen_at: seenAt } as const
      return register(trx, subject, { of: event, at }, step)
    },
    PaperReturned: (trx, subject, event, at) => {
      const { where, signed, photo, companion, by, seenAt, signedBy, assistance } = event
      const back = { how: where, signed, photo_id: photo, companion, person_id: by, seen_at: seenAt }
      const step = { step: 'returned', ...back, signedBy, assistance } as const
      return register(trx, subject, { of: event, at }, step)
    },
    ProxyAppointed: async (trx, subject, event, at) => {
      const { holder, name, document, by, poll } = event
      await trx
        .insertInto('paper_proxy')
        .values({ community_id: subject.community, ballot_id: subject.id as BallotId, poll_id: poll, holder, name })
        .execute()
      const step = { step: 'proxy-appointed', words: `${name} ${document}`, person_id: by } as const
      await register(trx, subject, { of: event, at }, step)
    },
    ProxyRevoked: async (trx, subject, event, at) => {
      await trx
        .deleteFrom('paper_proxy')
        .where('community_id', '=', subject.community)
        .where('ballot_id', '=', subject.id as BallotId)
        .execute()
      const step = { step: 'proxy-revoked', words: event.reason, person_id: event.by } as const
      await register(trx, subject, { of: event, at }, step)
    },
    PaperRead: (trx, subject, event, at) =>
      registerMarks(trx, subject, { of: event, at }, { step: 'read', marks: event.marks, person_id: event.by }),
    // That two readings differ stands in the two rows themselves.
    ReadingsDiffered: () => Promise.resolve(),
    PaperSettled: (trx, subject, event, at) => {
      const { where, marks, readers, reason } = event
      const settled = { how: where, words: reason ?? '', marks, person_id: readers.at(-1)! }
      return registerMarks(trx, subject, { of: event, at }, { step: 'settled', ...settled })
    },
    PictureKept: (trx, subject, event, at) => {
      const { scan, ...picture } = event.picture
      const kept = { scan_id: scan, poll_id: event.poll, issue: event.issue, person_id: event.by, at, ...picture }
      return trx
        .insertInto('paper_scan')
        .values({
          community_id: subject.community,
          ballot_id: subject.id as BallotId,
          outcome: event.void ? 'replaced' : 'matched',
          ...kept,
        })
        .execute()
    },
    PaperReplaced: (trx, subject, event, at) =>
      register(trx, subject, { of: event, at }, { step: 'replaced', words: event.reason, person_id: event.by }),
  },
} satisfies Store<PaperBallot, PaperEvent>
