// What the checker lets pass really runs: library procedures with new ways planted at random, and facts as they may come.
import {
  type Facts,
  type Gate,
  NO_VISIT_FACTS,
  type Position,
  type Procedure,
  beginCourse,
  checkProcedure,
  drawProcedure,
  isRunnable,
  settle,
  simplePaths,
} from '@yishi/domain/procedure'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROCEDURES } from './index.ts'

const MONDAY = '2026-03-02T01:00:00.000Z'
const LATER = '2026-06-01T01:00:00.000Z'

/** Mostly gates on what lasts, because only these can let a circle run. */
const GATES: readonly Gate[] = [
  { gate: 'sorted-as' },
  { gate: 'answer-given' },
  { gate: 'answer-given' },
  { gate: 'convention-recorded' },
  { gate: 'orders-placed', min: 1 },
  { gate: 'orders-done', which: 'all' },
  { gate: 'all-declined' },
  { gate: 'waited', limit: 'P3D' },
  { gate: 'rated-below', score: 3 },
  { gate: 'conditions-met' },
  { gate: 'objections-answered' },
  { gate: 'milestones-accepted' },
]

type Change = { readonly stage: number; readonly to: number; readonly end: boolean; readonly gates: readonly Gate[] }

/** Puts a new way first in a stage, so that the engine takes it before the others. */
const planted = (library: Procedure, changes: readonly Change[]): Procedure => {
  const procedure = structuredClone(library)
  const stages = procedure.stages.slice(2)
  for (const [index, { stage, to, end, gates }] of changes.entries()) {
    const { outcomes } = stages[stage % stages.length]!
    const target = end ? { end: 'solved' as const } : { to: stages[to % stages.length]!.key }
    const { names } = outcomes[0]!
    outcomes.unshift({ key: `planted-${index}`, names, taken: 'itself', gates: [...gates], ...target })
  }
  return procedure
}

const someGates = fc.subarray([...GATES], { minLength: 1, maxLength: 2 })
const spoilt = fc
  .tuple(
    fc.constantFrom(...PROCEDURES),
    fc.array(fc.record({ stage: fc.nat(), to: fc.nat(), end: fc.boolean(), gates: someGates }), { maxLength: 3 }),
  )
  .map(([library, changes]) => planted(library, changes))

/** A library procedure in which two stages lead to one another by themselves. */
const looped = fc
  .tuple(fc.constantFrom(...PROCEDURES), fc.nat(), fc.nat(), someGates, someGates)
  .map(([library, one, other, there, back]) =>
    planted(library, [
      { stage: one, to: other, end: false, gates: there },
      { stage: other, to: one, end: false, gates: back },
    ]),
  )

const status = fc.constantFrom('placed', 'accepted', 'declined', 'done', 'withdrawn' as const)
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  sorting: fc.constant({ level: 'II', colour: 'yellow', size: 'small', kind: 'other' } as const),
  raisedAt: fc.constant(MONDAY),
  enteredAt: fc.constant(MONDAY),
  visit: fc.constant(1),
  orders: fc.array(
    fc.record({
      order: fc.constant('ord_1' as const),
      party: fc.constant('pty_1' as const),
      lead: fc.boolean(),
      status,
      photos: fc.nat(3),
      visit: fc.constant(1),
    }),
    { maxLength: 2 },
  ),
  proceedings: fc.subarray([
    { kind: 'project', id: 'prj_1', visit: 1, status: 'ended' },
    { kind: 'notice', id: 'ntc_1', visit: 1, status: 'ended', unanswered: 0, upheld: 0 },
  ] as const),
  conditions: fc.subarray([{ condition: 'cnd_1', seat: 'branch', met: true }] as const),
  conventions: fc.subarray(['cnv_1' as const]),
  answered: fc.boolean(),
  thisVisit: fc.option(fc.integer({ min: 1, max: 5 })).map((rating) => ({ ...NO_VISIT_FACTS, rating })),
})

const positionAt = (procedure: Procedure, stage: string, facts: Facts): Position => {
  const seating = { staff: 'pty_staff' } as const
  return { procedure, seating, facts, course: { ...beginCourse(procedure, seating, MONDAY), stage }, lead: null }
}

const runsOn = (procedure: Procedure, facts: Facts): boolean => {
  try {
    for (const { key } of procedure.stages) settle(positionAt(procedure, key, facts), LATER)
    return false
  } catch {
    return true
  }
}

test('a procedure without a circle found never runs on for ever', () => {
  let circles = 0
  let quiet = 0
  fc.assert(
    fc.property(looped, anyFacts, (procedure, facts) => {
      const found = checkProcedure(procedure).some(({ code }) => code === 'runs-in-a-circle')
      const circle = runsOn(procedure, facts)
      if (circle) circles++
      else quiet++
      return found || !circle
    }),
    { numRuns: 250, seed: 131 },
  )
  expect(circles).toBeGreaterThan(10)
  expect(quiet).toBeGreaterThan(10)
})

test('a runnable procedure ends on some path, and each path that ends passes an answer', () => {
  fc.assert(
    fc.property(spoilt, (procedure) => {
      if (!isRunnable(checkProcedure(procedure))) return
      const ending = simplePaths(procedure).filter(({ arrives }) => 'end' in arrives)
      expect(ending).not.toEqual([])
      for (const { steps } of ending) {
        const gates = steps.flatMap(
          (step) =>
            procedure.stages.find(({ key }) => key === step.stage)!.outcomes.find(({ key }) => key === step.outcome)!
              .gates,
        )
        expect(gates.map(({ gate }) => gate)).toContain('answer-given')
      }
    }),
    { numRuns: 100, seed: 131 },
  )
})

test('any draft is drawn without overlap, onward from left to right', () => {
  fc.assert(
    fc.property(spoilt, (procedure) => {
      const { nodes, edges } = drawProcedure(procedure)
      const column = new Map(nodes.map((node) => [node.stage, node.column]))
      expect(new Set(nodes.map((node) => `${node.column}/${node.row}`)).size).toBe(nodes.length)
      for (const edge of edges)
        if ('to' in edge && !edge.back) expect(column.get(edge.to)!).toBeGreaterThan(column.get(edge.from)!)
    }),
    { numRuns: 100, seed: 131 },
  )
})
