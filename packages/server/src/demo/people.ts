// The people of the demo: all invented, with ordinary names and numbers of a range that is given to nobody here.
import type { Actor, Hat, Ids, PartyId, Role } from '@yishi/domain/kernel'
import {
  type MembershipRow,
  NO_ROWS,
  type OwnershipRow,
  type PartyRow,
  type PersonRow,
  type RosterRows,
} from '@yishi/domain/roster'
import type { Ground, Spot } from './ground.ts'
import { OFFICE, type Plan } from './plans.ts'

const SURNAMES =
  '陈林黄周吴徐孙朱马胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const GIVEN = [
  '建华',
  '秀兰',
  '志强',
  '丽萍',
  '国平',
  '晓燕',
  '文斌',
  '雅琴',
  '海涛',
  '美芳',
  '俊杰',
  '春梅',
  '立新',
  '静怡',
  '永康',
  '佳慧',
  '德明',
  '婷婷',
  '卫东',
  '月英',
  '思远',
  '玉珍',
  '浩然',
  '桂芳',
  '子轩',
  '慧敏',
  '宏伟',
]

/** The n-th invented person of the installation. */
const nameOf = (number: number): string =>
  `${SURNAMES[(number * 7) % SURNAMES.length]}${GIVEN[(number * 5) % GIVEN.length]}`
const phoneOf = (number: number): string => `1990000${String(1000 + number)}`

export type Neighbour = { readonly row: PersonRow; readonly hats: readonly Hat[] }
export type People = {
  readonly rows: RosterRows
  readonly parties: ReadonlyMap<Role, PartyId>
  /** Who wears a role here, the first first. */
  readonly byRole: ReadonlyMap<Role, readonly Neighbour[]>
  readonly committee: PartyId
}

/** The same officials work for all communities of the office. */
export type Officials = readonly PersonRow[]
export const officials = (ids: Ids): Officials =>
  [900, 901].map((number) => ({ person: ids('per'), name: nameOf(number), phone: phoneOf(number) }))

const PARTIES: readonly (readonly [Role, (name: string) => string, members: number])[] = [
  ['branch', (name) => `${name}党总支`, 2],
  ['owners-committee', (name) => `${name}业委会`, 2],
  ['property', (name) => `${name}物业`, 2],
  ['police', () => `${OFFICE.name}派出所社区警务室`, 1],
  ['counsel', () => '方圆法律服务所', 1],
  ['department', () => `${OFFICE.name}城市建设和管理办`, 1],
  ['partner', () => '阳光邻里商户联盟', 1],
  ['self-management', (name) => `${name}自管会`, 2],
  ['volunteer', (name) => `${name}志愿服务队`, 2],
  ['repair-worker', () => '一家亲维修组', 1],
]

type Gathering = {
  readonly plan: Plan
  readonly ids: Ids
  readonly committee: PartyId
  readonly rows: { parties: PartyRow[]; persons: PersonRow[]; memberships: MembershipRow[]; ownerships: OwnershipRow[] }
  readonly parties: Map<Role, PartyId>
  readonly byRole: Map<Role, Neighbour[]>
  /** Numbers of one community do not meet those of another. */
  next: number
}

type Hold = { readonly role: Role; readonly party: PartyId | null; readonly spot?: Spot; readonly contact?: boolean }

const wear = ({ plan, rows, byRole }: Gathering, row: PersonRow, { role, party, spot, contact }: Hold) => {
  const [path, node] = [spot?.path ?? '', spot?.node ?? null]
  rows.memberships.push({
    person: row.person,
    role,
    node,
    path,
    party,
    contact: contact ? row.phone : null,
    starts: null,
  })
  const hat: Hat = { role, community: plan.id, path, party }
  byRole.set(role, [...(byRole.get(role) ?? []), { row, hats: [hat] }])
}

const join = (gathering: Gathering, hold: Hold): PersonRow => {
  const number = gathering.next
  gathering.next += 1
  const row = { person: gathering.ids('per'), name: nameOf(number), phone: phoneOf(number) }
  gathering.rows.persons.push(row)
  wear(gathering, row, hold)
  return row
}

