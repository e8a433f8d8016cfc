import { expect, test } from 'vitest'
import { INEXPRESSIBLE } from './cases.ts'
import { isFaithful, reportOf, tableOf } from './report.ts'
import { freshReplays, only } from './testing/fresh-replay.ts'

const { run, database } = freshReplays()

const LEAK = 'xiangdong-leak-171-401'

test('cases of six procedures end as they ended, and every figure comes back by another route', async () => {
  const scripts = only(
    LEAK,
    'xiangdong-burst-main-65',
    'cx-swap-area',
    'zhuanqiao-night-help-elder-air-conditioner',
    'jd-sewage-overflow',
    'rh-road-surface',
    'block3-rider-parking-place',
    'zhuanqiao-aunt-complaint-archive',
  )
  const replayed = await run(scripts)
  const report = reportOf(replayed, INEXPRESSIBLE)
  expect(report.mismatches).toEqual([])
  expect(report).toMatchObject({ cases: 8, closed: 8 })
  expect(isFaithful(report)).toBe(true)
  expect(report.inexpressible).toHaveLength(INEXPRESSIBLE.length)
  expect(tableOf(replayed, INEXPRESSIBLE)).toContain('走完 8 件真事，8 件和当年一样收场')
}, 60_000)

test('a figure that changed between writing and reading is found', async () => {
  const { mismatches } = await run(only(LEAK), {
    beforeReading: async (_, course) => {
      const matter = course.matter as `mat_${string}`
      await database().updateTable('figure').set({ value: '78' }).where('matter_id', '=', matter).execute()
    },
  })
  expect(mismatches).toEqual([
    {
      case: LEAK,
      what: 'figures of the orders of 物业公司',
      expected: '[["从报到查完","minutes","77","分钟"]]',
      found: '[["从报到查完","minutes","78","分钟"]]',
    },
  ])
})

test('a figure of the story that changed is found in both views of it', async () => {
  const { mismatches } = await run(only('jd-sewage-overflow'), {
    beforeReading: async () => {
      const told = JSON.stringify([{ what: '定方案用时', kind: 'days', value: '4', unit: '天' }])
      await database()
        .updateTable('ledger_opening')
        .set(({ fn, cast, val }) => ({
          openings: fn('jsonb_set', ['openings', val('{figures,value}'), cast(val(told), 'jsonb')]),
        }))
        .execute()
    },
  })
  expect(mismatches.map(({ what, found }) => [what, found])).toEqual([
    ['figures at +3 08:30 in the file', '[["定方案用时","days","4","天"]]'],
    ['figures at +3 08:30 in the link', '[["定方案用时","days","4","天"]]'],
  ])
})

test('a figure, a span, an end or a name that the script tells otherwise is found', async () => {
  const [script] = only(LEAK)
  const [told] = script!.cases
  const steps = told!.steps.map((step) =>
    step.do === 'complete' && step.id === 'checked' ? { ...step, at: '2025-08-26T09:01:00+08:00' } : step,
  )
  const { results, mismatches } = await run([{ ...script!, cases: [{ ...told!, steps, ends: { as: 'answered' } }] }])
  expect(results.map(({ closed }) => closed)).toEqual([false])
  expect(mismatches.map(({ what, expected, found }) => [what, expected, found])).toEqual([
    ['minutes: 从群里报到开门查完', '77', '78'],
    ['end', '["closed","answered"]', '["closed","solved"]'],
  ])
})

test('a step that is refused stops its case and is told', async () => {
  const [script] = only(LEAK)
  const [told] = script!.cases
  const { mismatches } = await run([{ ...script!, cases: [{ ...told!, steps: told!.steps.slice(2) }] }])
  expect(mismatches).toMatchObject([{ case: LEAK, what: 'step 1: accept by property', expected: 'done' }])
})
