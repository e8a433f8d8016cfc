// Reading the pictures of a poll's sheets: what became of each, and those of one sheet; the picture itself for those who count.
import type { PaperScan, PaperScans } from '@yishi/contract/paper-scan'
import type { BallotId, PollId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../../kernel/database/tables.ts'
import type { Subject } from '../../../kernel/store.ts'
import '../tables.ts'

/** The newest; what could not be matched is never left out. */
const MOST = 200

const SCANS = ({ community, id }: Subject<PollId>) => sql`
  select scan.scan_id as scan, scan.outcome, voter.position + 1 as number, voter.name, scan.issue,
    coalesce(person.name, '') as by, scan.at
  from app.paper_scan scan
  left join app.poll_voter voter on voter.community_id = scan.community_id and voter.ballot_id = scan.ballot_id
  left join app.person on person.community_id = scan.community_id and person.person_id = scan.person_id
  where scan.community_id = ${community} and scan.poll_id = ${id}`

export const readScans = async (trx: Transaction, poll: Subject<PollId>): Promise<PaperScans> => {
  const { rows: scans } = await sql<PaperScan>`${SCANS(poll)}
    order by scan.outcome = 'matched', scan.at desc, scan.scan_id limit ${MOST}`.execute(trx)
  const { rows } = await sql<{ matched: number; all: number }>`
    select count(*) filter (where outcome = 'matched')::integer as matched, count(*)::integer as all
    from app.paper_scan where community_id = ${poll.community} and poll_id = ${poll.id}`.execute(trx)
  return { ...rows[0]!, scans }
}

/** In the order in which they are named. */
export const scansOf = async (
  trx: Transaction,
  poll: Subject<PollId>,
  scans: readonly string[],
): Promise<PaperScan[]> => {
  const { rows } = await sql<PaperScan>`${SCANS(poll)} and scan.scan_id = any(${[...scans]}::text[])
    order by array_position(${[...scans]}::text[], scan.scan_id)`.execute(trx)
  return rows
}

/** Newest first. */
export const scansOfSheet = async (trx: Transaction, { community, id }: Subject<BallotId>) => {
  const { rows } = await sql<{ scan: string; issue: number }>`
    select scan_id as scan, issue from app.paper_scan
    where community_id = ${community} and ballot_id = ${id} order by at desc, scan_id`.execute(trx)
  return rows
}

export const digestOfScan = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  scan: string,
): Promise<string | null> => {
  const row = await trx
    .selectFrom('paper_scan')
    .select('sha256')
    .where('community_id', '=', community)
    .where('poll_id', '=', id)
    .where('scan_id', '=', scan as `scn_${string}`)
    .executeTakeFirst()
  return row?.sha256 ?? null
}
