// A poll as a file to count again: the frozen list without names, every ballot in its order, and what is proved of the silent ones (R1.65).
import { type Actor, type BallotId, type PollId, type Refused, holds, refuse } from '@yishi/domain/kernel'
import type { ExportedPoll, PollRefusal } from '@yishi/domain/poll'
import { type Selectable, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { proofsOn } from './ballot-query.ts'
import { rowOfPoll } from './store.ts'
import type { PollRow } from './tables.ts'

type Voters = ExportedPoll['voters']

type Row = Omit<Voters[number], 'proof'> & { readonly ballot: BallotId }

const votersIn = async (trx: Transaction, subject: Subject<PollId>): Promise<Voters> => {
  const { community, id } = subject
  const { rows } = await sql<Row>`
    select voter.ballot_id as ballot, voter_id as voter, head, zone, amounts, coalesce((
        select jsonb_agg(jsonb_build_object('channel', coalesce(noted_in, 'online'), 'choice', choice,
          'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number)
        from app.poll_ballot ballot where ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
      ), '[]') as ballots
    from app.poll_voter voter
    where community_id = ${community} and poll_id = ${id} order by voter_id collate "C"`.execute(trx)
  const proofs = await proofsOn(trx, subject)
  return rows.map(({ ballot, ...row }) => {
    const silent = row.ballots.length === 0
    return { ...row, proof: silent ? (proofs.get(ballot) ?? 'none') : 'none' }
  })
}

/** List, ballots and proofs of a poll that keeps them; whoever calls has seen to it that it is over. */
export const votesOf = async (
  trx: Transaction,
  subject: Subject<PollId>,
  {
    rule,
    question,
    digest,
    assembly,
    lots,
  }: Pick<Selectable<PollRow>, 'rule' | 'question' | 'digest' | 'assembly' | 'lots'>,
): Promise<ExportedPoll> => ({
  format: 'yishi-poll/1',
  poll: subject.id,
  rule,
  regime: assembly?.regime ?? 'strict',
  question,
  digest,
  lots,
  voters: await votersIn(trx, subject),
})

const OVER: readonly string[] = ['counting', 'preliminary', 'decided']

/** For those who count, and not while ballots are still taken: nobody learns before the end what anybody chose. */
export const exportFor = async (
  trx: Transaction,
  subject: Subject<PollId>,
  actor: Actor,
): Promise<ExportedPoll | Refused<PollRefusal>> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (!row || !holds(actor, row.rule.tellers, row.community_id, row.path)) return refuse('not-your-poll')
  if (row.named === null) return refuse('way-unfit')
  if (!OVER.includes(row.status)) return refuse('poll-running')
  return votesOf(trx, subject, row)
}
