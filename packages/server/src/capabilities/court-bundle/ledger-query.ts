// What the log holds of a vote: the poll, its ballots, its paper and its notices, with what opens their sealed values.
import type { PollId } from '@yishi/domain/kernel'
import type { BundledLedger } from '@yishi/domain/court-bundle'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { type KeptEntry, entriesOf, extractOver } from '../ledger/index.ts'

/** What a court needs to open. Telephone numbers, by which proxies are known, and who lodged an objection stay shut. */
const OPENED: ReadonlySet<string> = new Set(
  `title question figures voters evidence reason
  voter choice person to companion note photo assistance document readers
  wording spots photos text answer`.split(/\s+/u),
)

const subjectsOf = async (trx: Transaction, { community, id }: Subject<PollId>, notices: readonly string[]) => {
  const { rows } = await sql<{ subject: string }>`
    select ballot_id as subject from app.poll_voter where community_id = ${community} and poll_id = ${id}
    union all select objection_id from app.objection where community_id = ${community} and notice_id = any(${[...notices]}::text[])`.execute(
    trx,
  )
  return [id, ...notices, ...rows.map(({ subject }) => subject)]
}

const opened = ({ openings }: KeptEntry): BundledLedger['openings'][number] =>
  Object.fromEntries(Object.entries(openings ?? {}).filter(([name]) => OPENED.has(name)))

/** Null while no checkpoint holds the last of the entries. */
export const ledgerOf = async (
  trx: Transaction,
  poll: Subject<PollId>,
  notices: readonly string[],
): Promise<BundledLedger | null> => {
  const entries = await entriesOf(trx, poll.community, { subjects: await subjectsOf(trx, poll, notices) })
  const log = await extractOver(trx, poll.community, entries, 'newest')
  return log && { log, openings: entries.map(opened) }
}
