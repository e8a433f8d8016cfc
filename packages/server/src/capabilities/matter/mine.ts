// The matters that somebody raised under their own account, with the links that follow them.
import type { Pages } from '@yishi/contract/pages'
import type { CommunityId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { linkToken } from './code.ts'
import { PUBLIC_COLUMNS, type PublicRow, publicMatter } from './follow-query.ts'
import { linkKey } from './link-key.ts'

type Own = PublicRow & { community_id: CommunityId; matter_id: `mat_${string}` }

export const mattersOf = async (
  ctx: Context,
  trx: Transaction,
  persons: readonly { readonly community: CommunityId; readonly person: PersonId }[],
): Promise<Pages['me']['matters']> => {
  const { rows } = await sql<Own>`
    select ${PUBLIC_COLUMNS}, m.community_id, m.matter_id from app.matter m
    where exists (
      select from unnest(${persons.map(({ community }) => community)}::text[], ${persons.map(({ person }) => person)}::text[]) as own (community_id, person_id)
      where own.community_id = m.community_id and own.person_id = m.raiser_id
    ) order by m.raised_at desc limit 50`.execute(trx)
  const now = ctx.clock.now()
  return Promise.all(
    rows.map(async (row) => ({
      ...publicMatter(row, now),
      link: `/m/${linkToken(await linkKey(ctx.db, trx, row.community_id), row.matter_id)}`,
    })),
  )
}
