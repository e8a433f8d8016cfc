// Rows of people that signing in has made, and how an account comes to a row of the roster: the row stays, the account moves.
import type { CommunityId, Instant, PersonId } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import { addPerson } from './founding.ts'
import { type PersonHere, linkAccount } from './people-query.ts'
import './tables.ts'

type Known = { readonly phone: string | null; readonly account: string }

/** Somebody of whom only the number is known. */
export const addSignedUp = async (
  trx: Transaction,
  { community, person }: PersonHere,
  { phone, account }: Known,
  at: Instant,
): Promise<void> => {
  const hats = [{ role: 'resident', node: null, party: null } as const]
  await addPerson(trx, community, { id: person, name: `尾号${(phone ?? '').slice(-4)}`, phone, hats }, at)
  await linkAccount(trx, { community, person }, account)
  await one(trx, { community, person }).set({ signed_up: true }).execute()
}

const one = (trx: Transaction, { community, person }: PersonHere) =>
  trx.updateTable('person').where('community_id', '=', community).where('person_id', '=', person)

const rowOf = (trx: Transaction, { community, person }: PersonHere) =>
  trx
    .selectFrom('person')
    .select(['account_id', 'phone'])
    .where('community_id', '=', community)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()

export type Taking = {
  readonly community: CommunityId
  readonly owner: PersonId
  readonly claimant: PersonId
  /** Where the account that had the row goes on; null where none had. */
  readonly former: PersonId | null
}

/** Whoever loses a row goes on as who they would be without it, under the number that they had there. */
const settleFormer = async (trx: Transaction, here: PersonHere, known: Known, at: Instant): Promise<void> => {
  const kept = await one(trx, here).set({ phone: known.phone }).returning('person_id').executeTakeFirst()
  if (!kept) await addSignedUp(trx, here, known, at)
}

/** All rows are held already. The claimant's other row keeps the account, behind the roster's, and gives up the number. */
export const takeRow = async (
  trx: Transaction,
  { community, owner, claimant, former }: Taking,
  at: Instant,
): Promise<void> => {
  const before = await rowOf(trx, { community, person: owner })
  const { account_id: account } = await rowOf(trx, { community, person: claimant })
  if (account === null) throw new Error(`the claimant ${claimant} has no account`)
  if (former !== null && before.account_id !== null)
    await settleFormer(trx, { community, person: former }, { phone: before.phone, account: before.account_id }, at)
  await linkAccount(trx, { community, person: owner }, account)
  await one(trx, { community, person: claimant }).where('signed_up', '=', true).set({ phone: null }).execute()
}

export const changeNumber = async (trx: Transaction, here: PersonHere, phone: string): Promise<void> => {
  await one(trx, here).set({ phone }).execute()
}
