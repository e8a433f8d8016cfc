// Whom something is told: somebody alone, everybody in a part of a community, or whoever has a task over it.
import type { CommunityId, Instant, PersonId } from '@yishi/domain/kernel'
import { type RawBuilder, sql } from 'kysely'

/** Somebody alone; null is nobody. */
export const onePerson = (person: PersonId | null) => sql<object>`
  select ${person}::text as person_id where ${person}::text is not null`

type Here = { readonly community: CommunityId; readonly at: Instant }

/** Who lives there or owns a home there, and whoever has a task in it. `area` selects paths; the empty one is the whole community. */
export const everybodyUnder = ({ community, at }: Here, area: RawBuilder<unknown>) => sql<object>`
  with area as (${area})
  select m.person_id from app.membership m join area on area.path = '' or m.path = area.path
      or starts_with(m.path, area.path || '.')
      or (m.role <> 'resident' and (m.path = '' or starts_with(area.path, m.path || '.')))
    where m.community_id = ${community} and m.starts <= ${at} and (m.ends is null or m.ends > ${at})
  union
  select o.person_id from app.node n join area on area.path = '' or n.path = area.path or starts_with(n.path, area.path || '.')
    join app.unit u on u.community_id = n.community_id and u.node_id = n.node_id
    join app.ownership o on o.community_id = u.community_id and o.unit_id = u.unit_id
    where n.community_id = ${community}`

/** Whoever wears one of these hats over the whole of it. */
export const wearersOver = ({ community, at }: Here, path: string, roles: readonly string[]) => sql<object>`
  select m.person_id from app.membership m
    where m.community_id = ${community} and m.starts <= ${at} and (m.ends is null or m.ends > ${at})
      and m.role = any(${[...roles]}::text[]) and (m.path = '' or m.path = ${path} or starts_with(${path}, m.path || '.'))`
