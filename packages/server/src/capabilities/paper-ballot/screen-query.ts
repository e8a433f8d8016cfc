// What the big screen of the hall shows while a poll runs: who is there, how many have voted, what is still missing to be valid. Participation alone.
import type { PollScreen } from '@yishi/contract/paper-pages'
import type { PollId } from '@yishi/domain/kernel'
import { percentOf, rehearse } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { countedOf, firstOf, othersBeside, participationOf, readShown, turnoutByBuilding } from '../poll/index.ts'

const inHall = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from app.paper_ballot
    where community_id = ${community} and poll_id = ${id} and checked_in`.execute(trx)
  return rows[0]!.n
}

type Shown = NonNullable<Awaited<ReturnType<typeof readShown>>>

const quorumOf = async (trx: Transaction, poll: Subject<PollId>, { rule, totals }: Shown) => {
  const taking = await participationOf(trx, poll, totals)
  const strict = rehearse(rule, taking).find(({ regime }) => regime === 'strict')
  return (strict?.lines ?? []).map(({ measure, have, needed, missing }) => {
    const percent = percentOf(taking.returned, taking.electorate, measure)
    return { measure, have, needed, missing, percent }
  })
}

/** Null before it opens, where hands are counted, and of a matter that is closed to the public. */
export const readScreen = async (trx: Transaction, poll: Subject<PollId>): Promise<Omit<PollScreen, 'asOf'> | null> => {
  const shown = await readShown(trx, poll, { listed: false, asOf: '', counted: await countedOf(trx, poll) })
  if (!shown?.turnout) return null
  const { status, rule, turnout } = shown
  if (status === 'announced' || status === 'withdrawn') return null
  return {
    poll: poll.id,
    community: shown.community,
    question: shown.question,
    status,
    turnout,
    others: await othersBeside(trx, poll),
    inHall: rule.ballotOf === 'unit' ? await inHall(trx, await firstOf(trx, poll)) : null,
    quorum: await quorumOf(trx, poll, shown),
    groups: rule.ballotOf === 'unit' ? (await turnoutByBuilding(trx, poll)).groups : [],
    passed: shown.result?.passed ?? null,
    closesAt: shown.assembly?.closesAt ?? null,
  }
}
