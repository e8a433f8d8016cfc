// Everybody who works for a community, with their hats and whether they can sign in; telephone numbers are masked.
import type { PersonAct, Worker } from '@yishi/contract/people'
import { accessOf, needsSecondFactor, tendAccount } from '@yishi/domain/account'
import type { Actor, CommunityId, Hat, Instant, PersonId } from '@yishi/domain/kernel'
import { maskPhone } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import { systemClock } from '../../kernel/clock.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { readMobile } from './mobile.ts'
import type { AccountId } from './tables.ts'

type WornHat = Worker['hats'][number] & Pick<Hat, 'path'>
export type WorkerRow = {
  readonly person: PersonId
  readonly name: string
  readonly phone: string | null
  readonly account: AccountId | null
  readonly hats: readonly WornHat[]
  readonly password: boolean
  readonly factor: boolean
  readonly closed: boolean
  readonly invited: boolean
}

type Here = { readonly community: CommunityId; readonly now: Instant; readonly person?: PersonId }

export const workerRows = async (trx: Transaction, { community, now, person }: Here): Promise<readonly WorkerRow[]> => {
  const { rows } = await sql<WorkerRow>`
    select p.person_id as person, p.name, p.phone, p.account_id as account,
      jsonb_agg(jsonb_build_object('role', held.role, 'path', held.path, 'node', node.name, 'party', party.name)
        order by held.role, held.path) as hats,
      exists (select from auth.account a where a.user_id = p.account_id and a.provider_id = 'credential') as password,
      coalesce((select u.two_factor_enabled from auth."user" u where u.id = p.account_id), false) as factor,
      exists (select from auth."user" u where u.id = p.account_id and u.disabled_at is not null) as closed,
      exists (select from auth.entry_link l where l.community_id = p.community_id and l.person_id = p.person_id
        and l.purpose = 'invitation' and l.until > ${systemClock.now()}) as invited
    from app.person p join app.membership held using (community_id, person_id)
    left join app.node on node.community_id = held.community_id and node.node_id = held.node_id
    left join app.party on party.community_id = held.community_id and party.party_id = held.party_id
    where p.community_id = ${community} and held.role <> 'resident'
      and held.starts <= ${now} and (held.ends is null or held.ends > ${now})
      ${person ? sql`and p.person_id = ${person}` : sql``}
    group by p.community_id, p.person_id, p.name, p.phone, p.account_id
    order by min(held.role), p.name, p.person_id`.execute(trx)
  return rows
}

const isReady: { readonly [Act in PersonAct]: (row: WorkerRow) => boolean } = {
  /** Others come in by a code to their phone. */
  invite: ({ hats, password, closed, phone }) =>
    hats.some(({ role }) => needsSecondFactor(role)) && !password && !closed && readMobile(phone ?? '') !== null,
  'remove-factor': ({ factor, closed }) => factor && !closed,
  'close-account': ({ account, closed }) => account !== null && !closed,
}

/** Whether they work elsewhere too is looked up when somebody acts. */
const mayOn = (row: WorkerRow, actor: Actor, community: CommunityId): PersonAct[] => {
  const hats = row.hats.map(({ role, path }) => ({ role, path, community, party: null }))
  if (tendAccount(actor, { persons: [row.person], hats })) return []
  return (Object.keys(isReady) as PersonAct[]).filter((act) => isReady[act](row))
}

export const workerView = (row: WorkerRow, actor: Actor, community: CommunityId): Worker => {
  const { person, name, phone, account, hats, password, factor, closed, invited } = row
  const mobile = readMobile(phone ?? '') !== null
  const roles = hats.map(({ role }) => role)
  return {
    person,
    name,
    phone: phone === null ? null : maskPhone(phone),
    hats: hats.map(({ role, node, party }) => ({ role, node, party })),
    access: accessOf({ roles, mobile, account: account !== null, password, invited, closed }),
    factor,
    may: mayOn(row, actor, community),
  }
}
