// Founds the demo's street office and one of its communities, with everything and everybody in it.
import type { Actor } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { adoptLibrary } from '../capabilities/matter/index.ts'
import { foundCommunity, foundStreetOffice, writeRoster } from '../capabilities/territory/index.ts'
import type { Context } from '../kernel/context.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { appendEntries } from '../kernel/entry.ts'
import { type Ground, layOut } from './ground.ts'
import { type Officials, type People, gather } from './people.ts'
import { OFFICE, type Plan } from './plans.ts'

export const foundOffice = (ctx: Context): Promise<void> =>
  inCommunities(ctx.db, [], (trx) => foundStreetOffice(trx, OFFICE))

export type Founded = { readonly ground: Ground; readonly people: People }

export const foundDemo = async (ctx: Context, plan: Plan, above: Officials): Promise<Founded> => {
  const { id, name } = plan
  const ground = layOut(plan, ctx.ids)
  const people = gather(plan, ctx.ids, ground, above)
  const { nodes, units, places } = ground
  const at = ctx.clock.now()
  const committee = { id: people.committee, name: name.replace('居民区', '居委会'), phone: '02157650000' }
  const founder: Actor = { kind: 'person', person: people.byRole.get('staff')![0]!.row.person, hats: [] }
  await inCommunities(ctx.db, [id], async (trx) => {
    const community = {
      id,
      name,
      kind: 'residential' as const,
      streetOffice: OFFICE.id,
      committee,
      place: ctx.ids('plc'),
    }
    await foundCommunity(trx, community, at)
    await writeRoster(trx, id, { ...NO_ROWS, ...people.rows, nodes, units, places }, at)
    await adoptLibrary(trx, id, at)
    const facts = { kind: 'residential', office: OFFICE.id, committee: committee.id, person: founder.person }
    const draft = { facts, sealed: { name, streetOffice: OFFICE.name } }
    await appendEntries(trx, {
      drafts: [{ subject: { community: id, id }, type: 'CommunityFounded', actor: founder, draft }],
      at,
    })
  })
  return { ground, people }
}
