// The matters that somebody raised or joined under their own account, with the links that follow them, and those of neighbours whom they help.
import type { Pages } from '@yishi/contract/pages'
import type { CommunityId, JoiningId, MatterId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { linkToken } from './code.ts'
import { PUBLIC_COLUMNS, type PublicRow, publicMatter } from './follow-query.ts'
import { linkKey } from './link-key.ts'

type Own = PublicRow & { community_id: CommunityId; matter_id: MatterId; joining_id: JoiningId | null }

/** Whoever joined follows by a link of their own. */
const linkOf = async (
  ctx: Context,
  trx: Transaction,
  { community_id, matter_id, joining_id }: Own,
): Promise<string> => {
  const key = await linkKey(ctx.db, trx, community_id)
  return joining_id === null ? `/m/${linkToken(key, matter_id)}` : `/j/${linkToken(key, joining_id)}`
}

type Persons = readonly { readonly community: CommunityId; readonly person: PersonId }[]

const ownOf = (persons: Persons) => sql`
  own as (select * from unnest(
    ${persons.map(({ community }) => community)}::text[], ${persons.map(({ person }) => person)}::text[]
  ) as own (community_id, person_id))`

export const mattersOf = async (ctx: Context, trx: Transaction, persons: Persons): Promise<Pages['me']['matters']> => {
  const { rows } = await sql<Own>`
    with ${ownOf(persons)}, followed as (
      select m.community_id, m.matter_id, null as joining_id from app.matter m
      join own on own.community_id = m.community_id and own.person_id = m.raiser_id
      union all select j.community_id, j.matter_id, j.joining_id from own
      left join app.person p using (community_id, person_id)
      join app.joining j on j.community_id = own.community_id and (j.person_id = own.person_id or j.who = p.phone)
    )
    select ${PUBLIC_COLUMNS}, m.community_id, m.matter_id, followed.joining_id
    from followed join app.matter m using (community_id, matter_id) order by m.raised_at desc limit 50`.execute(trx)
  const now = ctx.clock.now()
  return Promise.all(rows.map(async (row) => ({ ...publicMatter(row, now), link: await linkOf(ctx, trx, row) })))
}

/** A helper's page is their own: it shuts when the consent ends, as a link never does. */
export const mattersHelped = async (
  ctx: Context,
  trx: Transaction,
  persons: Persons,
): Promise<NonNullable<Pages['me']['helped']>> => {
  const now = ctx.clock.now()
  const { rows } = await sql<PublicRow & { matter_id: MatterId }>`
    with ${ownOf(persons)}
    select ${PUBLIC_COLUMNS}, m.matter_id from app.matter m
    join own on own.community_id = m.community_id and own.person_id = m.helper_id
    order by m.raised_at desc limit 50`.execute(trx)
  return rows.map((row) => ({ ...publicMatter(row, now), link: `/help/${row.matter_id}` }))
}
