// Compares the sheets of owners and staff: who is the same person, and which roles and units they hold.
import { needsSecondFactor } from '../account/index.ts'
import type { PersonId, Role } from '../kernel/index.ts'
import { nodeNamed, pathOf } from './compare-nodes.ts'
import { type Draft, judge, membershipKey, onceOnly, ownershipKey, personKey, reject, unitKey } from './draft.ts'
import { type Row, complain } from './reading.ts'
import type { MembershipRow, NodeRow, OwnershipRow, PartyRow, PersonRow, UnitRow } from './rows.ts'
import { cellWord } from './values.ts'

type Named = { readonly name: string; readonly phone: string | undefined }

/** The same name and number is the same person; so is the same name in the same unit or post, whatever the number was. */
const personFor = (draft: Draft, { name, phone }: Named, before: readonly PersonRow[]): PersonRow => {
  const known = phone === undefined ? undefined : draft.persons.get(personKey({ name, phone }))
  const same = before.find((person) => person.name === name)
  const person = known ?? same
  return { person: person?.person ?? draft.ids('per'), name, phone: phone ?? person?.phone ?? null }
}

const keepPerson = (draft: Draft, person: PersonRow): void => {
  const before = draft.personById.get(person.person)
  if (before?.phone === person.phone) return
  draft.writes.persons = before?.person ? withoutPerson(draft, person.person) : draft.writes.persons
  draft.writes.persons.push(person)
  draft.personById.set(person.person, person)
  if (person.phone !== null) draft.persons.set(personKey(person), person)
}

const withoutPerson = (draft: Draft, person: PersonId) =>
  draft.writes.persons.filter((written) => written.person !== person)

const keepMembership = (draft: Draft, membership: MembershipRow): void => {
  draft.writes.memberships.push(membership)
  draft.memberships.set(membershipKey(membership), membership)
}

const keepOwner = (draft: Draft, { person, unit, ownership }: Owner): void => {
  keepPerson(draft, person)
  draft.writes.ownerships.push(ownership)
  draft.ownerships.set(ownershipKey(ownership), ownership)
  const where = draft.nodeById.get(unit.node)
  const home = { person: person.person, role: 'resident' as const, ...pathOf(where) }
  if (!draft.memberships.has(membershipKey(home)))
    keepMembership(draft, { ...home, party: null, contact: null, starts: null })
}
type Owner = { readonly person: PersonRow; readonly unit: UnitRow; readonly ownership: OwnershipRow }

const unitOf = (draft: Draft, row: Row, node: NodeRow | undefined): UnitRow | undefined => {
  const door = row.values.get('door')
  const unit = node && door !== undefined ? draft.units.get(unitKey(node.node, door)) : undefined
  if (node && door !== undefined && !unit) complain(row, 'door', 'unknown-unit', { value: `${node.key} ${door}` })
  return unit
}

const compareOwner = (draft: Draft, row: Row, once: ReturnType<typeof onceOnly>): void => {
  const node = nodeNamed(draft, row)
  const unit = unitOf(draft, row, node)
  const name = row.values.get('name')
  if (!node || !unit || name === undefined) return reject(draft, row)
  once(row, `${unit.unit}/${name}`, 'name')
  const owners = (draft.ownersOf.get(unit.unit) ?? []).map(({ person }) => draft.personById.get(person)!)
  const person = personFor(draft, { name, phone: row.values.get('phone') }, owners)
  const before = draft.ownerships.get(ownershipKey({ unit: unit.unit, person: person.person }))
  const share = row.values.get('share') ?? before?.share ?? '1/1'
  const ownership: OwnershipRow = { unit: unit.unit, person: person.person, share }
  const shown = before && { phone: draft.personById.get(person.person)?.phone ?? null, share: before.share }
  const label = `${node.key} ${unit.door} ${name}`
  if (judge(draft, row, label, { before: shown ?? null, after: { phone: person.phone, share } }))
    keepOwner(draft, { person, unit, ownership })
}

export const compareOwners = (draft: Draft, rows: readonly Row[]): void => {
  const once = onceOnly()
  for (const row of rows) compareOwner(draft, row, once)
}

/** Named, or the one that this role's people belong to when nothing is said. */
const partyFor = (draft: Draft, row: Row, role: Role): PartyRow | undefined => {
  const name = row.values.get('party')
  if (name !== undefined) {
    const party = draft.parties.get(name)
    if (!party) complain(row, 'party', 'unknown-party', { value: name })
    return party
  }
  const those = [...draft.parties.values()].filter((party) => party.role === role)
  return those.find(({ first }) => first) ?? (those.length === 1 ? those[0] : undefined)
}

const holdersOf = (draft: Draft): ReadonlyMap<string, readonly PersonRow[]> => {
  const memberships = [...draft.memberships.values()].filter(({ role }) => role !== 'resident')
  const held = Map.groupBy(memberships, ({ role, path }) => `${role}/${path}`)
  return new Map([...held].map(([post, all]) => [post, all.map(({ person }) => draft.personById.get(person)!)]))
}

/** Who share a number share an account: not where one of them signs in to it with a password. */
const oneNumberEach = () => {
  const first = new Map<string, { readonly name: string; readonly row: number; readonly guarded: boolean }>()
  return (row: Row, { name, phone }: Named, role: Role): void => {
    if (phone === undefined) return
    const guarded = needsSecondFactor(role)
    const other = first.get(phone) ?? { name, row: row.number, guarded }
    if (other.name !== name && (guarded || other.guarded))
      complain(row, 'phone', 'phone-of-another', { name: other.name, first: other.row })
    first.set(phone, { ...other, guarded: guarded || other.guarded })
  }
}

type Posts = {
  readonly holders: ReturnType<typeof holdersOf>
  readonly once: ReturnType<typeof onceOnly>
  readonly own: ReturnType<typeof oneNumberEach>
}

const compareMember = (draft: Draft, row: Row, { holders, once, own }: Posts): void => {
  const node = nodeNamed(draft, row)
  const { name, phone } = { name: row.values.get('name'), phone: row.values.get('phone') }
  const role = row.values.get('role') as Role | undefined
  if (name === undefined || role === undefined || (row.values.has('node') && !node)) return reject(draft, row)
  if (role === 'resident') complain(row, 'role', 'role-not-here')
  own(row, { name, phone }, role)
  const where = pathOf(node)
  const person = personFor(draft, { name, phone }, holders.get(`${role}/${where.path}`) ?? [])
  once(row, membershipKey({ person: person.person, role, path: where.path }), 'name')
  const before = draft.memberships.get(membershipKey({ person: person.person, role, path: where.path }))
  const named = partyFor(draft, row, role)
  const party = row.values.has('party') || !before?.party ? (named?.party ?? null) : before.party
  const contact = row.values.get('contact') ?? before?.contact ?? null
  const after = { person: person.person, role, ...where, party, contact, starts: before?.starts ?? null }
  const shown = (phone: string | null, { party, contact }: MembershipRow) => ({
    phone,
    contact,
    party: party && (draft.partyById.get(party)?.name ?? null),
  })
  const old = before ? shown(draft.personById.get(person.person)?.phone ?? null, before) : null
  if (
    !judge(draft, row, `${name} ${cellWord('role', role)} ${node?.key ?? ''}`.trim(), {
      before: old,
      after: shown(person.phone, after),
    })
  )
    return
  keepPerson(draft, person)
  keepMembership(draft, after)
}

export const compareStaff = (draft: Draft, rows: readonly Row[]): void => {
  const posts = { holders: holdersOf(draft), once: onceOnly(), own: oneNumberEach() }
  for (const row of rows) compareMember(draft, row, posts)
}
