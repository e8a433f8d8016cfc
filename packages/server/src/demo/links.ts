// The ways into the demo: a one-time link for each role, and the plate that a visitor would scan.
import type { CommunityId, PersonId, Role } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { createLoginLink } from '../capabilities/account/index.ts'
import { plateUrl } from '../capabilities/territory/index.ts'
import type { Context } from '../kernel/context.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { PLANS } from './plans.ts'

export type Entrance = {
  readonly role: Role
  readonly name: string
  readonly party: string | null
  readonly url: string
}

const SHOWN: readonly Role[] = [
  'resident',
  'building-leader',
  'grid-worker',
  'staff',
  'branch',
  'owners-committee',
  'self-management',
  'property',
  'repair-worker',
  'police',
  'counsel',
  'volunteer',
  'partner',
  'department',
  'street-office',
]

type Wearer = { readonly role: Role; readonly person: PersonId; readonly name: string; readonly party: string | null }

/** Of those with a place of their own the one of the first building, where the demo's votes are; ids of one moment have no order. */
export const firstOfEach = (ctx: Context, community: CommunityId): Promise<readonly Wearer[]> =>
  inCommunities(ctx.db, [community], (trx) =>
    trx
      .selectFrom('membership as held')
      .innerJoin('person', (on) =>
        on.onRef('person.community_id', '=', 'held.community_id').onRef('person.person_id', '=', 'held.person_id'),
      )
      .leftJoin('party', (on) =>
        on.onRef('party.community_id', '=', 'held.community_id').onRef('party.party_id', '=', 'held.party_id'),
      )
      .distinctOn('held.role')
      .select(['held.role', 'held.person_id as person', 'person.name', 'party.name as party'])
      .where('held.community_id', '=', community)
      .where('held.ends', 'is', null)
      .orderBy('held.role')
      .orderBy(sql`held.path = ''`)
      .orderBy(sql`held.path collate "C"`)
      .orderBy('held.person_id')
      .execute(),
  )

/** New links at every start; each opens once, from this machine. */
export const demoEntrances = async (ctx: Context): Promise<readonly Entrance[]> => {
  const community = PLANS[0]!.id
  const wearers = await firstOfEach(ctx, community)
  const entrances: Entrance[] = []
  for (const role of SHOWN) {
    const wearer = wearers.find((each) => each.role === role)
    if (!wearer) continue
    const { person, name, party } = wearer
    entrances.push({ role, name, party, url: await createLoginLink(ctx, { community, person }) })
  }
  return entrances
}

/** The page behind the first lamp-post's code. */
export const demoPlate = (ctx: Context): Promise<string> =>
  inCommunities(ctx.db, [PLANS[0]!.id], async (trx) => {
    const { code } = await trx
      .selectFrom('place')
      .select('code')
      .where('community_id', '=', PLANS[0]!.id)
      .where('kind', '=', 'lamp-post')
      .orderBy('key')
      .executeTakeFirstOrThrow()
    return plateUrl(ctx.settings.publicUrl, code)
  })
