// A role that somebody is given for a time, and lays down again; what the roster's workbook brings is a row of the same kind.
import type { CommunityId, Instant, NodeId, PersonId, Role } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import './tables.ts'

type Worn = {
  readonly community: CommunityId
  readonly persons: readonly PersonId[]
  readonly role: Role
  readonly path: string
}

/** With the party of that role, where the community has one. Whoever has it already keeps it as it is. */
export const wearRole = async (
  trx: Transaction,
  { community, persons, role, path, node }: Worn & { readonly node: NodeId | null },
  at: Instant,
): Promise<void> => {
  await sql`
    insert into app.membership (community_id, person_id, role, node_id, path, party_id, starts)
    select ${community}, person, ${role}, ${node}, ${path}, (
      select party_id from app.party where community_id = ${community} and role = ${role} order by first desc, party_id limit 1
    ), ${at} from unnest(${[...persons]}::text[]) as person
    where not exists (select from app.membership held where held.community_id = ${community} and held.person_id = person
      and held.role = ${role} and held.path = ${path} and held.ends is null)`.execute(trx)
}

/** At once, whoever had brought it; a role that began in the same moment was held for the shortest time that there is. */
export const layDownRole = async (
  trx: Transaction,
  { community, persons, role, path }: Worn,
  at: Instant,
): Promise<void> => {
  await sql`
    update app.membership set ends = greatest(${at}::timestamptz, starts + interval '1 millisecond')
    where community_id = ${community} and person_id = any(${[...persons]}::text[]) and role = ${role} and path = ${path}
      and ends is null`.execute(trx)
}
