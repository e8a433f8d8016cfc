// All the names under which one account acts, wherever it does: so that nobody decides about themselves by another of them.
import type { CommunityId, PersonId } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { peopleOfAccount } from '../territory/index.ts'

export const selvesOf = async (
  ctx: Context,
  community: CommunityId,
  person: PersonId,
): Promise<readonly PersonId[]> => {
  const row = await inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('person')
      .select('account_id')
      .where('community_id', '=', community)
      .where('person_id', '=', person)
      .executeTakeFirst(),
  )
  const others = row?.account_id ? await peopleOfAccount(ctx.db, row.account_id) : []
  return [person, ...others.map((other) => other.person)]
}
