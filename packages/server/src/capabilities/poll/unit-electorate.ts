// An electorate of units from the roster: their areas and owners as they stand now, heads merged, zones found above them. RULES R1.6–R1.8, R1.41, R1.47.
import type { ElectorateDraft } from '@yishi/contract/poll'
import { type CommunityId, type Ids, type Refused, type UnitId, refuse } from '@yishi/domain/kernel'
import { type Amounts, type PollRule, type Scope, type UnitOwner, type Voter, headsOf } from '@yishi/domain/poll'
import type { UnitUse } from '@yishi/domain/territory'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'

export type UnitsAsked = Extract<ElectorateDraft, { units: unknown }>['units']
export type UnitRefusal = 'node-unknown'

type Place = Pick<Scope, 'path' | 'name'>

const placeOf = async (
  trx: Transaction,
  community: CommunityId,
  { kind, node }: UnitsAsked,
): Promise<Place | Refused<UnitRefusal>> => {
  if (kind === 'units') return { path: '', name: '' }
  const { rows } = await sql<Place & { kind: string }>`
    select node.path, coalesce(place.name, node.name) as name, node.kind from app.node
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where node.community_id = ${community} and node.node_id = ${node ?? ''}
    union all select '', name, 'community' from app.community where id = ${community} and ${kind === 'community'}`.execute(
    trx,
  )
  const found = rows.find((row) => row.kind === kind)
  return found ? { path: found.path, name: found.name } : refuse('node-unknown')
}

type UnitRow = {
  readonly unit: UnitId
  readonly use: UnitUse
  readonly area: string
  readonly undelivered: boolean
  readonly name: string
  readonly path: string
  readonly owners: readonly UnitOwner[]
}

const unitsIn = async (
  trx: Transaction,
  { community, path, asked }: { community: CommunityId; path: string; asked: UnitsAsked },
): Promise<readonly UnitRow[]> => {
  const { rows } = await sql<UnitRow>`
    select unit.unit_id as unit, unit.use, unit.area::text as area, unit.undelivered, node.path,
      concat_ws(' ', coalesce(place.name, node.name), unit.door) as name, coalesce((
        select jsonb_agg(jsonb_build_object('person', person.person_id, 'name', person.name, 'share', held.share)
          order by person.person_id)
        from app.ownership held join app.person using (community_id, person_id)
        where held.community_id = unit.community_id and held.unit_id = unit.unit_id
      ), '[]') as owners
    from app.unit join app.node using (community_id, node_id)
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where unit.community_id = ${community} and unit.use = any(${[...asked.uses]}::text[])
      and case when ${asked.kind === 'units'} then unit.unit_id = any(${[...asked.units]}::text[])
        else ${path} = '' or node.path = ${path} or starts_with(node.path, ${path} || '.') end
    order by node.path, unit.door, unit.unit_id`.execute(trx)
  return rows
}

/** The nearest node of that kind above a path, by its name; `''` where there is none. */
export const zonesOver = async (trx: Transaction, community: CommunityId, kind: Scope['zones']) => {
  const rows = await trx
    .selectFrom('node')
    .select(['path', 'name'])
    .where('community_id', '=', community)
    .where('kind', '=', kind)
    .execute()
  const names = new Map(rows.map(({ path, name }) => [path, name]))
  return (path: string): string => {
    const keys = path.split('.')
    const over = keys.map((_, index) => keys.slice(0, keys.length - index).join('.'))
    return names.get(over.find((each) => names.has(each)) ?? '') ?? ''
  }
}

export const weightOf = ({ measures }: PollRule, { area }: Pick<UnitRow, 'area'>): Amounts => ({
  ...(measures.includes('area') && { area }),
  ...(measures.includes('households') && { households: 1 }),
})

export type Drawing = { readonly community: CommunityId; readonly ids: Ids; readonly rule: PollRule }

export const drawUpUnits = async (
  trx: Transaction,
  { community, ids, rule }: Drawing,
  asked: UnitsAsked,
): Promise<{ readonly voters: readonly Voter[]; readonly scope: Scope } | Refused<UnitRefusal>> => {
  const place = await placeOf(trx, community, asked)
  if ('refused' in place) return place
  const units = await unitsIn(trx, { community, path: place.path, asked })
  const zoneOf = rule.zones ? await zonesOver(trx, community, asked.zones) : () => ''
  const heads = headsOf(units.map(({ owners, ...unit }) => ({ ...unit, owners: owners.map(({ person }) => person) })))
  const voters = units.map((row, index): Voter => {
    const { unit, use, undelivered, owners, name, path } = row
    return {
      voter: ids('vtr'),
      ballot: ids('bal'),
      person: owners.length === 1 ? owners[0]!.person : null,
      party: null,
      name,
      path,
      head: heads[index]!,
      zone: zoneOf(path),
      unit: { unit, use, undelivered, owners },
      amounts: weightOf(rule, row),
    }
  })
  const { kind, uses, zones } = asked
  return { voters, scope: { kind, ...place, uses: [...uses], zones } }
}
