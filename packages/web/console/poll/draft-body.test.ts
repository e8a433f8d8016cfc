import { expect, test } from 'vitest'
import { pollRuleByKey } from '@yishi/domain/poll'
import { pollDraftSchema } from '@yishi/contract/poll'
import { forUnits } from './beginnings.ts'
import { type DraftValues, draftOf, valuesOf } from './draft-body.ts'

const values: DraftValues = {
  text: '装长椅？',
  type: 'for-against',
  rule: 'cn-residents-representatives',
  way: 'ballots',
  from: 'people',
  persons: ['per_1'],
  names: ' 王大爷 \n\n李阿姨',
}

test('people of the roster and others by name make one list', () => {
  const draft = draftOf(values, pollRuleByKey(values.rule)!)
  expect(draft.electorate).toEqual({ voters: [{ person: 'per_1' }, { name: '王大爷' }, { name: '李阿姨' }] })
  expect(pollDraftSchema.safeParse(draft).success).toBe(true)
})

test('totals are those that the rule counts, an area as it was typed', () => {
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const draft = draftOf(
    { ...values, from: 'totals', totals: { heads: '312', area: ' 28460.50 ', households: '9' } },
    rule,
  )
  expect(draft.electorate).toEqual({ totals: { heads: 312, area: '28460.50' } })
})

test('a total that is no number is refused by the contract, not sent as nothing', () => {
  const rule = pollRuleByKey('show-of-hands')!
  const draft = draftOf({ ...values, from: 'totals', totals: { heads: '很多' } }, rule)
  expect(pollDraftSchema.safeParse(JSON.parse(JSON.stringify(draft))).success).toBe(false)
})

test('options belong to questions that have them', () => {
  const options = [{ text: '红' }, { text: '蓝' }]
  const of = (type: DraftValues['type']) =>
    draftOf({ ...values, type, options, most: 2 }, pollRuleByKey(values.rule)!).question
  expect(of('for-against')).not.toHaveProperty('options')
  expect(of('choose-one')).toMatchObject({ options: ['红', '蓝'] })
  expect(of('choose-some')).toMatchObject({ options: ['红', '蓝'], most: 2 })
  expect(of('ranked')).toEqual({ type: 'ranked', text: '装长椅？', explanation: '', options: ['红', '蓝'], seats: 1 })
  expect(of('scored')).toMatchObject({ seats: 1, highest: 5 })
  expect(of('limited')).toMatchObject({ seats: 1, most: 2 })
})

test.each(['ranked', 'scored', 'approval', 'limited'] as const)('a draft of %s comes back as it was', (type) => {
  const rule = pollRuleByKey(`residents-${type}`)!
  const options = [{ text: '红' }, { text: '蓝' }]
  const drafted: DraftValues = { ...values, rule: rule.key, type, options, seats: 2, most: 2, highest: 7 }
  const body = draftOf(drafted, rule)
  expect(pollDraftSchema.safeParse(body).success).toBe(true)
  const stored = { ...body.question, options: options.map(({ text }, at) => ({ key: `option-${at + 1}`, text })) }
  const file = { question: stored, rule, way: 'ballots', electorate: { named: 0, totals: { heads: 2 }, digest: '' } }
  expect(draftOf(valuesOf(file as never, []), rule).question).toEqual(body.question)
})

test('a draft comes back into its fields as it was', () => {
  const rule = pollRuleByKey(values.rule)!
  const options = [{ text: '红' }, { text: '蓝' }]
  const drafted: DraftValues = { ...values, type: 'choose-some', options, most: 2, explanation: '刷一次管五年' }
  const { question } = draftOf(drafted, rule)
  const stored = {
    ...question,
    options: options.map(({ text }, index) => ({ key: `option-${index + 1}`, text })),
  }
  const file = { question: stored, rule, way: 'ballots', electorate: { named: 2, totals: { heads: 2 }, digest: '' } }
  const voters = [
    { voter: 'vtr_1', person: 'per_1', name: '李四', group: '', cast: null, same: [], unit: null },
    { voter: 'vtr_2', person: null, name: '王大爷', group: '', cast: null, same: [], unit: null },
  ]
  const again = valuesOf(file as never, voters)
  expect(draftOf(again, rule)).toEqual(draftOf({ ...drafted, names: '王大爷' }, rule))
})

