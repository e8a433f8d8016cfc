import { expect, test } from 'vitest'
import type { Course } from '../course.ts'
import { readBack } from '../reading.ts'
import type { Script, ScriptCase, ScriptStep } from '../script.ts'
import { freshReplays, only } from '../testing/fresh-replay.ts'
import type { RoomDeed } from './deeds.ts'

/** Several cases are walked, and read many times. */
const LONG = 120_000

const { run, database, installation } = freshReplays()

/** Puts one text for another in a column of JSON, wherever it stands. */
const swap = (table: 'project', column: 'figures', from: string, to: string) =>
  database()
    .updateTable(table)
    .set(({ fn, cast, val, ref }) => ({
      [column]: cast(fn('replace', [cast(ref(column), 'text'), val(from), val(to)]), 'jsonb'),
    }))
    .execute()

type Column = readonly [table: 'project' | 'meeting' | 'poll' | 'notice' | 'draw' | 'ledger_opening', column: string]

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
    found: ['figures of the vote by teller 1', 'figures of the vote by teller 2'],
  },
  'ss-brand-choice': {
    at: ['poll', 'figures'],
    from: '"households": 93',
    to: '"households": 92',
    found: ['figures of the vote by teller 1', 'figures of the vote by teller 2', 'the vote counted again'],
  },
  'tingnan-owners-committee-reelection': {
    at: ['poll', 'figures'],
    from: '"option-10": {"area": "126800.00", "heads": 1268}',
    to: '"option-10": {"area": "126800.00", "heads": 1267}',
    found: ['figures of the vote by teller 1', 'figures of the vote by teller 2', 'the vote counted again'],
  },
  'tingnan-five-zone-deadlock': {
    at: ['poll', 'figures'],
    from: '"zone": "别墅"',
    to: '"zone": "多层"',
    found: ['zones of the vote'],
  },
  'gl-loquat-tree': { at: ['notice', 'figures'], from: '"500"', to: '"400"', found: ['figures of the notice'] },
  'huangqiao-lots-for-phase-one': {
    at: ['draw', 'announcement'],
    from: '西三',
    to: '西四',
    found: ['pools of the draw'],
  },
  'hp-parking-measure': {
    at: ['ledger_opening', 'openings'],
    from: '车位留给住户',
    to: '车位租给外人',
    found: ['answer to the hotline', 'words of AnswerGiven at 2020-10-31T07:00:00.000Z'],
  },
}

test(
  'in each room, one figure that changed between writing and reading is found by another route',
  async () => {
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
  },
  LONG,
)

test('an objection that was answered otherwise is found', async () => {
  const { mismatches } = await run(only('ss-fund-objection'), {
    beforeReading: async () => void (await database().updateTable('objection').set({ upheld: true }).execute()),
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

/** Other numbers than were thrown. */
const thrown = (last: number): Body => ({ source: 0, outcome: [3, 1, 6, 2, 2, 5, 4, 6, 1, 3, 5, last] })

/** Each deed told otherwise than it was done, or not at all, and what must be found to differ. */
const OTHERWISE: Readonly<Record<RoomDeed, Otherwise>> = {
  'meeting/call': told('ly-parking', { title: '另一场会' }, 'meeting'),
  'meeting/begin': told('ly-parking', { came: [1, 2] }, 'people who came'),
  'meeting/note': told('ly-parking', { text: '没有说过' }, 'remarks of the meeting'),
  'meeting/offer-option': told('gl-loquat-tree', { title: '把楼移走' }, 'the page of the meeting'),
  'meeting/resolve': told('ly-parking', { text: '车位照旧。' }, 'resolutions of the meeting'),
  'meeting/close': told('ly-parking', { result: 'settled' }, 'meeting'),
  'meeting/sign-minutes': told('ly-parking', null, 'meeting'),
  'poll/call-vote': told(
    'ly-ev-piles',
    { question: { type: 'for-against', text: '别的问题？' } },
    'the page of the vote',
  ),
  'poll/draft': told('ss-brand-choice', { electorate: { totals: { households: 185 } } }, 'list of the vote'),
  'poll/open': told('ss-brand-choice', null, 'story'),
  'poll/count': told('ly-ev-piles', counted(4), 'figures of the vote by teller 1'),
  'poll/count-again': told('ly-ev-piles', counted(4), 'the vote as the meeting has it'),
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
  'draw/announce': told('huangqiao-lots-for-phase-one', { title: '另一次抓阄' }, 'the page of the draw'),
  'draw/enter-source': told('huangqiao-lots-for-phase-one', thrown(6), 'numbers of the draw by teller 1'),
  'draw/enter-source-again': told('huangqiao-lots-for-phase-one', thrown(6), 'numbers of the draw by teller 2'),
}

const changed = (each: ScriptCase, deed: RoomDeed, change: Otherwise['change']): ScriptCase => {
  const at = each.steps.findLastIndex((step) => step.do === deed)
  const body = change(each.steps[at]!.with)
  const steps = body === null ? each.steps.toSpliced(at, 1) : each.steps.with(at, { ...each.steps[at]!, with: body })
  return { ...each, steps }
}

/** Reads a case that was walked as another one than it is told. */
const readAs = (script: Script, each: ScriptCase, course: Course) =>
  readBack(installation(), installation().grounds.get(script.community.key)!, { script, told: each }, course)

test(
  'each deed of each room that a script tells otherwise is found',
  async () => {
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
      const reading = await readAs(script, each, courses.get(id)!)
      expect(
        reading.mismatches.map(({ what }) => what),
        deed,
      ).toContain(found)
    }
  },
  LONG,
)

/** What a vote came to, told otherwise: another option, an approval that failed, a seat too few. */
const DECIDED: Readonly<Record<string, ScriptStep['decides']>> = {
  'ss-brand-choice': { passed: true, chosen: ['option-2'] },
  'tingnan-five-zone-deadlock': { passed: true, chosen: ['for'] },
  'tingnan-owners-committee-reelection': { passed: false, chosen: ['option-1'] },
}

test(
  'a vote that a script decides otherwise is found',
  async () => {
    const scripts = only(...Object.keys(DECIDED))
    const courses = new Map<string, Course>()
    const { mismatches } = await run(scripts, { beforeReading: async (id, course) => void courses.set(id, course) })
    expect(mismatches).toEqual([])
    for (const script of scripts)
      for (const each of script.cases) {
        const decides = DECIDED[each.id]!
        const steps = each.steps.map((step) => (step.decides ? { ...step, decides } : step))
        const reading = await readAs(script, { ...each, steps }, courses.get(each.id)!)
        expect(
          reading.mismatches.map(({ what }) => what),
          each.id,
        ).toContain('the vote at the desk')
      }
  },
  LONG,
)
