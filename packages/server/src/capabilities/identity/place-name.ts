// A door as people say it: the building or stairway by the name on its plate, and the number.
import { sql } from 'kysely'

/** For queries over `node` with its `place` beside it. */
export const NODE_NAME = sql<string>`coalesce(place.name, node.name)`

export const JOIN_PLACE = sql`left join app.place on place.community_id = node.community_id
  and place.node_id = node.node_id and place.key is null`
