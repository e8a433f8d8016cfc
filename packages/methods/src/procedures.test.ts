// The library: every procedure is sound, every one of its ways is walked through the engine, and its drawing holds together.
import { MEETING_FORMATS, seatsToTake } from '@yishi/domain/meeting'
import { type Procedure, checkProcedure, drawProcedure, isRunnable, simplePaths, walk } from '@yishi/domain/procedure'
import { describe, expect, test } from 'vitest'
import { DEFAULT_PROCEDURE, PROCEDURES, procedureByKey } from './index.ts'

const PATHS: Readonly<Record<string, number>> = {
  'daily-matter': 25,
  'one-matter-one-track': 30,
  'level-one-response': 28,
  'level-two-response': 33,
  'level-three-response': 32,
  'four-affairs': 71,
  'three-colour-list': 88,
  'zhu-voices-micro': 67,
  'zhu-voices-131': 198,
  'five-party-talks': 53,
  'party-member-hall': 43,
  'four-deliberations': 98,
  'four-steps': 45,
  'layered-coordination': 54,
}

const each = PROCEDURES.map((procedure) => [procedure.key, procedure] as const)
const MONDAY = '2026-03-02T01:00:00.000Z'

const textsOf = (value: unknown): readonly { zh: string; en: string }[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [value as { zh: string; en: string }]
  return Object.values(value).flatMap(textsOf)
}

test('the library holds the procedures that the default and the golden list name', () => {
  expect(Object.keys(PATHS)).toEqual(PROCEDURES.map(({ key }) => key))
  expect(procedureByKey(DEFAULT_PROCEDURE)?.source.basis).toBe('ours')
  expect(procedureByKey('nobody-wrote-this')).toBeNull()
})

describe.each(each)('%s', (key, procedure: Procedure) => {
  test('passes the checker without a finding', () => {
    expect(checkProcedure(procedure)).toEqual([])
    expect(isRunnable(checkProcedure(procedure))).toBe(true)
  })

  test('is walked along every simple path, and arrives where the path says', () => {
    const paths = simplePaths(procedure)
    expect(paths).toHaveLength(PATHS[key]!)
    for (const path of paths) expect(walk(procedure, path, MONDAY)).toEqual(path)
  })

  test('seats nobody twice where its meeting has seats of its own and each must be taken', () => {
    for (const stage of procedure.stages) {
      if (stage.act !== 'discuss' || !MEETING_FORMATS[stage.settings.format].everySeat) continue
      const { seats } = MEETING_FORMATS[stage.settings.format]
      expect(seatsToTake(stage.settings.format, stage).toSorted()).toEqual(seats.map((seat) => seat.key).toSorted())
    }
  })

  test('takes every outcome on some path', () => {
    const taken = new Set(
      simplePaths(procedure).flatMap(({ steps }) => steps.map((step) => `${step.stage}/${step.outcome}`)),
    )
    const all = procedure.stages.flatMap((stage) => stage.outcomes.map((outcome) => `${stage.key}/${outcome.key}`))
    expect([...taken].toSorted()).toEqual(all.toSorted())
  })

  test('is drawn without overlap, onward from left to right, every way with both ends', () => {
    const { nodes, edges } = drawProcedure(procedure)
    const column = new Map(nodes.map((node) => [node.stage, node.column]))
    expect(new Set(nodes.map((node) => `${node.column}/${node.row}`)).size).toBe(procedure.stages.length)
    expect(edges).toHaveLength(procedure.stages.flatMap(({ outcomes }) => outcomes).length)
    for (const edge of edges) {
      expect(column.has(edge.from)).toBe(true)
      if ('end' in edge) continue
      expect(column.has(edge.to)).toBe(true)
      expect(column.get(edge.to)! > column.get(edge.from)!, `${edge.from} → ${edge.to}`).toBe(!edge.back)
    }
  })

  test('speaks both languages', () => {
    for (const { zh, en } of textsOf(procedure)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[A-Z][^\p{Script=Han}]*$/u)
    }
  })

  test('can reopen, goes back to look, and lets whoever raised it rate', () => {
    const acts = procedure.stages.map(({ act }) => act)
    expect(acts).toEqual(expect.arrayContaining(['rate', 'revisit', 'codify', 'close']))
    expect(procedure.stages.map(({ key }) => key)).toContain(procedure.reopensAt)
  })
})
