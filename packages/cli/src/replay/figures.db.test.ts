import { expect, test } from 'vitest'
import type { Course } from './course.ts'
import { readBack } from './reading.ts'
import type { ScriptCase, ScriptStep } from './script.ts'
import { freshReplays, only } from './testing/fresh-replay.ts'

const { run, installation } = freshReplays()

/** Money, counts, days, shares and areas, told with orders, talks, projects, notices and answers; and votes of every shape. */
const CASES = [
  'ss-lift-replacement',
  'ss-brand-choice',
  'zhuanqiao-dongbei-temporary-parking-fee',
  'lt-parking-barrier',
  'ly-parking',
  'tingnan-five-zone-deadlock',
  'tingnan-owners-committee-reelection',
  'luxing-latest-points-assessment',
  'changlou-homestead-film-base',
  'sx-bridge',
]

const FIGURES: ReadonlySet<string> = new Set(['value', 'heads', 'households', 'area', 'days'])

const more = (told: string | number): string | number => {
  if (typeof told === 'number') return told + 1
  const decimals = told.split('.')[1]?.length ?? 0
  return (Number(told) + 1).toFixed(decimals)
}

/** The same body again and again, each time with one figure more than was told. */
const variants = (told: unknown, key = ''): readonly unknown[] => {
  if (Array.isArray(told)) return told.flatMap((each, at) => variants(each).map((other) => told.with(at, other)))
  if (typeof told === 'object' && told !== null)
    return Object.entries(told).flatMap(([name, each]) =>
      variants(each, name).map((other) => ({ ...told, [name]: other })),
    )
  const isFigure = FIGURES.has(key) && (typeof told === 'string' || typeof told === 'number')
  return isFigure ? [more(told)] : []
}

const otherwise = (each: ScriptCase): readonly ScriptCase[] =>
  each.steps.flatMap((step, at) =>
    variants(step.with).map((body) => ({
      ...each,
      steps: each.steps.with(at, { ...step, with: body as ScriptStep['with'] }),
    })),
  )

const TOGETHER = 8

const inChunks = <Each>(all: readonly Each[]): readonly (readonly Each[])[] =>
  all.length === 0 ? [] : [all.slice(0, TOGETHER), ...inChunks(all.slice(TOGETHER))]

test('every figure of these cases that is told otherwise than it was written is found', async () => {
  const courses = new Map<string, Course>()
  const scripts = only(...CASES)
  const { mismatches } = await run(scripts, { beforeReading: async (id, course) => void courses.set(id, course) })
  expect(mismatches).toEqual([])
  const all = scripts.flatMap((script) => script.cases.flatMap(otherwise).map((told) => ({ script, told })))
  expect(all.length).toBeGreaterThan(200)
  const unseen: string[] = []
  for (const chunk of inChunks(all))
    await Promise.all(
      chunk.map(async ({ script, told }) => {
        const ground = installation().grounds.get(script.community.key)!
        const reading = await readBack(installation(), ground, { script, told }, courses.get(told.id)!)
        if (reading.mismatches.length === 0) unseen.push(told.id)
      }),
    )
  expect(unseen).toEqual([])
}, 120_000)
