// How a poll lies in its row, its voters and its counts: one statement for each event.
import type { MatterId, PollId } from '@yishi/domain/kernel'
import { type Electorate, NO_POLL, type Poll, type PollBody, type PollEvent } from '@yishi/domain/poll'
import { type Selectable, type Updateable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { POLL_LISTS, joinRowsOf } from '../same-person/index.ts'
import { insertProofs, insertVoters } from './voter-rows.ts'
import type { PollRow } from './tables.ts'

export const rowOfPoll = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('poll')
    .selectAll()
    .where('community_id', '=', community)
    .where('poll_id', '=', id as PollId)

export const stateOfPoll = (row: Selectable<PollRow>): Poll => {
  const body: PollBody = {
    id: row.poll_id,
    community: row.community_id,
    matter: row.matter_id,
    path: row.path,
    rule: row.rule,
    way: row.way,
    question: row.question,
    assembly: row.assembly,
    agenda: row.agenda_first === null ? null : { first: row.agenda_first, item: row.agenda_item! },
    named: row.named,
    totals: row.totals,
    digest: row.digest,
    lots: row.lots,
  }
  const { status } = row
  if (status === 'counting') return { ...body, status, first: row.first_count, recounts: row.recounts }
  if (status !== 'decided' && status !== 'preliminary') return { ...body, status }
  const { figures, outcome, recounts } = row
  if (!figures || !outcome) throw new Error(`poll ${row.poll_id} is ${status} without an outcome`)
  return status === 'decided' ? { ...body, status, figures, outcome } : { ...body, status, figures, outcome, recounts }
}

/** The matter that a poll belongs to. */
export const matterOfPoll = async (trx: Transaction, { community, id }: Subject): Promise<MatterId | null> => {
  const row = await trx
    .selectFrom('poll')
    .select('matter_id')
    .where('community_id', '=', community)
    .where('poll_id', '=', id as PollId)
    .executeTakeFirst()
  return row?.matter_id ?? null
}

const set = (trx: Transaction, { community, id }: Subject, values: Updateable<PollRow>) =>
  trx
    .updateTable('poll')
    .set(values)
    .where('community_id', '=', community)
    .where('poll_id', '=', id as PollId)
    .execute()

const drawn = ({ named, totals, digest }: Pick<PollBody, 'named' | 'totals' | 'digest'>) => ({
  named,
  totals: JSON.stringify(totals),
  digest,
})

type Asked = Pick<PollBody, 'way' | 'question' | 'assembly' | 'named' | 'totals' | 'digest'>
const asked = ({ way, question, assembly, ...list }: Asked) => ({
  way,
  question: JSON.stringify(question),
  assembly: assembly && JSON.stringify(assembly),
  ...drawn(list),
})

/** Some columns of the assembly have moved on: of a poll without one nothing ever does. */
const noteAssembly = (trx: Transaction, { community, id }: Subject, more: object) =>
  sql`update app.poll set assembly = assembly || ${JSON.stringify(more)}::jsonb
    where community_id = ${community} and poll_id = ${id}`.execute(trx)

const redraw = async (trx: Transaction, subject: Subject, electorate: Electorate) => {
  await trx
    .deleteFrom('poll_voter')
    .where('community_id', '=', subject.community)
    .where('poll_id', '=', subject.id as PollId)
    .execute()
  await insertVoters(trx, subject, electorate)
}

export const pollStore = {
  async lock(trx, subject) {
    const row = await rowOfPoll(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOfPoll(row) : NO_POLL
  },
  write: {
    PollDrafted: async (trx, subject, event, at) => {
      const { id, community, matter, path, rule, agenda } = event
      const row = {
        community_id: community,
        poll_id: id,
        matter_id: matter,
        path,
        status: 'draft',
        agenda_first: agenda?.first ?? null,
        agenda_item: agenda?.item ?? null,
        drafted_at: at,
      } as const
      await trx
        .insertInto('poll')
        .values({ ...row, rule: JSON.stringify(rule), ...asked(event) })
        .execute()
      await insertVoters(trx, subject, event.electorate)
    },
    PollRedrafted: async (trx, subject, event) => {
      await redraw(trx, subject, event.electorate)
      await set(trx, subject, asked(event))
    },
    PollAnnounced: async (trx, subject, { notice }) => {
      await noteAssembly(trx, subject, { notice })
      await set(trx, subject, { status: 'announced' })
    },
    ElectorateRedrawn: async (trx, subject, event) => {
      await redraw(trx, subject, event.electorate)
      await set(trx, subject, drawn(event))
    },
    PollOpened: async (trx, subject, { lots }, at) => {
      await set(trx, subject, { status: 'open', opened_at: at, lots: lots && JSON.stringify(lots) })
      await joinRowsOf(trx, POLL_LISTS, subject)
    },
    PollExtended: (trx, subject, { closesAt, extensions }) => noteAssembly(trx, subject, { closesAt, extensions }),
    ProofsRecorded: (trx, subject, event, at) => insertProofs(trx, subject, event, at),
    PollClosed: (trx, { community, id }) =>
      sql`update app.poll set status = case when assembly is null then 'counting' else 'closed' end
        where community_id = ${community} and poll_id = ${id}`.execute(trx),
    CountingBegun: (trx, subject) => set(trx, subject, { status: 'counting' }),
    CountEntered: (trx, subject, { by, figures }, at) =>
      sql`
        with counted as (
          insert into app.poll_count (community_id, poll_id, number, person_id, figures, at)
          select ${subject.community}, ${subject.id}, count(*) + 1, ${by}, ${JSON.stringify(figures)}::jsonb, ${at}
          from app.poll_count where community_id = ${subject.community} and poll_id = ${subject.id}
        )
        update app.poll set first_count = coalesce(first_count, ${JSON.stringify({ by, figures })}::jsonb)
        where community_id = ${subject.community} and poll_id = ${subject.id}`.execute(trx),
    CountsDiffered: (trx, subject) =>
      sql`update app.poll set first_count = null, recounts = recounts + 1
        where community_id = ${subject.community} and poll_id = ${subject.id}`.execute(trx),
    ResultFound: (trx, subject, { figures, outcome }) =>
      set(trx, subject, {
        status: 'preliminary',
        first_count: null,
        figures: JSON.stringify(figures),
        outcome: JSON.stringify(outcome),
      }),
    ResultShown: (trx, subject, { notice }) => noteAssembly(trx, subject, { resultNotice: notice }),
    RecountOrdered: (trx, { community, id }) =>
      sql`update app.poll set status = 'counting', recounts = recounts + 1, figures = null, outcome = null,
          assembly = assembly || '{"resultNotice": null}'::jsonb
        where community_id = ${community} and poll_id = ${id}`.execute(trx),
    PollDecided: (trx, subject, { figures, outcome }, at) =>
      set(trx, subject, {
        status: 'decided',
        first_count: null,
        figures: JSON.stringify(figures),
        outcome: JSON.stringify(outcome),
        passed: outcome.passed,
        decided_at: at,
      }),
    PollWithdrawn: (trx, subject, { reason }) =>
      set(trx, subject, { status: 'withdrawn', first_count: null, figures: null, outcome: null, reason }),
  },
} satisfies Store<Poll, PollEvent>