test('units are asked by kind and node, with a plan; the strict regime rests on no clause', () => {
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const plan = {
    topic: 'property-company',
    regime: 'strict',
    basis: '写了又改主意',
    caller: 'owners-committee',
    opensAt: '2026-12-08T16:00:00.000Z',
    closesAt: '2026-12-18T16:00:00.000Z',
  } as const
  const asked: DraftValues = {
    ...values,
    rule: rule.key,
    way: 'ballots',
    from: 'units',
    scope: 'building nod_3',
    uses: ['flat'],
    plan,
  }
  const drafted = draftOf(asked, rule)
  expect(drafted.electorate).toEqual({
    units: { kind: 'building', node: 'nod_3', units: [], uses: ['flat'], zones: 'zone' },
  })
  const preparation = { told: '', paper: '', parking: '', proposal: null }
  expect(drafted.plan).toEqual({ ...plan, basis: '', reelection: false, preparation })
  expect(pollDraftSchema.safeParse(drafted).success).toBe(true)
  const filled = {
    told: '已书面告知',
    paper: '居委会',
    parking: '议事规则第六条',
    proposal: { owners: { heads: 61, area: '6000.00' }, evidence: '联名书' },
  }
  const full = { ...asked, proposed: true, uses: ['flat', 'parking'], plan: { ...plan, preparation: filled } } as const
  expect(draftOf(full, rule).plan?.preparation).toEqual(filled)
  const taken = { ...full, proposed: false, uses: ['flat'] } as const
  expect(draftOf(taken, rule).plan?.preparation).toEqual({ ...filled, parking: '', proposal: null })
  expect(draftOf({ ...asked, scope: 'community ' }, rule).electorate).toMatchObject({
    units: { kind: 'community', node: null },
  })
  expect(draftOf(values, pollRuleByKey(values.rule)!).plan).toBeNull()
})

test('units picked one by one are sent by their ids, and come back into the fields, but never a part of them', () => {
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const asked: DraftValues = {
    ...values,
    rule: rule.key,
    way: 'ballots',
    from: 'units',
    scope: 'units ',
    uses: ['flat'],
    units: ['unt_1', 'unt_2'],
  }
  const { electorate } = draftOf(asked, rule)
  expect(electorate).toMatchObject({ units: { kind: 'units', node: null, units: ['unt_1', 'unt_2'] } })
  expect(draftOf({ ...asked, scope: 'building nod_3' }, rule).electorate).toMatchObject({ units: { units: [] } })
  const voters = ['unt_1', 'unt_2'].map((id) => ({
    voter: id,
    person: null,
    name: id,
    group: '',
    cast: null,
    unit: { id, use: 'flat', area: '80.00', owners: [], head: 1, proofs: [] },
  }))
  const file = (named: number) => ({
    question: { type: 'for-against', text: '换电梯？', explanation: '' },
    rule,
    way: 'ballots',
    electorate: { named, totals: {}, digest: '' },
    assembly: { scope: { kind: 'units', path: '', name: '', uses: ['flat'], zones: 'zone' } },
  })
  expect(valuesOf(file(2) as never, voters as never)).toMatchObject({ scope: 'units ', units: ['unt_1', 'unt_2'] })
  expect(valuesOf(file(700) as never, voters as never)).toMatchObject({ scope: 'units ', units: [] })
})

test('a draft remembers the place that it asks; one that is gone from the territory is asked anew', () => {
  const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
  const file = (kind: string, path: string) => ({
    question: { type: 'for-against', text: '换电梯？', explanation: '' },
    rule,
    way: 'ballots',
    electorate: { named: 5800, totals: {}, digest: '' },
    assembly: { scope: { kind, path, name: '', uses: ['flat'], zones: 'zone' } },
  })
  const nodes = [
    { node: 'nod_3', kind: 'building', path: 'c1.b3' },
    { node: 'nod_4', kind: 'stairway', path: 'c1.b3.s1' },
  ]
  const scopeOf = (kind: string, path: string) => valuesOf(file(kind, path) as never, [], nodes).scope
  expect(scopeOf('building', 'c1.b3')).toBe('building nod_3')
  expect(scopeOf('stairway', 'c1.b3.s1')).toBe('stairway nod_4')
  expect(scopeOf('community', '')).toBe('community ')
  expect(scopeOf('building', 'c1.b9')).toBeUndefined()
})

test('households are homes of the roster without a plan, and come back into the fields as they were picked', () => {
  const rule = pollRuleByKey('households-ranked')!
  const drafted: DraftValues = {
    ...values,
    rule: rule.key,
    type: 'ranked',
    options: [{ text: '三菱' }, { text: '日立' }],
  }
  const asked = { ...drafted, ...forUnits(rule), scope: 'building nod_1' }
  const body = draftOf(asked, rule)
  expect(body.plan).toBeNull()
  expect(body.electorate).toMatchObject({ units: { kind: 'building', node: 'nod_1', uses: ['flat'] } })
  expect(pollDraftSchema.safeParse(body).success).toBe(true)
  const unit = { id: 'unt_1', use: 'shop', area: '', head: 0, owners: [], proofs: [] }
  const voters = [{ voter: 'vtr_1', person: 'per_1', name: '3号楼 101', group: '', cast: null, unit }]
  const stored = { ...body.question, options: [{ key: 'option-1', text: '三菱' }] }
  const electorate = { named: 1, totals: { households: 1 }, digest: '' }
  const again = valuesOf(
    { question: stored, rule, way: 'ballots', electorate, assembly: null } as never,
    voters as never,
  )
  expect(again).toMatchObject({ from: 'units', scope: 'units ', units: ['unt_1'], uses: ['shop'] })
  expect(draftOf(again, rule).plan).toBeNull()
})
