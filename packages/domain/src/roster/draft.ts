// An import on its way: what the community has, what the workbook adds, and the verdict on each row so far.
import type { Ids, NodeId, PartyId, UnitId } from '../kernel/index.ts'
import type { Problem } from './problem.ts'
import { type Row, complain } from './reading.ts'
import type {
  MembershipRow,
  NodeRow,
  OwnershipRow,
  PartyRow,
  PersonRow,
  PlaceRow,
  RosterRows,
  RosterSnapshot,
  UnitRow,
} from './rows.ts'
import { cellWord } from './values.ts'

export type Verdict = 'new' | 'changed' | 'unchanged' | 'error'
export type Change = { readonly column: string; readonly from: string; readonly to: string }
export type RowVerdict = {
  readonly sheet: string
  readonly row: number
  /** What the row is about, as its author wrote it. */
  readonly label: string
  readonly verdict: Verdict
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
}

type Writes = { -readonly [Table in keyof RosterRows]: RosterRows[Table][number][] }

export type Draft = {
  readonly ids: Ids
  /** Everything as it will be, by the key that people know it by. */
  readonly nodes: Map<string, NodeRow>
  readonly nodeById: Map<NodeId, NodeRow>
  readonly units: Map<string, UnitRow>
  readonly unitById: Map<UnitId, UnitRow>
  readonly parties: Map<string, PartyRow>
  readonly partyById: Map<PartyId, PartyRow>
  readonly persons: Map<string, PersonRow>
  readonly personById: Map<string, PersonRow>
  readonly memberships: Map<string, MembershipRow>
  readonly ownerships: Map<string, OwnershipRow>
  readonly ownersOf: Map<UnitId, OwnershipRow[]>
  readonly places: Map<string, PlaceRow>
  readonly writes: Writes
  readonly verdicts: RowVerdict[]
}

export const unitKey = (node: NodeId, door: string): string => `${node}/${door}`
export const personKey = ({ name, phone }: Pick<PersonRow, 'name' | 'phone'>): string => `${name}/${phone ?? ''}`
export const membershipKey = ({ person, role, path }: Pick<MembershipRow, 'person' | 'role' | 'path'>): string =>
  `${person}/${role}/${path}`
export const ownershipKey = ({ unit, person }: Pick<OwnershipRow, 'unit' | 'person'>): string => `${unit}/${person}`
export const placeKey = ({ node, key }: Pick<PlaceRow, 'node' | 'key'>): string => key ?? `/${node ?? ''}`

const by = <Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, Item> =>
  new Map(items.map((item) => [key(item), item]))

const noWrites = (): Writes => ({
  nodes: [],
  units: [],
  parties: [],
  persons: [],
  memberships: [],
  ownerships: [],
  places: [],
})

export const startDraft = (current: RosterSnapshot, ids: Ids): Draft => ({
  ids,
  nodes: by(current.nodes, (node) => node.key),
  nodeById: by(current.nodes, (node) => node.node),
  units: by(current.units, (unit) => unitKey(unit.node, unit.door)),
  unitById: by(current.units, (unit) => unit.unit),
  parties: by(current.parties, (party) => party.name),
  partyById: by(current.parties, (party) => party.party),
  persons: by(
    current.persons.filter(({ phone }) => phone !== null),
    personKey,
  ),
  personById: by(current.persons, (person) => person.person),
  memberships: by(current.memberships, membershipKey),
  ownerships: by(current.ownerships, ownershipKey),
  ownersOf: Map.groupBy(current.ownerships, ({ unit }) => unit),
  places: by(current.places, placeKey),
  writes: noWrites(),
  verdicts: [],
})

type Shown = Readonly<Record<string, string | null>>

const changesBetween = (before: Shown, after: Shown): readonly Change[] =>
  Object.entries(after)
    .filter(([column, value]) => before[column] !== value)
    .map(([column, value]) => ({ column, from: before[column] ?? '', to: value ?? '' }))

/** `before` is null for what is new; true where something is to be written. */
export const judge = (draft: Draft, row: Row, label: string, { before, after }: Before): boolean => {
  const changes = before ? changesBetween(before, after) : []
  const fine = before === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'
  const verdict = row.problems.length > 0 ? 'error' : fine
  draft.verdicts.push({ sheet: row.sheet, row: row.number, label, verdict, changes, problems: row.problems })
  return verdict === 'new' || verdict === 'changed'
}
type Before = { readonly before: Shown | null; readonly after: Shown }

/** A row without what it needs to be compared at all. */
export const reject = (draft: Draft, row: Row): void => {
  judge(
    draft,
    row,
    [...row.values]
      .slice(0, 3)
      .map(([column, value]) => cellWord(column, value))
      .join(' '),
    { before: null, after: {} },
  )
}

/** Complains about the second row with the same key. */
export const onceOnly = () => {
  const seen = new Map<string, number>()
  return (row: Row, key: string, column: string): void => {
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row.number)
    else complain(row, column, 'duplicate', { first })
  }
}
