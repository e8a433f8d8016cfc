// The places that a notice is to hang at, by what was asked: nodes under the names that people know them by, boards, the whole community.
import type { hangNoticeSchema } from '@yishi/contract/notice'
import type { CommunityId, NodeId } from '@yishi/domain/kernel'
import type { Spot } from '@yishi/domain/notice'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { communityTitle } from '../territory/index.ts'

type Wanted = Pick<z.output<typeof hangNoticeSchema>, 'everywhere' | 'nodes' | 'boards'>

/** Grids are the committee's own division: nobody says them with an address. */
const namedNodes = async (trx: Transaction, community: CommunityId, nodes: readonly string[]) => {
  const { rows } = await sql<{ node: NodeId; path: string; name: string }>`
    select n.node_id as node, n.path, (
      select coalesce(string_agg(above.name, ' ' order by length(above.path)) filter (where above.kind <> 'grid'), n.name)
      from app.node above where above.community_id = n.community_id
        and (above.path = n.path or starts_with(n.path, above.path || '.'))
    ) as name
    from app.node n where n.community_id = ${community} and n.node_id = any(${[...nodes]}::text[])
    order by n.path`.execute(trx)
  return rows
}

/** Null where one of the nodes is not of this community. */
export const spotsFor = async (
  trx: Transaction,
  community: CommunityId,
  { everywhere, nodes, boards }: Wanted,
): Promise<readonly Spot[] | null> => {
  const wanted = [...new Set(nodes)]
  const found = wanted.length > 0 ? await namedNodes(trx, community, wanted) : []
  if (found.length < wanted.length) return null
  const all = everywhere
    ? [{ kind: 'community', node: null, path: '', name: (await communityTitle(trx, community)).name } as const]
    : []
  return [
    ...all,
    ...found.map((each) => ({ kind: 'node', ...each }) as const),
    ...[...new Set(boards)].map((name) => ({ kind: 'board', node: null, path: '', name }) as const),
  ]
}
