// The certificate of a decided poll, for anybody: what is published of it and what the log holds of it, names and choices left out. It is the same whenever it is asked for.
import type { PollId } from '@yishi/domain/kernel'
import type { Certificate } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { entriesOf, extractOver } from '../ledger/index.ts'
import { communityTitle } from '../territory/index.ts'
import { rowOfPoll } from './store.ts'

const ballotsOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<readonly string[]> => {
  const { rows } = await sql<{ ballot: string }>`
    select ballot_id as ballot from app.poll_voter
    where community_id = ${community} and poll_id = ${id} and holding > 0`.execute(trx)
  return rows.map(({ ballot }) => ballot)
}

const logOf = async (trx: Transaction, subject: Subject<PollId>, ballots: readonly string[]) => {
  const { community, id } = subject
  const own = await entriesOf(trx, community, { subjects: [id] })
  const cast = await entriesOf(trx, community, { subjects: ballots, types: ['BallotCast'] })
  const entries = [...own, ...cast].toSorted((one, other) => one.place - other.place)
  const entered = own.findLast(({ openings }) => openings?.['figures'])
  return { log: await extractOver(trx, community, entries, 'oldest'), salt: entered?.openings?.['figures']?.salt ?? '' }
}

/** Null for what is not decided, and for about a second after it was. */
export const readCertificate = async (trx: Transaction, subject: Subject<PollId>): Promise<Certificate | null> => {
  const row = await rowOfPoll(trx, subject).executeTakeFirst()
  if (row?.status !== 'decided' || !row.figures || !row.outcome || !row.opened_at || !row.decided_at) return null
  const { rule, question, assembly, named, totals, digest, lots, figures, outcome } = row
  const ballots = row.way === 'ballots' ? await ballotsOf(trx, subject) : null
  const { log, salt } = await logOf(trx, subject, ballots ?? [])
  if (!log) return null
  return {
    format: 'yishi-certificate/1',
    poll: row.poll_id,
    community: (await communityTitle(trx, subject.community)).name,
    rule,
    regime: assembly?.regime ?? 'strict',
    question,
    electorate: { named, totals, digest },
    lots,
    figures,
    countSalt: salt,
    passed: outcome.passed,
    chosen: [...outcome.chosen],
    cast: ballots?.length ?? null,
    openedAt: row.opened_at,
    closesAt: assembly?.closesAt ?? null,
    decidedAt: row.decided_at,
    log,
  }
}
