// Projects for a draft out of a `.pb` file: a verdict each, and a file that cannot be read refused with its line.
import { assert, array, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, isRefused } from '../kernel/index.ts'
import { METHOD, type Plan, draftIn, pbOf, resultOf, roundRules, NO_ROUND } from './index.ts'

const file = (
  projects: readonly string[],
  more: { readonly meta?: readonly string[]; readonly columns?: string } = {},
) =>
  [
    'META',
    'key;value',
    ...(more.meta ?? ['budget;100000']),
    'PROJECTS',
    more.columns ?? 'project_id;cost;name;place;category',
    ...projects,
    'VOTES',
    'voter_id;vote',
  ].join('\n')
const verdicts = (projects: readonly string[]) => {
  const draft = draftIn(file(projects))
  if (isRefused(draft)) throw new Error(draft.refused)
  return draft.projects.map(({ verdict }) => verdict)
}
const refusal = (text: string) => {
  const draft = draftIn(text)
  return isRefused(draft) ? [draft.refused, draft.detail?.['line'] ?? null] : 'read'
}

describe('the projects of a file', () => {
  test('are read in its order, with what stands beside them; its ballots are not looked at', () => {
    const meta = ['description;四十万怎么花', 'budget;100000.50', 'currency;CNY', 'num_projects;2']
    const text = `${file(['a;20000;长椅;3 号楼;休闲', 'b;60000.5;充电棚;;'], { meta })}\nx;no-such-project`
    expect(draftIn(text)).toEqual({
      title: '四十万怎么花',
      amount: '100000.5',
      currency: 'CNY',
      projects: [
        { line: 9, name: '长椅', cost: '20000', place: '3 号楼', note: '休闲', verdict: 'fits' },
        { line: 10, name: '充电棚', cost: '60000.5', place: '', note: '', verdict: 'fits' },
      ],
    })
  })

  test('have a verdict each: what a round cannot ask about is told, and the others stay', () => {
    expect(
      verdicts([
        'a;20000;长椅;;',
        'b;20000;;;',
        `c;20000;${'长'.repeat(61)};;`,
        'd;30000;长椅;;',
        'e;0;花;;',
        'f;1.005;树;;',
        'g;100000.01;电梯;;',
        'h;100000;道闸;;',
      ]),
    ).toEqual(['fits', 'unnamed', 'name-too-long', 'named-twice', 'cost-unfit', 'cost-unfit', 'too-dear', 'fits'])
    const many = verdicts(Array.from({ length: 66 }, (_, at) => `p${at};1;项目 ${at};;`))
    expect(many.filter((verdict) => verdict === 'fits')).toHaveLength(64)
    expect(many.slice(64)).toEqual(['left-over', 'left-over'])
  })

  test.each<[string, string, readonly unknown[]]>([
    ['is no such file', '项目,费用\n长椅,20000', ['pb-text-before-sections', 1]],
    ['lacks a section', 'META\nkey;value\nbudget;1', ['pb-section-missing', null]],
    ['has a row that is too short', file(['a;20000;长椅;;', 'b;1']), ['pb-columns-differ', 7]],
    ['lacks the costs', file(['a;长椅'], { columns: 'project_id;name' }), ['pb-column-missing', 5]],
    ['has a cost that is no number', file(['a;20000;长椅;;', 'b;二万;花;;']), ['pb-amount-unreadable', 7]],
    ['lists a project twice', file(['a;1;长椅;;', 'a;1;花;;']), ['pb-project-twice', 7]],
    ['says no budget', file(['a;1;长椅;;'], { meta: ['unit;阳光'] }), ['pb-key-missing', null]],
    ['shares nothing', file(['a;1;长椅;;'], { meta: ['budget;0'] }), ['pb-budget-nothing', 3]],
    ['ends too early', file(['a;1;长椅;;'], { meta: ['budget;9', 'num_projects;2'] }), ['pb-count-differs', 4]],
  ])('are refused with the line where it %s', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected)
  })

  test('that a round published are taken back as they were, and can be voted on', () => {
    const projects = array(
      record({ cents: integer({ min: 1, max: 5_000_000 }), place: constantFrom('', '3 号楼；南侧', '"东门"') }),
      { minLength: 2, maxLength: 64 },
    )
    assert(
      property(projects, (drawn) => {
        const plan: Plan = {
          title: '品质提升',
          purpose: '',
          path: '',
          amount: '50000',
          lastDay: '2026-12-05',
          projects: drawn.map(({ cents, place }, at) => ({
            id: String(at + 1),
            name: `项目 ${at};"${at}"`,
            cost: cents % 100 === 0 ? String(cents / 100) : String(Math.round(cents) / 100),
            place,
            note: '',
          })),
        }
        const head = { community: '阳光', instance: '2026', begins: '2026-11-28', ends: '2026-12-05' }
        const draft = draftIn(pbOf(plan, resultOf(plan, METHOD, [['1']]), [['1']], head))
        if (isRefused(draft)) throw new Error(draft.refused)
        const taken = draft.projects.map(({ name, cost, place }, at) => ({
          id: String(at + 1),
          name,
          cost,
          place,
          note: '',
        }))
        expect(taken).toEqual(plan.projects)
        const now: Instant = '2026-11-28T01:00:00.000Z'
        const hats = [{ role: 'staff', community: 'com_1', path: '', party: null }] as const
        const meta = { actor: { kind: 'person', person: 'per_1', hats } as const, now, ids: () => 'x_1' as never }
        const command = {
          type: 'DraftRound',
          id: 'bud_1',
          community: 'com_1',
          plan: { ...plan, projects: taken },
        } as const
        expect(isRefused(roundRules.decide(NO_ROUND, command, meta))).toBe(false)
      }),
    )
  })
})
