import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '@yishi/server'
import { type FreshDatabase, freshDatabase } from '@yishi/server/testing/database'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAll } from '../../../../scripts/build.ts'
import { INEXPRESSIBLE, SCRIPTS } from './cases.ts'
import type { Course } from './course.ts'
import { type Opened, openInstallation } from './installing.ts'
import { type Watching, replay } from './replaying.ts'
import { readBack } from './reading.ts'
import { isFaithful, reportOf, tableOf } from './report.ts'
import type { Script } from './script.ts'

let fresh: FreshDatabase
let directory: string
let installation: Opened | null

beforeAll(buildAll)
beforeEach(async () => {
  fresh = await freshDatabase()
  directory = mkdtempSync(join(tmpdir(), 'yishi-replay-'))
  installation = null
})
afterEach(async () => {
  await installation?.close()
  await fresh.drop()
  rmSync(directory, { recursive: true, force: true })
})

const only = (...ids: readonly string[]): readonly Script[] =>
  SCRIPTS.map((script) => ({ ...script, cases: script.cases.filter(({ id }) => ids.includes(id)) })).filter(
    ({ cases }) => cases.length > 0,
  )

const run = async (scripts: readonly Script[], watching: Watching = {}) => {
  const settings = readSettings({ PORT: '0', DATA_DIR: directory, DATABASE_URL: fresh.ownerUrl })
  installation = await openInstallation(settings, scripts)
  return replay(installation, scripts, watching)
}

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
})

test('a figure that changed between writing and reading is found', async () => {
  const { mismatches } = await run(only(LEAK), {
    beforeReading: async (_, course) => {
      const matter = course.matter as `mat_${string}`
      await fresh.owner.updateTable('figure').set({ value: '78' }).where('matter_id', '=', matter).execute()
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
      await fresh.owner
        .updateTable('ledger_opening')
        .set(({ fn, cast, val }) => ({
          openings: fn('jsonb_set', ['openings', val('{figures,value}'), cast(val(told), 'jsonb')]),
        }))
        .execute()
    },
  })
  expect(mismatches.map(({ what, found }) => [what, found])).toEqual([
    ['figures of record-talk at +3 08:30 in the file', '[["定方案用时","days","4","天"]]'],
    ['figures of record-talk at +3 08:30 in the link', '[["定方案用时","days","4","天"]]'],
  ])
})

/** Puts one text for another in a column of JSON, wherever it stands. */
const swap = (table: 'project', column: 'figures', from: string, to: string) =>
  fresh.owner
    .updateTable(table)
    .set(({ fn, cast, val, ref }) => ({
      [column]: cast(fn('replace', [cast(ref(column), 'text'), val(from), val(to)]), 'jsonb'),
    }))
    .execute()

type Column = readonly [table: 'project' | 'meeting' | 'poll' | 'notice' | 'ledger_opening', column: string]

/** In each room one figure or word that changed after it was written: the case, the change, and what is found to differ. */
const CHANGES: Readonly<Record<string, { at: Column; from: string; to: string; found: string }>> = {
  'lt-ev-piles': { at: ['project', 'figures'], from: '"24"', to: '"25"', found: 'figures of the project' },
  'ly-parking': { at: ['meeting', 'record'], from: '每月100元', to: '每月200元', found: 'resolutions of the meeting' },
  'ly-ev-piles': {
    at: ['poll', 'figures'],
    from: '"for": {"heads": 5}',
    to: '"for": {"heads": 4}',
    found: 'figures of the poll',
  },
  'gl-loquat-tree': { at: ['notice', 'figures'], from: '"500"', to: '"400"', found: 'figures of the notice' },
  'hp-parking-measure': {
    at: ['ledger_opening', 'openings'],
    from: '车位留给住户',
    to: '车位租给外人',
    found: 'answer to the hotline',
  },
}

test('in each room, one figure that changed between writing and reading is found by another route', async () => {
  const { mismatches, results } = await run(only(...Object.keys(CHANGES)), {
    beforeReading: async (id) => {
      const { at, from, to } = CHANGES[id]!
      // Every one of these columns is JSON, and only their names differ.
      await swap(at[0] as 'project', at[1] as 'figures', from, to)
    },
  })
  expect(results.every(({ closed }) => closed)).toBe(true)
  const expected = Object.entries(CHANGES).map(([id, { found }]) => [id, found])
  expect(mismatches.map((each) => [each.case, each.what]).toSorted()).toEqual(expected.toSorted())
})

test('an objection that was answered otherwise is found', async () => {
  const { mismatches } = await run(only('ss-fund-objection'), {
    beforeReading: async () => void (await fresh.owner.updateTable('objection').set({ upheld: true }).execute()),
  })
  expect(mismatches.map(({ what, expected, found }) => [what, expected, found])).toEqual([
    ['objections', '{"lodged":0,"answered":2,"upheld":0}', '{"lodged":0,"answered":2,"upheld":2}'],
  ])
})

test('what a script tells otherwise of a meeting, a notice and a project is found', async () => {
  const otherwise: Readonly<Record<string, readonly [deed: string, change: object]>> = {
    'ly-parking': ['meeting/close', { result: 'settled' }],
    'gl-loquat-tree': ['notice/hang', { days: 8 }],
    'lt-ev-piles': ['project/start', { title: '电动车充电桩' }],
  }
  const scripts = only(...Object.keys(otherwise))
  const told = scripts.map((script) => ({
    ...script,
    cases: script.cases.map((each) => {
      const [deed, change] = otherwise[each.id]!
      return {
        ...each,
        steps: each.steps.map((step) => (step.do === deed ? { ...step, with: { ...step.with, ...change } } : step)),
      }
    }),
  }))
  const settings = readSettings({ PORT: '0', DATA_DIR: directory, DATABASE_URL: fresh.ownerUrl })
  installation = await openInstallation(settings, scripts)
  const courses = new Map<string, Course>()
  await replay(installation, scripts, { beforeReading: async (id, course) => void courses.set(id, course) })
  const found = []
  for (const script of told)
    for (const each of script.cases) {
      const ground = installation.grounds.get(script.community.key)!
      const { mismatches } = await readBack(installation, ground, { script, told: each }, courses.get(each.id)!)
      found.push(...mismatches.map(({ what, expected }) => `${what}: ${expected}`))
    }
  expect(found.toSorted()).toEqual([
    'days of the notice: 8',
    'meeting: ["车位怎么停、怎么收","five-party","minuted","settled"]',
    'project: ["电动车充电桩","物业公司","ended"]',
    'the page of the link: 电动车充电桩',
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