const addParty = ({ ids, rows, parties }: Gathering, role: Role, name: string, phone: string | null): PartyId => {
  const party = ids('pty')
  rows.parties.push({ party, role, name, phone, first: true })
  parties.set(role, party)
  return party
}

const addParties = (gathering: Gathering, above: Officials) => {
  const short = gathering.plan.compound[1]
  for (const [role, named, members] of PARTIES) {
    const party = addParty(gathering, role, named(short), phoneOf(700 + gathering.next))
    for (let index = 0; index < members; index += 1) join(gathering, { role, party })
  }
  const office = addParty(gathering, 'street-office', `${OFFICE.name}办事处`, phoneOf(899))
  gathering.rows.persons.push(...above)
  for (const official of above) wear(gathering, official, { role: 'street-office', party: office })
}

const RESIDENTS = 10
/** The first lives in the first stairway, whose homes vote: it has eleven or more. */
const FIRST_HOME = 7

const addResidents = (gathering: Gathering, { units, nodes }: Ground) => {
  const paths = new Map(nodes.map(({ node, path }) => [node, { place: null, node, path }]))
  for (let index = 0; index < RESIDENTS; index += 1) {
    const unit = units[(index * 173 + FIRST_HOME) % units.length]!
    const { person } = join(gathering, { role: 'resident', party: null, spot: paths.get(unit.node)! })
    gathering.rows.ownerships.push({ unit: unit.unit, person, share: '1/1' })
  }
}

/** Owners of a stairway, who decide on what is theirs alone; their numbers lie apart from everybody else's. */
const OWNERS = 400
const MOST_OWNERS = 40

const addOwners = ({ ids, rows }: Gathering, { units, nodes }: Ground, number: number) => {
  const stairway = nodes.find(({ kind }) => kind === 'stairway')!
  const owned = new Set(rows.ownerships.map(({ unit }) => unit))
  const free = units.filter(({ node, unit }) => node === stairway.node && !owned.has(unit))
  for (const [index, { unit }] of free.slice(0, MOST_OWNERS).entries()) {
    const at = OWNERS + (number / 100) * MOST_OWNERS + index
    const row = { person: ids('per'), name: nameOf(at), phone: phoneOf(at) }
    rows.persons.push(row)
    rows.ownerships.push({ unit, person: row.person, share: '1/1' })
  }
}

/** Everybody here, from the committee down to a few of the residents. */
export const gather = (plan: Plan, ids: Ids, ground: Ground, above: Officials): People => {
  const number = { lantian: 0, xianghe: 100, hupan: 200 }[plan.key] ?? 300
  const rows = { parties: [], persons: [], memberships: [], ownerships: [] }
  const gathering: Gathering = {
    plan,
    ids,
    committee: ids('pty'),
    rows,
    parties: new Map(),
    byRole: new Map(),
    next: number,
  }
  const { committee } = gathering
  gathering.parties.set('staff', committee)
  for (let index = 0; index < plan.staff; index += 1) join(gathering, { role: 'staff', party: committee })
  addParties(gathering, above)
  const keys = (count: number, key: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => key(index))
  for (const key of keys(plan.grids, (index) => `${plan.compound[0]}-G${index + 1}`))
    join(gathering, { role: 'grid-worker', party: null, spot: ground.spots.get(key)!, contact: true })
  for (const key of keys(plan.leaders, (index) => `${plan.compound[0]}-${index * 3 + 1}`))
    join(gathering, { role: 'building-leader', party: null, spot: ground.spots.get(key)! })
  addResidents(gathering, ground)
  addOwners(gathering, ground, number)
  return { rows: { ...NO_ROWS, ...gathering.rows }, parties: gathering.parties, byRole: gathering.byRole, committee }
}

export const actorOf = ({ row, hats }: Neighbour): Actor => ({ kind: 'person', person: row.person, hats })
