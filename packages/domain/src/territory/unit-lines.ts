// A pasted list of homes, one to a line, read against the roster: which unit each line means, or why it means none. For the units that a question affects (R1.47).

export type ListedUnit = {
  readonly unit: string
  /** Of its compound, `''` where there is none; several compounds of one community may each have a 12号楼. */
  readonly compound: string
  readonly building: string
  readonly stairway: string
  readonly door: string
  /** Whether this kind of home votes on the question. */
  readonly votes: boolean
}

export const LINE_VERDICTS = ['found', 'twice', 'unknown', 'several', 'not-voting'] as const
export type LineVerdict = {
  readonly line: string
  readonly verdict: (typeof LINE_VERDICTS)[number]
  /** What the line means; of several the first ones. */
  readonly units: readonly string[]
}

export const MOST_LINES = 5000
const MOST_SHOWN = 5

const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/\s+/gu, '')

/** `12号楼2单元302室`, `12-2-302`, `12幢2门302` are all 12, 2, 302: what numbers and letters stand between matters, their names do not. */
const marksOf = (text: string): string => (plain(text).match(/[A-Z]*\d+[A-Z]*|[A-Z]+/gu) ?? []).join('-')

const joined = (...marks: readonly string[]): string => marks.filter(Boolean).join('-')

type Index = ReadonlyMap<string, readonly ListedUnit[]>

/** By all three, and without the stairway, which people leave out where doors of a building do not repeat. */
const indexOf = (units: readonly ListedUnit[]): Index => {
  const index = new Map<string, ListedUnit[]>()
  const add = (marks: string, unit: ListedUnit) => {
    const known = index.get(marks)
    if (known) known.push(unit)
    else index.set(marks, [unit])
  }
  for (const unit of units) {
    const [building, stairway, door] = [unit.building, unit.stairway, unit.door].map(marksOf) as [
      string,
      string,
      string,
    ]
    add(joined(building, stairway, door), unit)
    if (stairway !== '') add(joined(building, door), unit)
  }
  return index
}

/** The compound that a line names, and the line without it, because a name may hold a number itself: 三村2期. */
const partedBy = (line: string, compounds: readonly string[]) => {
  const compound = compounds.find((each) => plain(line).includes(plain(each))) ?? null
  return { compound, rest: compound === null ? line : plain(line).replace(plain(compound), '') }
}

const verdictOn = (line: string, found: readonly ListedUnit[], taken: Set<string>): LineVerdict => {
  const units = found.slice(0, MOST_SHOWN).map(({ unit }) => unit)
  const [only] = found
  if (!only) return { line, verdict: 'unknown', units }
  if (found.length > 1) return { line, verdict: 'several', units }
  if (!only.votes) return { line, verdict: 'not-voting', units }
  if (taken.has(only.unit)) return { line, verdict: 'twice', units }
  taken.add(only.unit)
  return { line, verdict: 'found', units }
}

/** One verdict for each line that says anything, in their order; lines beyond the most are not read. */
export const readUnitLines = (text: string, units: readonly ListedUnit[]): readonly LineVerdict[] => {
  const index = indexOf(units)
  const names = [...new Set(units.map(({ compound }) => compound).filter(Boolean))]
  const compounds = names.toSorted((one, other) => other.length - one.length)
  const taken = new Set<string>()
  const lines = text.split(/[\n;；]/u).map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .map((line) => {
      const { compound, rest } = partedBy(line, compounds)
      const found = index.get(marksOf(rest)) ?? []
      return verdictOn(line, compound === null ? found : found.filter((each) => each.compound === compound), taken)
    })
}

/** Of a door like `302` or `1204` its floor; null where the door does not tell. */
export const floorOf = (door: string): number | null => {
  const number = /(\d{3,4})(?!.*\d)/u.exec(plain(door))?.[1]
  return number === undefined ? null : Number(number.slice(0, -2))
}
