// What the log holds of a vote: the poll, its ballots, its paper and its notices, with what opens their sealed values.
import type { PollId } from '@yishi/domain/kernel'
import { paperEntry } from '@yishi/domain/paper-ballot'
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

/** What the sheets of a further question have in the log goes by the ballots of the first, and so do the proofs that something reached its units. */
const OF_SHEETS = [...Object.keys(paperEntry), 'ProofsRecorded']

const sheetsOf = async (trx: Transaction, { community, id }: Subject<PollId>) => {
  const { rows } = await sql<{ subject: string }>`
    select first.id as subject from app.poll asked cross join lateral (
      select asked.agenda_first as id
      union all select ballot_id from app.poll_voter where community_id = asked.community_id and poll_id = asked.agenda_first
    ) as first
    where asked.community_id = ${community} and asked.poll_id = ${id} and asked.agenda_first is not null`.execute(trx)
  return rows.map(({ subject }) => subject)
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
  const { community } = poll
  const own = await placesOf(trx, community, { subjects: await subjectsOf(trx, poll, notices) })
  const ofSheets = await placesOf(trx, community, { subjects: await sheetsOf(trx, poll), types: OF_SHEETS })
  const places = [...own, ...ofSheets].toSorted((one, other) => one - other)
  return pathOver(trx, community, places, 'newest')
}

type Kept = { readonly leaf: string; readonly openings: BundledLedger['openings'][number] }

export const keptAt = async (
  trx: Transaction,
  { community }: Subject<PollId>,
  places: readonly number[],
): Promise<readonly Kept[]> =>
  (await entriesAt(trx, community, places)).map((entry) => ({ leaf: entry.leaf, openings: opened(entry) }))
