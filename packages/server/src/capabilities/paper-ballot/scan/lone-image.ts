// Whether a page of a PDF is one picture and nothing else, as most scanners write it; marks laid over a picture (a mask, a pen, a stamp) make it more than that.
import { getResolvedPDFJS } from 'unpdf'

type Painting = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
/** As in ISO 32000-1, section 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

const PLAIN: Matrix = [1, 0, 0, 1, 0, 0]

const after = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

/** Of the page's side: how far a picture of all of it may end beside the edge. */
const MARGIN = 0.1

const covers = ([a, b, c, d, e, f]: Matrix, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): boolean => {
  const [width, height] = [right - left, top - bottom]
  const isNear = (one: number, other: number, side: number) => Math.abs(one - other) <= side * MARGIN
  const isUpright = Math.abs(b) + Math.abs(c) < 1
  return (
    isUpright &&
    isNear(a, width, width) &&
    isNear(d, height, height) &&
    isNear(e, left, width) &&
    isNear(f, bottom, height)
  )
}

/** Where the only picture lies; null where anything else is done that could be seen. */
const placeOf = ({ fnArray, argsArray }: Painting, ops: Readonly<Record<string, number>>): Matrix | null => {
  const harmless = new Set(
    ['dependency', 'beginMarkedContent', 'beginMarkedContentProps', 'endMarkedContent'].map((name) => ops[name]),
  )
  const saved: Matrix[] = []
  let [now, place]: [Matrix, Matrix | null] = [PLAIN, null]
  for (const [index, op] of fnArray.entries())
    if (op === ops['save']) saved.push(now)
    else if (op === ops['restore']) now = saved.pop() ?? PLAIN
    else if (op === ops['transform']) now = after(argsArray[index] as Matrix, now)
    else if (op === ops['paintImageXObject'] && place === null) place = now
    else if (!harmless.has(op)) return null
  return place
}

/** `view`: the edges of the page. */
export const isLoneImage = async (painting: Painting, view: readonly number[]): Promise<boolean> => {
  const { OPS } = await getResolvedPDFJS()
  const place = placeOf(painting, OPS)
  return place !== null && covers(place, view)
}
