// A pasted list of homes, buildings and stairways, one to a line, read against the roster: which units each line means, or why it means none. For the units that a question affects (R1.47).

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

export const LINE_VERDICTS = ['found', 'whole', 'twice', 'unknown', 'several', 'not-voting'] as const
export type LineVerdict = {
  readonly line: string
  readonly verdict: (typeof LINE_VERDICTS)[number]
  /** What the line means; of several the first ones; of a whole building or stairway those that vote and no line before named. */
  readonly units: readonly string[]
}

export const MOST_LINES = 5000
const MOST_SHOWN = 5

const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/\s+/gu, '')

/** `12号楼2单元302室`, `12-2-302`, `12幢2门302` are all 12, 2, 302: what numbers and letters stand between matters, their names do not. */
const marksOf = (text: string): string => (plain(text).match(/[A-Z]*\d+[A-Z]*|[A-Z]+/gu) ?? []).join('-')

const joined = (...marks: readonly string[]): string => marks.filter(Boolean).join('-')

/** `3幢`, `3号楼2单元`, `3幢全部`: a line that ends with the word for a building or a stairway names no door. */
const namesWhole = (line: string): boolean => /(?:幢|栋|座|楼|单元|门|梯)(?:全部|全体|所有)?$/u.test(plain(line))

type Index = ReadonlyMap<string, readonly ListedUnit[]>

const collected = () => {
  const index = new Map<string, ListedUnit[]>()
  const add = (marks: string, unit: ListedUnit) => {
    const known = index.get(marks)
    if (known) known.push(unit)
    else index.set(marks, [unit])
  }
  return { index, add }
}

/** By building, and by building and stairway. */
const wholesOf = (units: readonly ListedUnit[]): Index => {
  const { index, add } = collected()
  for (const unit of units) {
    const [building, stairway] = [marksOf(unit.building), marksOf(unit.stairway)]
    if (building === '') continue
    add(building, unit)
    if (stairway !== '') add(joined(building, stairway), unit)
  }
  return index
}

/** By all three, and without the stairway, which people leave out where doors of a building do not repeat. */
const indexOf = (units: readonly ListedUnit[]): Index => {
  const { index, add } = collected()
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

/** All of one building, or of one stairway of it, that votes; of several that are called alike none. */
const verdictOnWhole = (line: string, found: readonly ListedUnit[], taken: Set<string>): LineVerdict => {
  const places = Map.groupBy(found, ({ compound, building }) => `${compound}\n${building}`)
  if (places.size > 1)
    return { line, verdict: 'several', units: [...places.values()].slice(0, MOST_SHOWN).map(([first]) => first!.unit) }
  const voting = found.filter(({ votes }) => votes)
  if (voting.length === 0) return { line, verdict: found.length === 0 ? 'unknown' : 'not-voting', units: [] }
  const units = voting.map(({ unit }) => unit).filter((unit) => !taken.has(unit))
  for (const unit of units) taken.add(unit)
  return { line, verdict: units.length === 0 ? 'twice' : 'whole', units }
}

/** One verdict for each line that says anything, in their order; lines beyond the most are not read. */
export const readUnitLines = (text: string, units: readonly ListedUnit[]): readonly LineVerdict[] => {
  const [index, wholes] = [indexOf(units), wholesOf(units)]
  const names = [...new Set(units.map(({ compound }) => compound).filter(Boolean))]
  const compounds = names.toSorted((one, other) => other.length - one.length)
  const taken = new Set<string>()
  const lines = text.split(/[\n;；]/u).map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .map((line) => {
      const { compound, rest } = partedBy(line, compounds)
      const within = (found: readonly ListedUnit[]) =>
        compound === null ? found : found.filter((each) => each.compound === compound)
      const marks = marksOf(rest)
      const whole = namesWhole(rest) ? wholes.get(marks) : undefined
      return whole ? verdictOnWhole(line, within(whole), taken) : verdictOn(line, within(index.get(marks) ?? []), taken)
    })
}

/** Of a door like `302` or `1204` its floor; null where the door does not tell. */
export const floorOf = (door: string): number | null => {
  const number = /(\d{3,4})(?!.*\d)/u.exec(plain(door))?.[1]
  return number === undefined ? null : Number(number.slice(0, -2))
}
