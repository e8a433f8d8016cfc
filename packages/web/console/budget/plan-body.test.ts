import { expect, test } from 'vitest'
import { EMPTY_PLAN, planOf, valuesOf, withPb } from './plan-body.ts'

test('a plan is sent without empty lines, and amounts as they are meant', () => {
  const plan = planOf({
    title: ' 四十万怎么花 ',
    node: '',
    amount: '400,000',
    lastDay: '2026-12-05',
    projects: [{ name: '长椅', cost: '20 000.50' }, {}, undefined, { name: ' ', cost: '' }, { cost: '5' }],
  })
  expect(plan).toEqual({
    title: '四十万怎么花',
    purpose: '',
    node: null,
    amount: '400000',
    lastDay: '2026-12-05',
    projects: [
      { name: '长椅', cost: '20000.50', place: '', note: '' },
      { name: '', cost: '5', place: '', note: '' },
    ],
  })
  expect(planOf(EMPTY_PLAN).projects).toEqual([])
})

test('a draft comes back into the form as it was', () => {
  const project = { name: '长椅', cost: '20000', place: '3 号楼', note: '' }
  const file = {
    budget: 'bud_1',
    community: { id: 'com_1', name: '阳光' },
    title: '四十万',
    purpose: '品质提升',
    status: 'draft',
    part: { node: 'nod_b1', name: '1 号楼' },
    amount: '400000',
    projects: [{ id: '1', ...project }],
    lastDay: '2026-12-05',
    closesAt: null,
    cast: 0,
    listed: null,
    result: null,
    may: [],
  } as const
  expect(planOf(valuesOf({ ...file, projects: [...file.projects], may: [] }))).toEqual({
    title: '四十万',
    purpose: '品质提升',
    node: 'nod_b1',
    amount: '400000',
    lastDay: '2026-12-05',
    projects: [project],
  })
})

test('projects out of a file take the place of those in the form; a title that was written stays', () => {
  const projects = [{ line: 9, name: '长椅', cost: '20000', place: '', note: '', verdict: 'fits' as const }]
  const file = { title: '别处的', amount: '90000', projects }
  const filled = { title: '四十万怎么花', amount: '1', lastDay: '2026-12-05', projects: [{ name: '旧的' }, {}] }
  expect(withPb(filled, file)).toEqual({
    title: '四十万怎么花',
    amount: '90000',
    lastDay: '2026-12-05',
    projects: [{ name: '长椅', cost: '20000', place: '', note: '' }],
  })
  expect(withPb(EMPTY_PLAN, { ...file, amount: '' })).toMatchObject({ title: '别处的', projects: [{ name: '长椅' }] })
})
