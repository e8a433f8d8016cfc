// Every procedure of the library can be drawn: no two boxes overlap, and every way within it has its line.
import { drawProcedure, procedureSchema } from '@yishi/domain/procedure'
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Box, NARROW, WIDE, layOut } from './layout.ts'

const library = new URL('../../../methods/src/procedures/', import.meta.url)
const procedures = readdirSync(library)
  .filter((name) => name.endsWith('.json'))
  .map((name) => procedureSchema.parse(JSON.parse(readFileSync(new URL(name, library), 'utf8'))))

const overlap = (one: Box, other: Box, width: number): boolean =>
  Math.abs(one.x - other.x) < width && one.y < other.y + other.height && other.y < one.y + one.height

test.each(procedures)('$key', (procedure) => {
  for (const measure of [WIDE, NARROW]) {
    const drawing = drawProcedure(procedure)
    const { boxes, lines, width, height } = layOut(drawing, measure)
    expect(boxes).toHaveLength(procedure.stages.length)
    expect(lines).toHaveLength(drawing.edges.filter((way) => 'to' in way).length)
    expect(boxes.filter((one) => boxes.some((other) => one !== other && overlap(one, other, measure.box)))).toEqual([])
    expect(boxes.every((box) => box.x + measure.box <= width && box.y + box.height <= height)).toBe(true)
  }
})
