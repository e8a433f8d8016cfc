// Opening groups: one at a place, or one for every building or stairway that has none yet.
import {
  type Actor,
  type CommunityId,
  type NodeId,
  type PersonId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Once } from '../../kernel/once.ts'
import type { Performer } from '../../kernel/perform.ts'
import { type FlatNode, flatNodes } from '../territory/index.ts'
import { group } from './capability.ts'
import { keepersOf, mayKeep } from './query.ts'

type Opening = { readonly ctx: Context; readonly performer: Performer; readonly actor: Actor; readonly once?: Once }
type Naming = { readonly name: string; readonly keeper: string | null }

export type GroupAskRefusal = 'node-unknown' | 'keeper-unknown'

/** The node of a path; null for the whole community. */
const nodeAt = (nodes: readonly FlatNode[], path: string): NodeId | null | Refused<'node-unknown'> =>
  path === '' ? null : (nodes.find((node) => node.path === path)?.node ?? refuse('node-unknown'))

export const openGroup = async (
  { ctx, performer, actor, ...once }: Opening,
  community: CommunityId,
  { path, name, keeper }: Naming & { readonly path: string },
): Promise<{ readonly group: string } | Refused> => {
  const done = await performer.perform(ctx, group, {
    subject: { community, id: ctx.ids('grp') },
    fresh: { status: 'absent' },
    actor,
    ...once,
    async command(trx) {
      const node = nodeAt(await flatNodes(trx, community), path)
      if (isRefused(node)) return node
      if (keeper !== null && !mayKeep(await keepersOf(trx, community), keeper, path)) return refuse('keeper-unknown')
      return { type: 'OpenGroup' as const, community, node, path, name, keeper: keeper as PersonId | null }
    },
  })
  return isRefused(done) ? done : { group: done.id }
}

export const changeGroup = async (
  { ctx, performer, actor }: Opening,
  { community, id, path }: { readonly community: CommunityId; readonly id: string; readonly path: string },
  { name, keeper }: Naming,
): Promise<null | Refused> => {
  const done = await performer.perform(ctx, group, {
    subject: { community, id },
    actor,
    async command(trx) {
      if (keeper !== null && !mayKeep(await keepersOf(trx, community), keeper, path)) return refuse('keeper-unknown')
      return { type: 'ChangeGroup' as const, name, keeper: keeper as PersonId | null }
    },
  })
  return isRefused(done) ? done : null
}

/** The nearest keeper below the desk: a building leader before a grid worker. */
const nearest = (keepers: Awaited<ReturnType<typeof keepersOf>>, path: string): PersonId | null => {
  const near = keepers.filter((keeper) => keeper.path !== '' && mayKeep([keeper], keeper.person, path))
  return near.toSorted((a, b) => b.path.length - a.path.length)[0]?.person ?? null
}

/** A hundred and sixty groups are nobody's typing: each gets the name of its node and the keeper nearest to it. */
export const fillGroups = async (
  opening: Opening,
  community: CommunityId,
  kind: FlatNode['kind'],
): Promise<{ readonly opened: number } | Refused> => {
  const { nodes, taken, keepers } = await inCommunities(opening.ctx.db, [community], async (trx) => ({
    nodes: (await flatNodes(trx, community)).filter((node) => node.kind === kind),
    taken: await trx
      .selectFrom('chat_group')
      .select('path')
      .where('community_id', '=', community)
      .where('status', '=', 'kept')
      .execute(),
    keepers: await keepersOf(trx, community),
  }))
  const known = new Set(taken.map(({ path }) => path))
  const missing = nodes.filter(({ path }) => !known.has(path))
  for (const { path, label } of missing) {
    const naming = { path, name: `${label}群`.slice(0, 60), keeper: nearest(keepers, path) }
    const opened = await openGroup(opening, community, naming)
    if (isRefused(opened)) return opened
  }
  return { opened: missing.length }
}
