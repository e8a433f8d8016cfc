// Where somebody stands who claims, and whom the claim is about: read while their rows are held, so that nothing of it changes until it is written.
import type { Footing, RosterOwner, Witness } from '@yishi/domain/identity'
import type { CommunityId, Instant, PersonId, UnitId } from '@yishi/domain/kernel'
import { CLAIM_HOLDS } from '@yishi/domain/identity'
import { later } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

export type Someone = { readonly community: CommunityId; readonly person: PersonId }

type Stand = {
  readonly account: string | null
  /** Proved by a code. */
  readonly phone: string | null
  readonly signedUp: boolean
  readonly owns: boolean
}

const standOf = async (trx: Transaction, { community, person }: Someone): Promise<Stand | null> => {
  const { rows } = await sql<Stand>`
    select p.account_id as account, u.phone_number as phone, p.signed_up as "signedUp", exists (
      select from app.person self join app.ownership using (community_id, person_id)
      where self.community_id = p.community_id and self.account_id = p.account_id) as owns
    from app.person p left join auth."user" u on u.id = p.account_id and u.phone_number_verified
    where p.community_id = ${community} and p.person_id = ${person} for update of p`.execute(trx)
  return rows[0] ?? null
}

const footingOf = ({ account, phone, signedUp, owns }: Stand): Footing => {
  if (account !== null && owns) return 'owner'
  if (!signedUp) return 'on-roster'
  return phone === null ? 'phone-unproved' : 'newcomer'
}

export type Standing = {
  readonly footing: Footing
  readonly phone: string
  readonly account: string | null
  readonly waiting: boolean
  readonly recent: number
}

/** Whoever lodges twice at once waits here for the first. Claims count for the account, by whatever name it acts. */
export const standingToClaim = async (trx: Transaction, someone: Someone, now: Instant): Promise<Standing | null> => {
  const stand = await standOf(trx, someone)
  if (!stand) return null
  const { rows } = await sql<{ waiting: number; recent: number }>`
    select count(*) filter (where c.status = 'pending')::integer as waiting,
      count(*) filter (where c.lodged_at > ${later(now, -CLAIM_HOLDS)})::integer as recent
    from app.claim c join app.person p using (community_id, person_id)
    where c.community_id = ${someone.community}
      and (c.person_id = ${someone.person} or p.account_id = ${stand.account})`.execute(trx)
  const { waiting, recent } = rows[0]!
  const { account, phone } = stand
  return { footing: footingOf(stand), phone: phone ?? '', account, waiting: waiting > 0, recent }
}

type OwnerRow = RosterOwner & { readonly share: string; readonly accountId: string | null }

/** The owners of a unit with their rows held, in one order for everybody; the claimant's row is held with them. */
export const holdOwners = async (
  trx: Transaction,
  { community, person, account }: Someone & { readonly account: string | null },
  unit: UnitId | null,
): Promise<readonly OwnerRow[]> => {
  const { rows } = await sql<Omit<OwnerRow, 'account'> & { readonly closed: boolean }>`
    select person.person_id as person, person.name, person.phone, held.share, person.account_id as "accountId",
      exists (select from auth."user" u where u.id = person.account_id and u.disabled_at is not null) as closed,
      (select min(other.person_id) from app.person other where other.community_id = person.community_id
        and other.account_id = person.account_id and other.signed_up) as "signedUp"
    from app.person left join app.ownership held on held.community_id = person.community_id
      and held.person_id = person.person_id and held.unit_id = ${unit}::text
    where person.community_id = ${community} and (person.person_id = ${person} or held.unit_id is not null)
    order by person.person_id for update of person`.execute(trx)
  return rows
    .filter(({ share }) => share !== null)
    .map(({ closed, ...row }) => ({ ...row, account: standOfAccount(row.accountId, account, closed) }))
}

const standOfAccount = (held: string | null, own: string | null, closed: boolean): RosterOwner['account'] => {
  if (held === null) return 'none'
  if (held === own) return 'own'
  return closed ? 'closed' : 'living'
}

/** Whoever acts as an owner's row of the roster has been confirmed as that owner: by the roster's number, or by a claim. */
export const witnessIn = async (
  trx: Transaction,
  { community, person }: Someone,
  owners: readonly OwnerRow[],
): Promise<Witness> => {
  const { rows } = await sql<{ pending: boolean }>`
    select exists (select from app.claim c join app.person p using (community_id, person_id)
      where c.community_id = ${community} and c.status = 'pending'
        and (c.person_id = ${person} or p.account_id = (
          select account_id from app.person self where self.community_id = ${community} and self.person_id = ${person}))
    ) as pending`.execute(trx)
  return {
    owns: owners.some((owner) => owner.person === person && owner.account === 'living'),
    pending: rows[0]!.pending,
  }
}
