// What stands on file before an assembly is announced, beside the law: proposal, parking, who was told, paper, emergencies, and who has to agree to a business in a home.
import { describe, expect, test } from 'vitest'
import type { Instant } from '../kernel/index.ts'
import {
  type Amounts,
  type AssemblyPlan,
  COMPANY_NOTICE_DAYS,
  type PollRule,
  assemblySchema,
  contractMayEnd,
  countBallots,
  headsOf,
  lawOf,
  mayDismiss,
  outcomeOf,
  pollRuleByKey,
} from './index.ts'
import { planBeside } from './agenda.ts'
import { planFrom } from './testing/assembly.ts'

const NOW: Instant = '2026-11-18T02:00:00.000Z'
const rule = (key: string): PollRule => pollRuleByKey(key)!
const ordinary = rule('cn-civil-code-278-ordinary')
const QUESTION = { type: 'for-against', text: '好不好？', explanation: '' } as const
const TOTALS: Amounts = { heads: 301, area: '30000.00' }
const plan = planFrom(NOW)
const { scope, preparation } = plan
const prepared = (more: object): AssemblyPlan => ({ ...plan, preparation: { ...preparation!, ...more } })

const findings = (planned: AssemblyPlan, under = ordinary, totals: Amounts = TOTALS) =>
  lawOf({
    rule: under,
    question: QUESTION,
    plan: planned,
    gaps: { ownersUnknown: 0, areasMissing: 0 },
    noticeDay: '2026-11-18',
    totals,
  })
const unmet = (...asked: Parameters<typeof findings>) =>
  findings(...asked).flatMap(({ check, holds, advice }) => (holds ? [] : [`${check}${advice ? ', to mind' : ''}`]))

describe('an extraordinary meeting', () => {
  const proposed = (heads: number, area: string) =>
    prepared({ proposal: { owners: { heads, area }, evidence: '联名书，存居委会' } })
  test.each([
    ['R1.14: exactly a fifth of owners and of area ask for it', 61, '6000.00', []],
    ['R1.14: a fifth of the area, and one head less than a fifth of all owners', 60, '6000.00', ['proposal']],
    ['R1.14: a fifth of the owners, and a hundredth of a square metre less', 61, '5999.99', ['proposal']],
  ])('%s', (_, heads, area, broken) => {
    expect(unmet(proposed(heads, area))).toEqual(broken)
  })
  test('R1.14: without totals nobody can say that they are enough', () => {
    expect(unmet(proposed(301, '30000.00'), ordinary, {})).toEqual(['proposal'])
  })
  test('R1.14: the share is the rule’s own, and where heads alone are asked, area is not looked at', () => {
    const local = { ...ordinary, proposal: { share: [1, 10], measures: ['heads'] } } as PollRule
    expect(unmet(proposed(31, '0.00'), local)).toEqual([])
    expect(unmet(proposed(30, '0.00'), local)).toEqual(['proposal'])
  })
  test('R1.14: who asked for it is on file, or it is no proposal', () => {
    const read = (proposal: object) =>
      assemblySchema.safeParse({ ...plan, preparation: { ...preparation, proposal } }).success
    expect(read({ owners: { heads: 61, area: '6000.00' }, evidence: '联名书' })).toBe(true)
    expect(read({ owners: { heads: 61, area: '6000.00' }, evidence: ' ' })).toBe(false)
    expect(read({ owners: { heads: 61 }, evidence: '联名书' })).toBe(false)
  })
})

