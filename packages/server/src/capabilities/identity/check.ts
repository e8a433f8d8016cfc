// Face or city identity as the house sees it: what an engine finds stands beside the claim, and a person decides. None is shipped.
import type { ClaimId, CommunityId } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { JobDraft } from '../../kernel/job-draft.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import './tables.ts'

export type IdentityCheck = {
  /** Shown with every finding, so that it is known who found it. */
  readonly name: string
  /** Whether this number is this person's; null where the engine cannot say; throws to be tried again. */
  readonly check: (said: { readonly name: string; readonly phone: string }) => Promise<boolean | null>
}

const JOB = 'check-identity'

/** Asked in the transaction that lodges the claim; a house without an engine lets it pass. */
export const askIdentityCheck = (community: CommunityId, claim: ClaimId): Consequence =>
  enqueue(JOB, { community, claim })

const waiting = (ctx: Context, community: CommunityId, claim: ClaimId) =>
  inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('claim')
      .select(['name', 'phone'])
      .where('community_id', '=', community)
      .where('claim_id', '=', claim)
      .where('status', '=', 'pending')
      .executeTakeFirst(),
  )

const find =
  ({ name, check }: IdentityCheck) =>
  async (ctx: Context, data: JobDraft['data']): Promise<void> => {
    const [community, claim] = [data['community'] as CommunityId, data['claim'] as ClaimId]
    const said = await waiting(ctx, community, claim)
    const finding = said ? await check(said) : null
    if (finding === null) return
    await inCommunities(ctx.db, [community], (trx) =>
      trx
        .updateTable('claim')
        .set({ finding, found_by: name })
        .where('community_id', '=', community)
        .where('claim_id', '=', claim)
        .where('status', '=', 'pending')
        .execute(),
    )
  }

export const identityCheckJobs = (engine: IdentityCheck | null): JobHandlers => ({
  [JOB]: engine ? oneByOne(find(engine)) : () => Promise.resolve(),
})
