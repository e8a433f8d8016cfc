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
import type { RoomDeed } from './rooms/deeds.ts'
import type { Script, ScriptCase, ScriptStep } from './script.ts'

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
    ['figures at +3 08:30 in the file', '[["定方案用时","days","4","天"]]'],
    ['figures at +3 08:30 in the link', '[["定方案用时","days","4","天"]]'],
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
const CHANGES: Readonly<Record<string, { at: Column; from: string; to: string; found: readonly string[] }>> = {
  'lt-ev-piles': { at: ['project', 'figures'], from: '"24"', to: '"25"', found: ['figures of the project'] },
  'ly-parking': {
    at: ['meeting', 'record'],
    from: '每月100元',
    to: '每月200元',
    found: ['resolutions of the meeting'],
  },
  'ly-ev-piles': {
    at: ['poll', 'figures'],
    from: '"for": {"heads": 5}',
    to: '"for": {"heads": 4}',
    found: ['figures of the first teller', 'figures of the poll'],
  },
  'gl-loquat-tree': { at: ['notice', 'figures'], from: '"500"', to: '"400"', found: ['figures of the notice'] },
  'hp-parking-measure': {
    at: ['ledger_opening', 'openings'],
    from: '车位留给住户',
    to: '车位租给外人',
    found: ['answer to the hotline', 'words of AnswerGiven at 2020-10-31T07:00:00.000Z'],
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
  const expected = Object.entries(CHANGES).flatMap(([id, { found }]) => found.map((what) => `${id}: ${what}`))
  expect(mismatches.map((each) => `${each.case}: ${each.what}`).toSorted()).toEqual(expected.toSorted())
})

test('an objection that was answered otherwise is found', async () => {
  const { mismatches } = await run(only('ss-fund-objection'), {
    beforeReading: async () => void (await fresh.owner.updateTable('objection').set({ upheld: true }).execute()),
  })
  expect(mismatches.map(({ what, expected, found }) => [what, expected, found])).toEqual([
    ['objections', '{"lodged":0,"answered":2,"upheld":0}', '{"lodged":0,"answered":2,"upheld":2}'],
  ])
})

type Body = ScriptStep['with']
type Otherwise = { readonly id: string; readonly change: (told: Body) => Body | null; readonly found: string }

const told = (id: string, change: Body | null, found: string): Otherwise => ({
  id,
  change: (before) => change && { ...before, ...change },
  found,
})

const counted = (agreed: number): Body => ({
  figures: {
    present: { heads: 5 },
    votes: { for: { heads: agreed }, against: { heads: 0 } },
    abstain: { heads: 0 },
    invalid: { heads: 0 },
  },
})

/** Each deed told otherwise than it was done, or not at all, and what must be found to differ. */
const OTHERWISE: Readonly<Record<RoomDeed, Otherwise>> = {
  'meeting/call': told('ly-parking', { title: '另一场会' }, 'meeting'),
  'meeting/begin': told('ly-parking', { came: [1, 2] }, 'people who came'),
  'meeting/note': told('ly-parking', { text: '没有说过' }, 'remarks of the meeting'),
  'meeting/offer-option': told('gl-loquat-tree', { title: '把楼移走' }, 'the page of the meeting'),
  'meeting/resolve': told('ly-parking', { text: '车位照旧。' }, 'resolutions of the meeting'),
  'meeting/close': told('ly-parking', { result: 'settled' }, 'meeting'),
  'meeting/sign-minutes': told('ly-parking', null, 'meeting'),
  'poll/draft': told('ly-ev-piles', { electorate: { totals: { heads: 6 } } }, 'electorate'),
  'poll/open': told('ly-ev-piles', null, 'story'),
  'poll/count': told('ly-ev-piles', counted(4), 'figures of the first teller'),
  'poll/count-again': told('ly-ev-piles', counted(4), 'figures of the poll'),
  'notice/hang': told('gl-loquat-tree', { days: 8 }, 'days of the notice'),
  'notice/object': told('ss-fund-objection', null, 'objections'),
  'notice/answer': told('ss-fund-objection', { answer: '不作答复' }, 'the page of the notice'),
  'project/start': told('lt-parking-barrier', { title: '另一个项目' }, 'project'),
  'project/report': told(
    'lt-parking-barrier',
    { figures: [{ what: '放行', kind: 'days', value: '4', unit: '天' }] },
    'figures at 2017-09-01T08:00:00+08:00 in the link',
  ),
  'project/claim': told('lt-parking-barrier', { figures: [] }, 'figures at 2017-09-04T18:00:00+08:00 in the link'),
  'project/accept': told('lt-parking-barrier', null, 'milestones'),
}

const changed = (each: ScriptCase, deed: RoomDeed, change: Otherwise['change']): ScriptCase => {
  const at = each.steps.findLastIndex((step) => step.do === deed)
  const body = change(each.steps[at]!.with)
  const steps = body === null ? each.steps.toSpliced(at, 1) : each.steps.with(at, { ...each.steps[at]!, with: body })
  return { ...each, steps }
}

test('each deed of each room that a script tells otherwise is found', async () => {
  const scripts = only(...Object.values(OTHERWISE).map(({ id }) => id))
  const courses = new Map<string, Course>()
  const { mismatches } = await run(scripts, { beforeReading: async (id, course) => void courses.set(id, course) })
  expect(mismatches).toEqual([])
  for (const [deed, { id, change, found }] of Object.entries(OTHERWISE)) {
    const script = scripts.find(({ cases }) => cases.some((each) => each.id === id))!
    const each = changed(
      script.cases.find((one) => one.id === id)!,
      deed as RoomDeed,
      change,
    )
    const ground = installation!.grounds.get(script.community.key)!
    const reading = await readBack(installation!, ground, { script, told: each }, courses.get(id)!)
    expect(
      reading.mismatches.map(({ what }) => what),
      deed,
    ).toContain(found)
  }
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
