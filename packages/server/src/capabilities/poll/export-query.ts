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

type Part = { readonly after: string; readonly most: number }

/** Part by part in the order of their ids, or all at once. */
export const votersIn = async (
  trx: Transaction,
  subject: Subject<PollId>,
  part: Part | null = null,
): Promise<Voters> => {
  const { community, id } = subject
  const { rows } = await sql<Row>`
    select voter.ballot_id as ballot, voter_id as voter, head, zone, amounts, coalesce((
        select jsonb_agg(jsonb_build_object('channel', coalesce(noted_in, 'online'), 'choice', choice,
          'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number)
        from app.poll_ballot ballot where ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
      ), '[]') as ballots
    from app.poll_voter voter
    where community_id = ${community} and poll_id = ${id} and voter_id collate "C" > ${part?.after ?? ''}
    order by voter_id collate "C" limit ${part?.most ?? null}`.execute(trx)
  const of = part && rows.map(({ ballot }) => ballot)
  const proofs = await proofsOn(trx, subject, of)
  return rows.map(({ ballot, ...row }) => {
    const silent = row.ballots.length === 0
    return { ...row, proof: silent ? (proofs.get(ballot) ?? 'none') : 'none' }
  })
}

/** What an exported poll says before its list. */
export const exportHead = ({
  poll_id: poll,
  rule,
  question,
  digest,
  assembly,
  lots,
}: Selectable<PollRow>): Omit<ExportedPoll, 'voters'> => ({
  format: 'yishi-poll/1',
  poll,
  rule,
  regime: assembly?.regime ?? 'strict',
  question,
  digest,
  lots,
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
  return { ...exportHead(row), voters: await votersIn(trx, subject) }
}
