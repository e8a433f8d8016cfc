// Which voter's sheet a code is: the number on the list and a seal, as on the sheets of a poll (docs/decisions/0034).
import { type BallotId, type BudgetId, type Refused, refuse } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { linkKeyOf } from '../matter/index.ts'
import { issueOf, readPaperCode } from '../paper-ballot/index.ts'
import { listOf } from './list-query.ts'

/** A lost sheet is printed again as it was: of two that come back both are ballots of one voter, and the last one given holds. */
export const ISSUE = 1

export type SheetRefusal = 'paper-code-wrong' | 'paper-of-another-poll'

/** Whoever made a code up, or moved one to another voter, is told that it is none of ours, and nothing else. */
export const ballotBehind = async (
  { ctx }: Served,
  round: Subject<BudgetId>,
  typed: string,
): Promise<Subject<BallotId> | Refused<SheetRefusal>> => {
  const read = readPaperCode(typed)
  if (!read) return refuse('paper-code-wrong')
  if (read.list !== null && read.list !== round.id) return refuse('paper-of-another-poll')
  const secret = await linkKeyOf(ctx.db, round.community)
  const { rows } = await inCommunities(ctx.db, [round.community], (trx) =>
    sql<{ ballot: BallotId }>`
      select ballot_id as ballot from (${listOf(round)}) listed where number = ${read.number}`.execute(trx),
  )
  const ballot = rows[0]?.ballot
  return ballot && issueOf(secret, { ballot, issue: ISSUE }, read.seal) !== null
    ? { community: round.community, id: ballot }
    : refuse('paper-code-wrong')
}
