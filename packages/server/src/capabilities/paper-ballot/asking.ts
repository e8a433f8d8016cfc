// Who works with the paper of a poll: those who count it, wherever it lies; and which sheet a code is.
import {
  type BallotId,
  type PersonActor,
  type PollId,
  type Refused,
  actorThere,
  holds,
  refuse,
} from '@yishi/domain/kernel'
import { hasSheets } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { FastifyRequest } from 'fastify'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { communitiesOf, linkKeyOf } from '../matter/index.ts'
import { findPoll, rowOfPoll } from '../poll/index.ts'
import { type Read, issueOf, readPaperCode } from './code.ts'

/** `subject`: the poll that the sheets go by; `asked`: the question that somebody asked about, one of theirs. */
export type Asking = {
  readonly actor: PersonActor
  readonly subject: Subject<PollId>
  readonly asked: Subject<PollId>
}
export type PaperAskRefusal =
  | 'paper-unfit'
  | 'not-your-poll'
  | 'paper-code-wrong'
  | 'paper-of-another-poll'
  | 'voter-unknown'

/** For those who count the whole of a poll that has sheets. */
export const askedAt = async (served: Served, request: FastifyRequest, poll: string): Promise<Asking | Refused> => {
  const { actor: anybody } = await served.whoAsks(request)
  if (anybody.kind !== 'person') return refuse('not-signed-in')
  const asked = await findPoll(served.ctx.db, poll)
  if (!asked || !communitiesOf(anybody).includes(asked.community)) return refuse('poll-unknown')
  const { community } = asked
  const actor = actorThere(anybody, community)
  const row = await inCommunities(served.ctx.db, [community], (trx) => rowOfPoll(trx, asked).executeTakeFirst())
  if (!row || row.status === 'draft') return refuse('poll-unknown')
  if (!holds(actor, row.rule.tellers, community, row.path)) return refuse('not-your-poll')
  const subject = { community, id: row.agenda_first ?? asked.id }
  return row.way === 'ballots' && hasSheets(row.rule) ? { actor, subject, asked } : refuse('paper-unfit')
}

type Numbered = { readonly ballot: BallotId; readonly issue: number }

const numbered = async (trx: Transaction, { community, id }: Subject<PollId>, number: number) => {
  const { rows } = await sql<Numbered>`
    select voter.ballot_id as ballot, coalesce(paper.issue, 1) as issue
    from app.poll_voter voter left join app.paper_ballot paper using (community_id, ballot_id)
    where voter.community_id = ${community} and voter.poll_id = ${id} and voter.position = ${number - 1}`.execute(trx)
  return rows[0] ?? null
}

export type FoundSheet = { readonly ballot: Subject<BallotId>; readonly issue: number }

const sheetOf = async (
  { ctx }: Served,
  { community, id }: Subject<PollId>,
  { number, seal }: Read,
): Promise<FoundSheet | Refused<'paper-code-wrong'>> => {
  const secret = await linkKeyOf(ctx.db, community)
  const printed = await inCommunities(ctx.db, [community], (trx) => numbered(trx, { community, id }, number))
  const issue = printed && issueOf(secret, printed, seal)
  return printed && issue ? { ballot: { community, id: printed.ballot }, issue } : refuse('paper-code-wrong')
}

/** Whoever made a code up, or moved one to another unit, is told that it is none of ours, and nothing else. */
export const sheetBehind = async (
  served: Served,
  poll: Subject<PollId>,
  typed: string,
): Promise<FoundSheet | Refused<PaperAskRefusal>> => {
  const read = readPaperCode(typed)
  if (!read) return refuse('paper-code-wrong')
  if (read.list !== null && read.list !== poll.id) return refuse('paper-of-another-poll')
  return sheetOf(served, poll, read)
}

export const ballotsOf = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  voters: readonly string[],
): Promise<readonly BallotId[] | Refused<'voter-unknown'>> => {
  const { rows } = await sql<{ ballot: BallotId }>`
    select ballot_id as ballot from app.poll_voter
    where community_id = ${community} and poll_id = ${id} and voter_id = any(${[...voters]}::text[])
    order by position`.execute(trx)
  return rows.length === new Set(voters).size ? rows.map(({ ballot }) => ballot) : refuse('voter-unknown')
}
