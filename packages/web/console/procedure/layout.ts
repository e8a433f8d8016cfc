// Where the boxes and lines of a drawn procedure lie: columns become layers from top to bottom, rows stand side by side.
import type { Drawing, DrawnStage, DrawnWay } from '@yishi/domain/procedure'

const HEAD = 76
const OUTCOME = 44
const GAP = { across: 130, down: 34 }

/** How wide a box is, and how much room its arcs have beside it. */
export type Measure = { readonly box: number; readonly margin: number }
export const WIDE: Measure = { box: 400, margin: 110 }
/** Fits a phone of 360 pixels without scrolling sideways. */
export const NARROW: Measure = { box: 268, margin: 28 }

export type Box = {
  readonly node: DrawnStage
  readonly ways: readonly DrawnWay[]
  readonly x: number
  readonly y: number
  readonly height: number
}
export type Line = { readonly key: string; readonly path: string; readonly back: boolean }
export type Layout = {
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

const heightOf = (ways: readonly DrawnWay[]): number => HEAD + ways.length * OUTCOME + 8

const placeBoxes = ({ nodes, edges }: Drawing, { box, margin }: Measure): Box[] => {
  const waysFrom = (stage: string) => edges.filter(({ from }) => from === stage)
  const layers = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b)
  let y = 16
  return layers.flatMap((layer) => {
    const here = nodes.filter(({ column }) => column === layer)
    const boxes = here.map((node) => {
      const ways = waysFrom(node.stage)
      return { node, ways, x: margin + node.row * (box + GAP.across), y, height: heightOf(ways) }
    })
    y += Math.max(...boxes.map(({ height }) => height)) + GAP.down
    return boxes
  })
}

/** How far an arc bulges: further for a longer way, so that arcs lie beside one another. */
const bulge = (from: Box, to: Box, margin: number): number =>
  Math.min(margin * 1.2, margin * 0.3 + Math.abs(to.y - from.y) / 14)

type Ends = { readonly from: Box; readonly index: number; readonly to: Box; readonly back: boolean }

const pathOf = ({ from, index, to, back }: Ends, { box, margin }: Measure): string => {
  const [y1, y2] = [from.y + HEAD + (index + 0.5) * OUTCOME, to.y + HEAD / 2]
  const curve = (x1: number, c1: number, x2: number, c2: number) => `M${x1} ${y1}C${c1} ${y1} ${c2} ${y2} ${x2} ${y2}`
  const out = bulge(from, to, margin)
  if (back && to.x === from.x) return curve(from.x, from.x - out, to.x, to.x - out)
  if (to.x > from.x) return curve(from.x + box, from.x + box + 60, to.x, to.x - 60)
  if (to.x < from.x) return curve(from.x, from.x - 60, to.x + box, to.x + box + 60)
  return curve(from.x + box, from.x + box + out, to.x + box, to.x + box + out)
}

export const layOut = (drawing: Drawing, measure: Measure): Layout => {
  const boxes = placeBoxes(drawing, measure)
  const find = (stage: string) => boxes.find(({ node }) => node.stage === stage)
  const lines = boxes.flatMap((box) =>
    box.ways.flatMap((way, index) => {
      const to = 'to' in way ? find(way.to) : undefined
      const key = `${way.from} ${way.outcome}`
      return to ? [{ key, path: pathOf({ from: box, index, to, back: way.back }, measure), back: way.back }] : []
    }),
  )
  return {
    boxes,
    lines,
    width: Math.max(...boxes.map(({ x }) => x + measure.box)) + measure.margin,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + 16,
  }
}
