// What the committee reads of claims: a list with masked names and what fits, and one claim beside the roster's owners of that door.
import type { ClaimFile, ClaimLine, ClaimList } from '@yishi/contract/identity'
import { type RosterOwner, fitOf, needsReason } from '@yishi/domain/identity'
import { type ClaimId, type CommunityId, DAY, type Instant, later } from '@yishi/domain/kernel'
import { maskName, maskPhone } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { JOIN_PLACE, NODE_NAME } from './place-name.ts'
import type { ClaimRow } from './tables.ts'

const MOST = 300
/** How long what was decided stays on the list. */
const SHOWN_FOR = 30 * DAY

type Owner = RosterOwner & { readonly share: string }
type Row = Pick<ClaimRow, 'name' | 'phone' | 'door'> &
  Omit<ClaimLine, 'fit' | 'name'> & {
    readonly unit: string | null
    readonly owners: readonly Owner[]
    readonly by: string
    readonly how: ClaimFile['how']
    readonly reason: string
    readonly finding: boolean | null
    readonly foundBy: string | null
  }

const AT = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const CLAIMS = sql`
  select claim.claim_id as claim, claim.person_id as by, claim.unit_id as unit, claim.door, claim.name, claim.phone, claim.status,
    claim.doubted, claim.how, claim.reason, claim.finding, claim.found_by as "foundBy",
    concat_ws(' ', ${NODE_NAME}, claim.door) as place, ${AT('claim.lodged_at')} as "lodgedAt",
    ${AT('claim.lapses_at')} as "lapsesAt", ${AT('claim.decided_at')} as "decidedAt", (
      select count(*)::integer from app.claim rival where rival.community_id = claim.community_id
        and rival.unit_id = claim.unit_id and rival.status = 'pending' and rival.claim_id <> claim.claim_id) as rivals, (
      select coalesce(jsonb_agg(jsonb_build_object('person', owner.person_id, 'name', owner.name, 'phone', owner.phone,
        'share', held.share, 'signedUp', null, 'account', case when owner.account_id is null then 'none'
          when owner.account_id = claimant.account_id then 'own'
          when account.disabled_at is not null then 'closed' else 'living' end) order by owner.person_id), '[]')
      from app.ownership held join app.person owner using (community_id, person_id)
      left join auth."user" account on account.id = owner.account_id
      where held.community_id = claim.community_id and held.unit_id = claim.unit_id) as owners
  from app.claim join app.person claimant using (community_id, person_id)
  join app.node using (community_id, node_id) ${JOIN_PLACE}`

const fitOfRow = ({ status, unit, owners, name, phone }: Row): ClaimLine['fit'] => {
  if (status !== 'pending') return null
  if (unit === null) return 'no-door'
  const named = owners.filter((owner) => fitOf({ name, phone }, owner).name).length
  return named === 1 ? 'one' : named === 0 ? 'none' : 'several'
}

const lineOf = (row: Row): ClaimLine => {
  const { claim, place, name, status, doubted, rivals, lodgedAt, lapsesAt, decidedAt } = row
  const said = { claim, place, name: maskName(name), status, fit: fitOfRow(row) }
  return { ...said, doubted, rivals, lodgedAt, lapsesAt, decidedAt }
}

/** Those that wait first, the oldest before the others. */
export const claimsIn = async (trx: Transaction, community: CommunityId, now: Instant): Promise<ClaimList> => {
  const { rows } = await sql<Row>`${CLAIMS}
    where claim.community_id = ${community}
      and (claim.status = 'pending' or claim.decided_at > ${later(now, -SHOWN_FOR)})
    order by claim.status <> 'pending', case when claim.status = 'pending' then claim.lodged_at end,
      claim.decided_at desc limit ${MOST}`.execute(trx)
  return { claims: rows.map(lineOf), asOf: now }
}

/** `reader` is all the names of the reader's account. */
export const claimFile = async (
  trx: Transaction,
  { community, id }: Subject<ClaimId>,
  reader: readonly string[],
): Promise<ClaimFile | null> => {
  const { rows } = await sql<Row>`${CLAIMS}
    where claim.community_id = ${community} and claim.claim_id = ${id}`.execute(trx)
  const [row] = rows
  if (!row) return null
  const { name, phone, door, owners, how, reason, finding, foundBy, by } = row
  const waits = row.status === 'pending'
  return {
    ...lineOf(row),
    community,
    name,
    phone: phone && maskPhone(phone),
    door,
    // Once it is decided the roster's owners are the roster's business.
    owners: (waits ? owners : []).map((owner) => {
      const fit = fitOf({ name, phone }, owner)
      const { person, share } = owner
      const shown = owner.phone === null ? null : maskPhone(owner.phone)
      return { person, name: owner.name, phone: shown, share, fit, needsReason: needsReason(fit) }
    }),
    finding: finding === null ? null : { holds: finding, by: foundBy ?? '' },
    how,
    reason,
    may: waits && !reader.includes(by),
  }
}
