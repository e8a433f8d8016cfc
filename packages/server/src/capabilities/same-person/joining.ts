// An account comes to a row of the roster, or leaves one: on every list that is not drawn up anew, its rows are one person from now on.
import type { CommunityId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { BUDGET_LISTS, POLL_LISTS, joinRowsOn } from './rows.ts'

type Moved = { readonly person: PersonId; readonly before: string | null; readonly account: string | null }

const rowsOf = async (trx: Transaction, community: CommunityId, accounts: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::integer as rows from app.person
    where community_id = ${community} and account_id = any(${[...accounts]}::text[])`.execute(trx)
  return rows[0]!.rows
}

/** The account is linked already, and held. Whoever signs in for the first time has nothing to be joined. */
export const accountMoved = async (
  trx: Transaction,
  community: CommunityId,
  { person, before, account }: Moved,
): Promise<void> => {
  const accounts = [before, account].flatMap((each) => each ?? [])
  if (before === null && (await rowsOf(trx, community, accounts)) < 2) return
  for (const kind of [POLL_LISTS, BUDGET_LISTS]) await joinRowsOn(trx, kind, community, { accounts, person })
}
