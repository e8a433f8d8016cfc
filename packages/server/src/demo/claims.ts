// The demo's claim to own a flat: a resident whom the roster knows by name and without a number, and who waits to be confirmed.
import type { Actor } from '@yishi/domain/kernel'
import { HOUR, type Instant, isRefused, later } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { newAccount } from '../capabilities/account/index.ts'
import { lodgeClaim } from '../capabilities/identity/index.ts'
import { addSignedUp, writeRoster } from '../capabilities/territory/index.ts'
import type { Transaction } from '../kernel/database/tables.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { PLANS } from './plans.ts'
import type { Event, Scene } from './scene.ts'

const WHO = [
  { name: '冯秀兰', phone: '19900009601' },
  { name: '高文斌', phone: '19900009602' },
  { name: '曹雅琴', phone: '19900009603' },
] as const

type Claimed = (typeof WHO)[number]

const claimantOf = ({ community }: Scene): Claimed => WHO[PLANS.findIndex(({ id }) => id === community) % WHO.length]!

const settle = async (trx: Transaction, { ctx, community, ground }: Scene, { name, phone }: Claimed) => {
  const home = ground.units.findLast(({ use }) => use === 'flat')!
  const owner = ctx.ids('per')
  const person = ctx.ids('per')
  const at = ctx.clock.now()
  const persons = [{ person: owner, name, phone: null }]
  const ownerships = [{ unit: home.unit, person: owner, share: '1/1' }]
  await writeRoster(trx, community, { ...NO_ROWS, persons, ownerships }, at)
  const account = await newAccount(trx, { phone, proved: true })
  await addSignedUp(trx, { community, person }, { phone, account }, at)
  return { person, home }
}

const lodge = async (scene: Scene): Promise<void> => {
  const { ctx, community, performer } = scene
  const who = claimantOf(scene)
  const { person, home } = await inCommunities(ctx.db, [community], (trx) => settle(trx, scene, who))
  const actor: Actor = { kind: 'person', person, hats: [{ role: 'resident', community, path: '', party: null }] }
  const claimed = { node: home.node, door: home.door, name: who.name }
  const done = await lodgeClaim({ ctx, performer, actor, key: undefined }, community, claimed)
  if (isRefused(done)) throw new Error(`the claim of the demo is refused: ${done.refused}`)
}

export const waitingClaim = (scene: Scene, now: Instant): Event => ({
  at: later(now, -30 * HOUR),
  run: async () => (await lodge(scene), null),
})