describe('before it is announced', () => {
  const parked: AssemblyPlan = { ...plan, scope: { ...scope, uses: ['flat', 'parking'] } }
  test('R1.10: parking counts by a clause of the rules of procedure, and by nothing else', () => {
    expect(unmet(parked)).toEqual(['parking'])
    expect(unmet({ ...parked, preparation: { ...preparation!, parking: '议事规则第六条' } })).toEqual([])
    expect(findings(plan).some(({ check }) => check === 'parking')).toBe(false)
  })
  test('R1.15, R1.43: housing authority and residents’ committee are told in writing and heard', () => {
    expect(unmet(prepared({ told: '' }))).toEqual(['authorities-told, to mind'])
  })
  test('R1.60, R1.61: whoever has no phone is told where paper is had', () => {
    expect(unmet(prepared({ paper: '' }))).toEqual(['paper-offered, to mind'])
  })
  test('what was drafted before any of this was asked still stands, and is told what is missing', () => {
    const { preparation: _, ...old } = plan
    expect(unmet(old)).toEqual(['authorities-told, to mind', 'paper-offered, to mind'])
    expect(assemblySchema.parse(old)).toEqual(old)
  })
  test('R1.49: whoever asks for money of the fund is told that an emergency needs no vote', () => {
    expect(unmet({ ...plan, topic: 'fund-use' })).toEqual(['emergency, to mind'])
    expect(unmet({ ...plan, topic: 'fund-use' }, rule('sh-affected-owners-use'))).toContain('emergency, to mind')
    expect(unmet({ ...plan, topic: 'fund-raise' }, rule('cn-civil-code-278-special'))).toEqual([])
  })
  test('a further question of an agenda stands on the same preparation', () => {
    const further = planBeside(plan, { topic: 'fund-use', regime: 'strict', basis: '' })
    expect(further.preparation).toEqual(preparation)
    const { preparation: _, ...old } = plan
    expect('preparation' in planBeside(old, further)).toBe(false)
  })
})

describe('a home that becomes a business', () => {
  const change = rule('cn-housing-use-change')
  const asked: AssemblyPlan = { ...plan, topic: 'use-change', scope: { ...scope, kind: 'building', path: 'east.b3' } }
  const passes = (choices: readonly (string | null)[]) => {
    const listed = choices.map((choice, head) => ({
      head,
      zone: '',
      amounts: { area: '100.00' },
      choice: choice === null ? null : [choice],
      proof: 'proven' as const,
    }))
    const electorate = { heads: listed.length, area: `${listed.length * 100}.00` }
    return outcomeOf(
      { rule: change, question: QUESTION, electorate },
      countBallots({ rule: change, question: QUESTION }, listed),
    ).passed
  }
  test.each([
    ['all of them agree', ['for', 'for', 'for'], true],
    ['nine of ten are a majority, and no consent', [...Array.from({ length: 9 }, () => 'for'), 'against'], false],
    ['one abstains', ['for', 'for', 'abstain'], false],
    ['one says nothing', ['for', 'for', null], false],
    ['one is invalid', ['for', 'for', 'invalid'], false],
  ] as const)('R1.18: %s', (_, choices, passed) => {
    expect(passes(choices)).toBe(passed)
  })
  test('R1.18: all owners of the building are asked, or a list of them and of others who are affected; nobody less, and no assembly', () => {
    expect(unmet(asked, change)).toEqual([])
    expect(unmet({ ...asked, scope: { ...asked.scope, kind: 'units' } }, change)).toEqual(['same-building, to mind'])
    for (const kind of ['stairway', 'community'] as const)
      expect(unmet({ ...asked, scope: { ...asked.scope, kind } }, change)).toContain('scope')
    expect(unmet(asked, ordinary)).toContain('topic')
  })
})

test('R1.12: whoever has taken a home over is its owner though no register says so; what is not handed over is the developer’s', () => {
  const [moved, waiting, stock] = headsOf([
    { unit: 'unt_1', owners: ['per_buyer'], undelivered: false },
    { unit: 'unt_2', owners: ['per_other'], undelivered: true },
    { unit: 'unt_3', owners: [], undelivered: true },
  ])
  expect(moved).not.toBe(waiting)
  expect(waiting).toBe(stock)
})

test('R1.21: a company that is dismissed has sixty full days; hired or dismissed, a vote that failed ends nothing', () => {
  expect(COMPANY_NOTICE_DAYS).toBe(60)
  expect(contractMayEnd('2026-11-28')).toBe('2027-01-28')
  expect(contractMayEnd('2027-12-31')).toBe('2028-03-01')
  expect([
    mayDismiss('property-company', true),
    mayDismiss('property-company', false),
    mayDismiss('fee', true),
  ]).toEqual([true, false, false])
})
