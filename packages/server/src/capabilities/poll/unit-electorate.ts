// An electorate of units from the roster: their areas and owners as they stand now, heads merged, zones found above them. RULES R1.6–R1.8, R1.41, R1.47.
import type { ElectorateDraft } from '@yishi/contract/poll'
import {
  type CommunityId,
  type Ids,
  type NodeId,
  type PersonId,
  type Refused,
  type UnitId,
  refuse,
} from '@yishi/domain/kernel'
import {
  type Amounts,
  type PollRule,
  type Scope,
  type UnitOwner,
  type Voter,
  asksOwners,
  headsOf,
} from '@yishi/domain/poll'
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

type Listed = {
  readonly unit: UnitId
  readonly use: UnitUse
  readonly area: string
  readonly undelivered: boolean
  readonly node: NodeId
  readonly door: string
}
type UnitRow = Omit<Listed, 'node' | 'door'> & {
  readonly name: string
  readonly path: string
  readonly owners: readonly UnitOwner[]
}

const listed = async (trx: Transaction, community: CommunityId, { kind, uses, units }: UnitsAsked) => {
  const { rows } = await sql<Listed>`
    select unit_id as unit, use, area::text as area, undelivered, node_id as node, door from app.unit
    where community_id = ${community} and use = any(${[...uses]}::text[])
      and (${kind !== 'units'} or unit_id = any(${[...units]}::text[]))`.execute(trx)
  return rows
}

type Holding = { readonly unit: UnitId; readonly person: PersonId; readonly share: string }

/**
 * All of the community, and nothing joined by the database: a fresh roster has no statistics yet, and a planner that takes
 * its tables for small looks for every owner among all people.
 */
const ownersIn = async (trx: Transaction, community: CommunityId): Promise<ReadonlyMap<UnitId, UnitOwner[]>> => {
  const { rows: people } = await sql<{ person: PersonId; name: string }>`
    select person_id as person, name from app.person where community_id = ${community}`.execute(trx)
  const { rows: held } = await sql<Holding>`
    select unit_id as unit, person_id as person, share from app.ownership
    where community_id = ${community} order by person_id`.execute(trx)
  const names = new Map(people.map(({ person, name }) => [person, name]))
  const owners = new Map<UnitId, UnitOwner[]>()
  for (const { unit, person, share } of held) {
    const owner = { person, name: names.get(person)!, share }
    const known = owners.get(unit)
    if (known) known.push(owner)
    else owners.set(unit, [owner])
  }
  return owners
}

type Ground = { readonly path: string; readonly name: string }

/** Each node by its place's name, which says the building of a stairway. */
const groundOf = async (trx: Transaction, community: CommunityId): Promise<ReadonlyMap<NodeId, Ground>> => {
  const { rows } = await sql<Ground & { node: NodeId }>`
    select node.node_id as node, node.path, coalesce(place.name, node.name) as name from app.node
    left join app.place on place.community_id = node.community_id and place.node_id = node.node_id and place.key is null
    where node.community_id = ${community}`.execute(trx)
  return new Map(rows.map(({ node, ...ground }) => [node, ground]))
}

const lies = (at: string, below: string): boolean => below === '' || at === below || at.startsWith(`${below}.`)

/** As one walks: node by node, door by door. */
const inOrder = (one: Listed & Ground, other: Listed & Ground): number => {
  const [left, right] = [one, other].map(({ path, door, unit }) => [path, door, unit])
  const at = left!.findIndex((each, index) => each !== right![index])
  return at < 0 ? 0 : left![at]! < right![at]! ? -1 : 1
}

const unitsIn = async (
  trx: Transaction,
  { community, path, asked }: { community: CommunityId; path: string; asked: UnitsAsked },
): Promise<readonly UnitRow[]> => {
  const [units, ground] = [await listed(trx, community, asked), await groundOf(trx, community)]
  const owners = await ownersIn(trx, community)
  return units
    .map((unit) => ({ ...unit, ...ground.get(unit.node)! }))
    .filter((unit) => asked.kind === 'units' || lies(unit.path, path))
    .toSorted(inOrder)
    .map(({ unit, use, area, undelivered, path, name, door }) => ({
      unit,
      use,
      area,
      undelivered,
      path,
      name: [name, door].filter(Boolean).join(' '),
      owners: owners.get(unit) ?? [],
    }))
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

/** Of owners the area stands on the list whatever is counted: it is the list of all questions of one assembly. */
export const weightOf = (rule: PollRule, { area }: Pick<UnitRow, 'area'>): Amounts => ({
  ...((asksOwners(rule) || rule.measures.includes('area')) && { area }),
  ...(rule.measures.includes('households') && { households: 1 }),
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
  // Where households are counted, two homes of one owner are two.
  const heads = rule.measures.includes('heads')
    ? headsOf(units.map(({ owners, ...unit }) => ({ ...unit, owners: owners.map(({ person }) => person) })))
    : units.map((_, index) => index)
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
