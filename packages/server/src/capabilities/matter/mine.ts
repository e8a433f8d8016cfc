// The matters that somebody raised under their own account, with the links that follow them, and those of neighbours whom they help.
import type { Pages } from '@yishi/contract/pages'
import type { CommunityId, PersonId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { linkToken } from './code.ts'
import { PUBLIC_COLUMNS, type PublicRow, publicMatter } from './follow-query.ts'
import { linkKey } from './link-key.ts'

type Own = PublicRow & { community_id: CommunityId; matter_id: `mat_${string}` }

type Persons = readonly { readonly community: CommunityId; readonly person: PersonId }[]

const rowsOf = async (trx: Transaction, persons: Persons, as: 'raiser_id' | 'helper_id'): Promise<readonly Own[]> => {
  const { rows } = await sql<Own>`
    select ${PUBLIC_COLUMNS}, m.community_id, m.matter_id from app.matter m
    where exists (
      select from unnest(${persons.map(({ community }) => community)}::text[], ${persons.map(({ person }) => person)}::text[]) as own (community_id, person_id)
      where own.community_id = m.community_id and own.person_id = ${sql.ref(`m.${as}`)}
    ) order by m.raised_at desc limit 50`.execute(trx)
  return rows
}

export const mattersOf = async (ctx: Context, trx: Transaction, persons: Persons): Promise<Pages['me']['matters']> => {
  const rows = await rowsOf(trx, persons, 'raiser_id')
  const now = ctx.clock.now()
  return Promise.all(
    rows.map(async (row) => ({
      ...publicMatter(row, now),
      link: `/m/${linkToken(await linkKey(ctx.db, trx, row.community_id), row.matter_id)}`,
    })),
  )
}

/** A helper's page is their own: it shuts when the consent ends, as a link never does. */
export const mattersHelped = async (
  ctx: Context,
  trx: Transaction,
  persons: Persons,
): Promise<NonNullable<Pages['me']['helped']>> => {
  const now = ctx.clock.now()
  const rows = await rowsOf(trx, persons, 'helper_id')
  return rows.map((row) => ({ ...publicMatter(row, now), link: `/help/${row.matter_id}` }))
}
