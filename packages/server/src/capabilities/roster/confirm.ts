// Confirms a preview: everything in it is written in one transaction with one entry of the ledger, or nothing.
import type { ConfirmRoster, RosterImported } from '@yishi/contract/roster'
import { type Actor, type CommunityId, type Refused, type RosterImportId, isRefused } from '@yishi/domain/kernel'
import type { RosterImportRefusal } from '@yishi/domain/roster'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Once } from '../../kernel/once.ts'
import type { KernelRefusal, Perform } from '../../kernel/perform.ts'
import { rosterImport } from './capability.ts'
import './tables.ts'

export type Confirmation = ConfirmRoster & { readonly actor: Actor; readonly once?: Once }

/** Kept after the plan is gone, so that a confirmation sent twice is answered twice. */
const countsOf = (ctx: Context, { community, id }: { readonly community: CommunityId; readonly id: string }) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const { counts } = await trx
      .selectFrom('roster_preview')
      .select('counts')
      .where('community_id', '=', community)
      .where('import_id', '=', id as RosterImportId)
      .executeTakeFirstOrThrow()
    return counts as RosterImported['counts']
  })

export const confirmRoster = async (
  ctx: Context,
  perform: Perform,
  { community, preview, actor, ...asked }: Confirmation,
): Promise<RosterImported | Refused<RosterImportRefusal | KernelRefusal>> => {
  const subject = { community: community as CommunityId, id: preview }
  const done = await perform(ctx, rosterImport, { subject, command: { type: 'ConfirmRoster' }, actor, ...asked })
  if (isRefused(done)) return done
  return { preview, counts: await countsOf(ctx, subject) }
}
