// The list of groups as its keepers see it: whose, how much waits in each, and where another may be opened.
import type { Group, Groups } from '@yishi/contract/group'
import { GROUP_KEEPERS, keepsGroups } from '@yishi/domain/group'
import { type Actor, type CommunityId, type PersonId, covers, holds, namesOf } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { type FlatNode, flatNodes } from '../territory/index.ts'
import './tables.ts'

type Row = Omit<Group, 'node' | 'keeper'> & { readonly keeper: PersonId | null; readonly keeperName: string | null }

const rowsOf = async (trx: Transaction, community: CommunityId): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select g.group_id as "group", g.name, g.path, g.keeper_id as keeper, person.name as "keeperName", (
      select count(*) from app.excerpt_draft d join app.excerpt e using (community_id, excerpt_id)
      where e.community_id = g.community_id and e.group_id = g.group_id and e.status = 'pasted' and d.fate = 'waiting'
    )::integer as waiting, (
      select e.excerpt_id from app.excerpt e
      where e.community_id = g.community_id and e.group_id = g.group_id and e.status = 'pasted' order by e.pasted_at limit 1
    ) as excerpt, (
      select count(*) from app.card c where c.community_id = g.community_id and c.group_id = g.group_id and c.status = 'owed'
    )::integer as owed
    from app.chat_group g left join app.person on person.community_id = g.community_id and person.person_id = g.keeper_id
    left join app.node n on n.community_id = g.community_id and n.node_id = g.node_id
    where g.community_id = ${community} and g.status = 'kept' order by n.position nulls first, g.name`.execute(trx)
  return rows
}

type Keeper = { readonly person: PersonId; readonly name: string; readonly path: string }

/** Everybody whose hat makes them a keeper somewhere here. */
export const keepersOf = async (trx: Transaction, community: CommunityId): Promise<readonly Keeper[]> =>
  trx
    .selectFrom('membership as held')
    .innerJoin('person', (on) =>
      on.onRef('person.community_id', '=', 'held.community_id').onRef('person.person_id', '=', 'held.person_id'),
    )
    .select(['held.person_id as person', 'person.name', 'held.path'])
    .where('held.community_id', '=', community)
    .where('held.role', 'in', [...GROUP_KEEPERS])
    .where('held.ends', 'is', null)
    .orderBy('held.role', 'desc')
    .orderBy('person.name')
    .execute()

export const mayKeep = (keepers: readonly Keeper[], person: string, path: string): boolean =>
  keepers.some((keeper) => keeper.person === person && covers(keeper.path, path))

const isDesk = (actor: Actor, community: CommunityId): boolean => holds(actor, DESK, community, '')

/** The desk gives groups to anybody who may keep them; others give theirs to themselves. */
const peopleFor = (actor: Actor, community: CommunityId, keepers: readonly Keeper[]) => {
  const shown = keepers.filter(({ person }) => isDesk(actor, community) || namesOf(actor).includes(person))
  return [...new Map(shown.map(({ person, name }) => [person, { person, name }])).values()]
}

/** Where somebody keeps groups, or may place what a group tells of; '' where they keep the whole community. */
export const nodesFor = (actor: Actor, community: CommunityId, nodes: readonly FlatNode[]) => [
  ...(keepsGroups(actor, { community, path: '' }) ? [{ path: '', name: '' }] : []),
  ...nodes
    .filter(({ path }) => keepsGroups(actor, { community, path }))
    .map(({ path, label }) => ({ path, name: label })),
]

export const readGroups = async (trx: Transaction, community: CommunityId, actor: Actor): Promise<Groups> => {
  const nodes = await flatNodes(trx, community)
  const labels = new Map(nodes.map(({ path, label }) => [path, label]))
  const rows = (await rowsOf(trx, community)).filter(({ path }) => keepsGroups(actor, { community, path }))
  return {
    community,
    groups: rows.map(({ keeper, keeperName, ...row }) => ({
      ...row,
      node: labels.get(row.path) ?? '',
      keeper: keeper === null ? null : { person: keeper, name: keeperName ?? '' },
    })),
    nodes: nodesFor(actor, community, nodes),
    people: peopleFor(actor, community, await keepersOf(trx, community)),
    mayFill: isDesk(actor, community),
  }
}
