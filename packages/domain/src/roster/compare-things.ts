// Compares the sheets of units, parties and points.
import type { Role } from '../kernel/index.ts'
import type { PlaceKind, UnitUse } from '../territory/index.ts'
import { nodeNamed, pathOf } from './compare-nodes.ts'
import { type Draft, judge, onceOnly, placeKey, reject, unitKey } from './draft.ts'
import { type Row, complain } from './reading.ts'
import type { PartyRow, PlaceRow, UnitRow } from './rows.ts'
import { pointWords } from './values.ts'

/** In m², far above what there is: a missing decimal point would outvote a whole building by area. */
const MOST_AREA: Readonly<Record<UnitUse, number>> = { flat: 2_000, shop: 100_000, parking: 100_000, other: 100_000 }

const checkArea = (row: Row, { use, area }: UnitRow, before: UnitRow | undefined): void => {
  const most = MOST_AREA[use]
  if (before?.area !== area && Number(area) > most) complain(row, 'area', 'area-too-large', { value: area, most })
}

const compareUnit = (draft: Draft, row: Row, once: Once): void => {
  const node = nodeNamed(draft, row)
  const door = row.values.get('door')
  const area = row.values.get('area')
  if (!node || door === undefined) return reject(draft, row)
  const key = unitKey(node.node, door)
  once(row, key, 'door')
  const before = draft.units.get(key)
  const use = (row.values.get('use') ?? before?.use ?? 'flat') as UnitUse
  const answer = row.values.get('undelivered')
  const undelivered = answer === undefined ? (before?.undelivered ?? false) : answer === 'yes'
  const id = before?.unit ?? draft.ids('unt')
  const unit: UnitRow = { unit: id, node: node.node, door, use, area: area ?? '', undelivered }
  checkArea(row, unit, before)
  const shown = (unit: UnitRow) => ({ use: unit.use, area: unit.area, undelivered: unit.undelivered ? 'yes' : 'no' })
  if (judge(draft, row, `${node.key} ${door}`, { before: before ? shown(before) : null, after: shown(unit) }))
    draft.writes.units.push(unit)
  draft.units.set(key, unit)
  draft.unitById.set(unit.unit, unit)
}
type Once = ReturnType<typeof onceOnly>

export const compareUnits = (draft: Draft, rows: readonly Row[]): void => {
  const once = onceOnly()
  for (const row of rows) compareUnit(draft, row, once)
}

type Firsts = Map<Role, { readonly party: PartyRow; readonly row: number }>

const compareParty = (draft: Draft, row: Row, { once, firsts }: { once: Once; firsts: Firsts }): void => {
  const name = row.values.get('name')
  const role = row.values.get('role') as Role | undefined
  if (name === undefined || role === undefined) return reject(draft, row)
  once(row, name, 'name')
  if (role === 'resident') complain(row, 'role', 'role-not-here')
  const before = draft.parties.get(name)
  const answer = row.values.get('first')
  const first = answer === undefined ? (before?.first ?? false) : answer === 'yes'
  const phone = row.values.get('phone') ?? before?.phone ?? null
  const party: PartyRow = { party: before?.party ?? draft.ids('pty'), role, name, phone, first }
  const taken = firsts.get(role)
  if (answer === 'yes' && taken) complain(row, 'first', 'two-firsts', { first: taken.row })
  else if (answer === 'yes') firsts.set(role, { party, row: row.number })
  const shown = ({ role, phone, first }: PartyRow) => ({ role, phone, first: first ? 'yes' : 'no' })
  if (judge(draft, row, name, { before: before ? shown(before) : null, after: shown(party) }))
    draft.writes.parties.push(party)
  draft.parties.set(name, party)
  draft.partyById.set(party.party, party)
}

/** Whoever was the first choice before gives way to the one that the workbook names. */
const giveWay = (draft: Draft, firsts: Firsts): void => {
  for (const party of draft.parties.values()) {
    const chosen = firsts.get(party.role)?.party
    if (!party.first || !chosen || chosen.party === party.party) continue
    draft.writes.parties = draft.writes.parties.filter((written) => written.party !== party.party)
    draft.writes.parties.push({ ...party, first: false })
  }
}

export const compareParties = (draft: Draft, rows: readonly Row[]): void => {
  const work = { once: onceOnly(), firsts: new Map() as Firsts }
  for (const row of rows) compareParty(draft, row, work)
  giveWay(draft, work.firsts)
}

export const comparePoints = (draft: Draft, rows: readonly Row[]): void => {
  const once = onceOnly()
  for (const row of rows) {
    const node = nodeNamed(draft, row)
    const { key, kind } = { key: row.values.get('key'), kind: row.values.get('kind') as PlaceKind | undefined }
    if (key === undefined || kind === undefined) {
      reject(draft, row)
      continue
    }
    once(row, key, 'key')
    const before = draft.places.get(placeKey({ node: null, key }))
    const where = node || !before ? pathOf(node) : { node: before.node, path: before.path }
    const fallback = before?.name ?? `${pointWords[kind as 'lamp-post' | 'point'][0]} ${key}`
    const name = row.values.get('name') ?? fallback
    const label = row.values.get('label') ?? before?.label ?? null
    const place: PlaceRow = { place: before?.place ?? draft.ids('plc'), kind, key, name, ...where, label }
    const shown = ({ kind, name, path, label }: PlaceRow) => ({ kind, name, node: path, label })
    if (judge(draft, row, `${key} ${name}`, { before: before ? shown(before) : null, after: shown(place) }))
      draft.writes.places.push(place)
    draft.places.set(key, place)
  }
}
