// How a secret election lies in its folded row, its roll, its register and its counts: one statement for each event.
import type { ElectionId, VoterId } from '@yishi/domain/kernel'
import { type Election, type ElectionEvent, NO_ELECTION, type Registered } from '@yishi/domain/secret-election'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import type { ElectionRow } from './tables.ts'

export const rowOfElection = (trx: Transaction, { community, id }: Subject) =>
  trx
    .selectFrom('election')
    .selectAll()
    .where('community_id', '=', community)
    .where('election_id', '=', id as ElectionId)

const stateOf = (row: Pick<Selectable<ElectionRow>, 'state'> | undefined): Election => row?.state ?? NO_ELECTION

const insertVoters = async (trx: Transaction, { community, id }: Subject, voters: readonly Registered[]) => {
  if (voters.length === 0) return
  await sql`
    insert into app.election_voter (community_id, election_id, voter_id, position, person_id, name, village_group)
    select ${community}, ${id}, voter, coalesce((select max(position) from app.election_voter known
        where known.community_id = ${community} and known.election_id = ${id}), 0) + at, person, name, village_group
    from rows from (jsonb_to_recordset(${JSON.stringify(voters.map(({ group, ...each }) => ({ ...each, village_group: group })))}::jsonb)
      as (voter text, person text, name text, village_group text)) with ordinality
      as row (voter, person, name, village_group, at)`.execute(trx)
}

const strike = (trx: Transaction, { community, id }: Subject, voters: readonly VoterId[]) =>
  sql`update app.election_voter set struck = true
    where community_id = ${community} and election_id = ${id} and voter_id = any(${[...voters]}::text[])`.execute(trx)

/** The row itself is kept once, folded, at the end. */
const folded = () => Promise.resolve()

export const electionStore = {
  async lock(trx, subject) {
    return stateOf(await rowOfElection(trx, subject).forUpdate().executeTakeFirst())
  },
  write: {
    ElectionDrafted: (trx, { community, id }, event, at) => {
      const { type: _, ...body } = event
      return trx
        .insertInto('election')
        .values({
          community_id: community,
          election_id: id as ElectionId,
          status: 'draft',
          state: JSON.stringify({ ...body, status: 'draft', rung: 'none' }),
          drafted_at: at,
        })
        .execute()
    },
    ElectionRedrafted: folded,
    RollPublished: (trx, subject, { voters }) => insertVoters(trx, subject, voters),
    RollObjected: (trx, { community, id }, { objection, text, name }, at) =>
      trx
        .insertInto('election_objection')
        .values({ community_id: community, objection_id: objection, election_id: id as ElectionId, text, name, at })
        .execute(),
    ObjectionRuled: (trx, { community }, { objection, upheld, reason, late }, at) =>
      trx
        .updateTable('election_objection')
        .set({ upheld, reason, late, ruled_at: at })
        .where('community_id', '=', community)
        .where('objection_id', '=', objection)
        .execute(),
    RollCorrected: async (trx, subject, { add, strike: struck }) => {
      await strike(trx, subject, struck)
      await insertVoters(trx, subject, add)
    },
    ProxyArranged: (trx, { community, id }, { principal, holder, relation }) =>
      trx
        .updateTable('election_voter')
        .set({ proxy_id: holder, relation, lapsed_id: null })
        .where('community_id', '=', community)
        .where('election_id', '=', id as ElectionId)
        .where('voter_id', '=', principal)
        .execute(),
    ProxiesLapsed: (trx, { community, id }, { lapsed }) =>
      sql`update app.election_voter set lapsed_id = proxy_id, proxy_id = null, relation = ''
        where community_id = ${community} and election_id = ${id}
          and voter_id = any(${lapsed.map(({ principal }) => principal)}::text[])`.execute(trx),
    MemberHeard: folded,
    RecallVoteDue: folded,
    RulingsOverdue: folded,
    VotingNear: folded,
    VotingOpened: folded,
    BallotGiven: (trx, { community, id }, { turn, voter, holder, by }, at) =>
      trx
        .insertInto('election_given')
        .values({
          community_id: community,
          election_id: id as ElectionId,
          turn,
          voter_id: voter,
          holder_id: holder,
          given_by: by,
          at,
        })
        .execute(),
    VotingClosed: folded,
    BoxCounted: (trx, { community, id }, { box, by, count }, at) =>
      sql`insert into app.election_count (community_id, election_id, number, turn, box, person_id, count, at)
        select ${community}, ${id}, (select count(*) + 1 from app.election_count
            where community_id = ${community} and election_id = ${id}),
          (select (state -> 'turn' ->> 'number')::integer from app.election where community_id = ${community} and election_id = ${id}),
          ${box}, ${by}, ${JSON.stringify(count)}::jsonb, ${at}`.execute(trx),
    BoxDiffered: folded,
    BoxSettled: folded,
    ResultAnnounced: folded,
    DoubleSettled: folded,
    WomanNoted: folded,
    NextVoteFixed: folded,
    FurtherVoteDue: folded,
    ElectionEndedShort: folded,
    ElectionWithdrawn: folded,
  },
  keep: (trx, { community, id }, state) =>
    state.status === 'absent'
      ? Promise.resolve()
      : sql`update app.election set status = ${state.status}, state = ${JSON.stringify(state)}::jsonb
          where community_id = ${community} and election_id = ${id}`.execute(trx),
} satisfies Store<Election, ElectionEvent>
