// Figures told with matters and orders: money, counts, days, in columns of their own.
import type { CommunityId, Instant, MatterId } from '@yishi/domain/kernel'
import type { Figure } from '@yishi/domain/matter'
import { type GeneratedAlways, sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    figure: {
      community_id: CommunityId
      matter_id: MatterId
      position: GeneratedAlways<number>
      order_id: string | null
      told_at: Instant
      what: string
      kind: string
      value: string
      unit: string | null
    }
  }
}

/** Figures stand in columns of their own, so that sums and other readers need no words. */
export const insertFigures = async (
  trx: Transaction,
  { community, matter, order, at }: { community: CommunityId; matter: string; order: string | null; at: Instant },
  figures: readonly Figure[],
) => {
  if (figures.length === 0) return
  await sql`
    insert into app.figure (community_id, matter_id, order_id, told_at, what, kind, value, unit)
    select ${community}, ${matter}, ${order}, ${at}, what, kind, value, unit from unnest(
      ${figures.map(({ what }) => what)}::text[], ${figures.map(({ kind }) => kind)}::text[],
      ${figures.map(({ value }) => value)}::numeric[], ${figures.map(({ unit }) => unit ?? null)}::text[]
    ) as row (what, kind, value, unit)`.execute(trx)
}
