// The frozen list of a round as people read it: each voter with a number, and where they live.
import type { Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Subject } from '../../kernel/store.ts'

/** Numbers on the list say nothing of anybody: ids are made by chance, and the list is frozen. */
export const listOf = ({ community, id }: Subject) => sql`
  select listed.*, row_number() over (order by ballot_id)::integer as number
  from app.budget_voter listed where community_id = ${community} and budget_id = ${id}`

/** The hat with a place of its own tells best where somebody lives. */
export const placeOf = (now: Instant) => sql`
  select held.path, coalesce(case when node.kind = 'stairway' then concat_ws(' ', above.name, node.name) else node.name end, '') as place
  from app.membership held
  left join app.node on node.community_id = held.community_id and node.node_id = held.node_id
  left join app.node above on above.community_id = node.community_id and above.node_id = node.parent_id
  where held.community_id = listed.community_id and held.person_id = listed.person_id
    and held.starts <= ${now} and (held.ends is null or held.ends > ${now})
  order by length(held.path) desc, held.starts limit 1`
