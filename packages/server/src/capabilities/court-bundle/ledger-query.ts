// What the log holds of a vote: the poll, its ballots, its paper and its notices, with what opens their sealed values.
import type { PollId } from '@yishi/domain/kernel'
import type { BundledLedger } from '@yishi/domain/court-bundle'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { type KeptEntry, entriesAt, pathOver, placesOf } from '../ledger/index.ts'

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

export type LogPath = Omit<BundledLedger['log'], 'leaves'>

/** Where its entries lie and how they lead to a signed root; null while no checkpoint holds the last of them. */
export const logPathOf = async (
  trx: Transaction,
  poll: Subject<PollId>,
  notices: readonly string[],
): Promise<LogPath | null> => {
  const places = await placesOf(trx, poll.community, await subjectsOf(trx, poll, notices))
  return pathOver(trx, poll.community, places, 'newest')
}

type Kept = { readonly leaf: string; readonly openings: BundledLedger['openings'][number] }

export const keptAt = async (
  trx: Transaction,
  { community }: Subject<PollId>,
  places: readonly number[],
): Promise<readonly Kept[]> =>
  (await entriesAt(trx, community, places)).map((entry) => ({ leaf: entry.leaf, openings: opened(entry) }))
