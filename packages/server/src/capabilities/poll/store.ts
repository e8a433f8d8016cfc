// How a poll lies in its row, its voters and its counts: one statement for each event.
import type { MatterId, PollId } from '@yishi/domain/kernel'
import { type Electorate, NO_POLL, type Poll, type PollBody, type PollEvent } from '@yishi/domain/poll'
import { type Selectable, type Updateable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
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
    named: row.named,
    totals: row.totals,
    digest: row.digest,
  }
  const { status } = row
  if (status === 'counting') return { ...body, status, first: row.first_count, recounts: row.recounts }
  if (status !== 'decided') return { ...body, status }
  if (!row.figures || !row.outcome) throw new Error(`poll ${row.poll_id} is decided without an outcome`)
  return { ...body, status, figures: row.figures, outcome: row.outcome }
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

const asked = ({
  way,
  question,
  named,
  totals,
  digest,
}: Pick<PollBody, 'way' | 'question' | 'named' | 'totals' | 'digest'>) => ({
  way,
  question: JSON.stringify(question),
  named,
  totals: JSON.stringify(totals),
  digest,
})

const insertVoters = async (trx: Transaction, { community, id }: Subject, electorate: Electorate) => {
  if (!('voters' in electorate) || electorate.voters.length === 0) return
  const rows = electorate.voters.map(({ voter, ballot, person, party, name, path, amounts }, position) => ({
    voter_id: voter,
    ballot_id: ballot,
    position,
    person_id: person,
    party_id: party,
    name,
    path,
    amounts,
  }))
  await sql`
    insert into app.poll_voter (community_id, poll_id, voter_id, ballot_id, position, person_id, party_id, name, path, amounts)
    select ${community}, ${id}, voter_id, ballot_id, position, person_id, party_id, name, path, amounts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (voter_id text, ballot_id text, position integer,
      person_id text, party_id text, name text, path text, amounts jsonb)`.execute(trx)
}

const redraw = async (trx: Transaction, subject: Subject, event: Extract<PollEvent, { type: 'PollRedrafted' }>) => {
  await trx
    .deleteFrom('poll_voter')
    .where('community_id', '=', subject.community)
    .where('poll_id', '=', subject.id as PollId)
    .execute()
  await insertVoters(trx, subject, event.electorate)
  await set(trx, subject, asked(event))
}

export const pollStore = {
  async lock(trx, subject) {
    const row = await rowOfPoll(trx, subject).forUpdate().executeTakeFirst()
    return row ? stateOfPoll(row) : NO_POLL
  },
  write: {
    PollDrafted: async (trx, subject, event, at) => {
      const { id, community, matter, path, rule } = event
      const row = {
        community_id: community,
        poll_id: id,
        matter_id: matter,
        path,
        status: 'draft',
        drafted_at: at,
      } as const
      await trx
        .insertInto('poll')
        .values({ ...row, rule: JSON.stringify(rule), ...asked(event) })
        .execute()
      await insertVoters(trx, subject, event.electorate)
    },
    PollRedrafted: redraw,
    PollOpened: (trx, subject, _, at) => set(trx, subject, { status: 'open', opened_at: at }),
    PollClosed: (trx, subject) => set(trx, subject, { status: 'counting' }),
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
    PollDecided: (trx, subject, { figures, outcome }, at) =>
      set(trx, subject, {
        status: 'decided',
        first_count: null,
        figures: JSON.stringify(figures),
        outcome: JSON.stringify(outcome),
        passed: outcome.passed,
        decided_at: at,
      }),
    PollWithdrawn: (trx, subject, { reason }) => set(trx, subject, { status: 'withdrawn', first_count: null, reason }),
  },
} satisfies Store<Poll, PollEvent>
