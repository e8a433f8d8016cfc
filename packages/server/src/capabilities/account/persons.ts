// Whose account it is: whoever proves a telephone number is the person who has that number, in each community.
import type { CommunityId } from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { addSignedUp, linkAccount, peopleOfAccount, peopleOfPhone } from '../territory/index.ts'
import type { PersonHere } from '../territory/index.ts'
import type { AccountId } from './tables.ts'

const link = ({ db }: Context, here: PersonHere, account: AccountId) =>
  inCommunities(db, [here.community], async (trx) => {
    const row = await trx
      .selectFrom('person')
      .select('account_id')
      .where('community_id', '=', here.community)
      .where('person_id', '=', here.person)
      .forUpdate()
      .executeTakeFirst()
    if (row?.account_id === null) await linkAccount(trx, here, account)
  })

const addResident = ({ db, clock, ids }: Context, community: CommunityId, phone: string, account: AccountId) =>
  inCommunities(db, [community], (trx) =>
    addSignedUp(trx, { community, person: ids('per') }, { phone, account }, clock.now()),
  )

/** `community` is where they come from; nobody is made a resident of a place that they did not come from. */
export const linkPersons = async (
  ctx: Context,
  account: AccountId,
  phone: string,
  community: CommunityId | null,
): Promise<void> => {
  for (const here of await peopleOfPhone(ctx.db, phone)) await link(ctx, here, account)
  if (community === null) return
  const linked = await peopleOfAccount(ctx.db, account)
  if (!linked.some((here) => here.community === community)) await addResident(ctx, community, phone, account)
}
