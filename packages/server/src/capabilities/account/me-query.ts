// Who is signed in, with the names of the communities, nodes and parties that their hats belong to.
import type { Me } from '@yishi/contract/account'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Session, SessionHat } from './session.ts'

const communitiesOf = (session: Session) => [
  ...new Set([...session.persons, ...session.hats].map(({ community }) => community)),
]

/** Unlike `in`, it may be empty. */
const anyOf = <T extends string>(ids: readonly (T | null)[]) =>
  sql<T>`any(${[...new Set(ids.filter((id) => id !== null))]}::text[])`

/** Row level security keeps the names to the communities of this session. */
const namesOf = ({ db }: Context, session: Session) =>
  inCommunities(db, communitiesOf(session), async (trx) => {
    const nodes = await trx
      .selectFrom('node')
      .select(['node_id as id', 'name'])
      .where('node_id', '=', anyOf(session.hats.map(({ node }) => node)))
      .execute()
    const parties = await trx
      .selectFrom('party')
      .select(['party_id as id', 'name'])
      .where('party_id', '=', anyOf(session.hats.map(({ party }) => party)))
      .execute()
    const communities = await trx
      .selectFrom('community')
      .leftJoin('street_office', 'street_office.street_office_id', 'community.street_office_id')
      .select(['community.id', 'community.name', 'street_office.name as streetOffice'])
      .where('community.id', 'in', communitiesOf(session))
      .orderBy('community.id')
      .execute()
    const names = new Map<string, string>([...nodes, ...parties, ...communities].map(({ id, name }) => [id, name]))
    return { names, communities }
  })

const hatView = ({ role, community, node, party }: SessionHat, names: ReadonlyMap<string, string>) => ({
  role,
  community,
  node,
  party,
  communityName: names.get(community) ?? '',
  nodeName: names.get(node ?? '') ?? null,
  partyName: names.get(party ?? '') ?? null,
})

/** Null for who is signed in by a password alone, or is nobody here. */
export const meOf = async (ctx: Context, session: Session | null): Promise<Me | null> => {
  const [self] = session?.persons ?? []
  if (!session || !self || session.method === 'password') return null
  const { names, communities } = await namesOf(ctx, session)
  const hats = session.hats.map((hat) => hatView(hat, names))
  return { person: self.person, name: self.name, hats, communities }
}
