// How many have met a matter: whoever raised it, those who joined, and those whose own matter was put into this one.
import { sql } from 'kysely'

/** Of a matter `m`. A raiser who joins their own matter by number stays one voice, and nobody is told so. */
export const voicesOf = sql<number>`(1 + (
    select count(*) from app.joining j
    where j.community_id = m.community_id and j.matter_id = m.matter_id and j.who is distinct from m.raiser_phone
  ) + (
    select count(*) from app.matter_link l
    where l.community_id = m.community_id and l.other_id = m.matter_id and l.relation = 'duplicate'
  ))::integer`
