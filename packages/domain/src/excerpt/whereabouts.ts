// Where somebody lives or means, from a nickname like `3-201王阿姨` or from what was said: a node of the territory and a door.
import { covers } from '../kernel/index.ts'
import type { NodeKind } from '../territory/index.ts'
import { NUMERAL, readNumeral } from './numerals.ts'

export type Ground = { readonly path: string; readonly kind: NodeKind; readonly name: string }

export type Whereabouts = {
  readonly path: string
  /** Door of a flat: for those who handle it, never for the public. */
  readonly door: string | null
  readonly from: 'nickname' | 'text'
}

type Mentioned = { readonly building: number | null; readonly stairway: number | null; readonly door: string | null }

const HOUSE = String.raw`(?:号楼|幢|栋|座|#|号(?!线|晚|早|下午|上午|开始|之前|以前|以后|前|后|门))`
const BUILDING = new RegExp(String.raw`(${NUMERAL})\s*${HOUSE}`, 'u')
const STAIRWAY = new RegExp(String.raw`(${NUMERAL})\s*(?:单元|门洞|号门(?!口)|楼道)`, 'u')
const ROOM = /(?<![\d.])(\d{3,4})(?:室|房|户)/u
const AFTER_HOUSE = /(?:号楼|幢|栋|座|#|号|单元)\s*(\d{3,4})(?!\d|年|元|块|米|人|户)/u
/** `3-201`, `3-2-201`, `12/502` — the last number is a door. */
const DASHED = /(?<![\d-])(\d{1,3})\s*[-–—/\\]\s*(?:(\d{1,2})\s*[-–—/\\]\s*)?(\d{3,4})(?![\d-])/u

const numberIn = (pattern: RegExp, text: string): number | null => {
  const found = pattern.exec(text)
  return found ? readNumeral(found[1]!) : null
}

const mentioned = (text: string): Mentioned => {
  const plain = text.normalize('NFKC')
  const dashed = DASHED.exec(plain)
  if (dashed) {
    const [, building, stairway, door] = dashed
    return { building: Number(building), stairway: stairway ? Number(stairway) : null, door: door! }
  }
  const door = ROOM.exec(plain)?.[1] ?? AFTER_HOUSE.exec(plain)?.[1] ?? null
  return { building: numberIn(BUILDING, plain), stairway: numberIn(STAIRWAY, plain), door }
}

const numberOf = ({ name }: Ground): number | null => {
  const found = new RegExp(NUMERAL, 'u').exec(name)
  return found ? readNumeral(found[0]) : null
}

const related = (a: string, b: string): boolean => covers(a, b) || covers(b, a)

/** The only one, or the only one near; two that fit equally well are none. */
const onlyOne = (found: readonly Ground[], near: string): Ground | null => {
  if (found.length < 2) return found[0] ?? null
  const here = found.filter(({ path }) => related(path, near))
  return here.length === 1 ? here[0]! : null
}

const ofKind = (ground: readonly Ground[], kind: NodeKind, number: number | null): readonly Ground[] =>
  number === null ? [] : ground.filter((node) => node.kind === kind && numberOf(node) === number)

/** The building in which the group itself is, where it is in one. */
const ownBuilding = (ground: readonly Ground[], base: string): Ground | null =>
  ground.find(({ kind, path }) => kind === 'building' && path !== '' && covers(path, base)) ?? null

const pathOf = (ground: readonly Ground[], base: string, { building, stairway, door }: Mentioned): string | null => {
  const house = building === null ? ownBuilding(ground, base) : onlyOne(ofKind(ground, 'building', building), base)
  if (!house) return null
  const stairs = ofKind(ground, 'stairway', stairway).filter(({ path }) => covers(house.path, path))
  if (stairs.length === 1) return stairs[0]!.path
  if (building === null && stairway === null && door === null) return null
  return covers(house.path, base) && building === null ? base : house.path
}

/** What is said goes before where the speaker lives. */
export const whereaboutsOf = (
  ground: readonly Ground[],
  base: string,
  { speaker, text }: { readonly speaker: string | null; readonly text: string },
): Whereabouts | null => {
  const [said, known] = [mentioned(text), mentioned(speaker ?? '')]
  const there = pathOf(ground, base, said)
  if (there !== null) return { path: there, door: said.door, from: 'text' }
  const home = pathOf(ground, base, known)
  return home === null ? null : { path: home, door: known.door, from: 'nickname' }
}

/** A title is public: doors in it are starred out, in every way of writing them. */
export const withoutDoors = (text: string): string =>
  text
    .replaceAll(new RegExp(DASHED, 'gu'), (_, house: string) => `${house}号楼**室`)
    .replaceAll(new RegExp(ROOM, 'gu'), '**室')
    .replaceAll(new RegExp(AFTER_HOUSE, 'gu'), (all: string, door: string) => `${all.slice(0, -door.length)}**室`)
    .replaceAll('**室室', '**室')
