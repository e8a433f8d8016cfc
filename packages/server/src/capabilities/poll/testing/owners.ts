// The owners of the town of the fence tests: a house with a few homes, and a procedure whose decision is theirs.
import type { NodeId, PersonId, UnitId } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { PROCEDURES } from '@yishi/methods'
import { sql } from 'kysely'
import { SUN } from '../../../fences/building.ts'
import { talkedOver } from '../../../fences/ground.ts'
import { type Resident, nodeId, personId } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import { writeRoster } from '../../territory/index.ts'

export type OwnedHome = { readonly door: string; readonly area: string; readonly owners: readonly Resident[] }

/** The raiser has two flats, the neighbour shares one with the volunteer, and one has no known owner. */
export const HOMES: readonly OwnedHome[] = [
  { door: '201', area: '90.00', owners: ['raiser'] },
  { door: '202', area: '60.00', owners: ['raiser'] },
  { door: '203', area: '100.00', owners: ['neighbour', 'volunteer'] },
  { door: '204', area: '80.00', owners: ['police'] },
  { door: '205', area: '70.00', owners: [] },
]

export const settleOwners = (town: Town, homes = HOMES, block = 'V'): Promise<void> =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const node: NodeId = nodeId('B1')
    const unitOf = (index: number): UnitId => `unt_${block.toLowerCase()}${index}`
    const units = homes.map(({ door, area }, index) => ({
      unit: unitOf(index),
      node,
      use: 'flat' as const,
      door: `${block}${door}`,
      area,
    }))
    const ownerships = homes.flatMap(({ owners }, index) =>
      owners.map((owner) => ({ unit: unitOf(index), person: personId(owner) as PersonId, share: '1/1' })),
    )
    await writeRoster(trx, SUN, { ...NO_ROWS, units, ownerships }, town.ctx.clock.now())
    await sql`update app.unit set use = 'other' where unit_id in ('unt_b1', 'unt_b2')`.execute(trx)
  })

/** Four steps whose decision is made by this rule. */
export const adoptFor = (town: Town, key: string, rule: string): Promise<unknown> =>
  inCommunities(town.ctx.db, [SUN], async (trx) => {
    const steps = PROCEDURES.find((each) => each.key === 'four-steps')!
    const stages = steps.stages.map((stage) =>
      stage.act === 'decide' ? { ...stage, settings: { ...stage.settings, rule } } : stage,
    )
    const document = JSON.stringify({ ...steps, key, stages })
    return sql`insert into app.procedure select (jsonb_populate_record(known, jsonb_build_object('key', ${key}::text,
        'document', ${document}::jsonb))).* from app.procedure known
      where community_id = ${SUN} and key = 'four-steps' and current`.execute(trx)
  })

export const atAssembly = (town: Town, procedure: string): Promise<string> =>
  talkedOver(town, { procedure, raised: { title: '换不换物业' }, talks: ['大家愿意换'] })
