// Filters and the address bar say the same, whatever the address holds.
import { type Arbitrary, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { CHOICES, type Filters, PHASES, boardSearch, choiceOf, filtersFrom, isFiltered, searchFrom } from './filters.ts'

const anyFilters: Arbitrary<Filters> = record(
  {
    filter: constantFrom('all', 'overdue', 'mine', 'unassigned', 'whistled', 'listed', 'closed'),
    page: integer({ min: 1, max: 5000 }),
    view: constantFrom('table', 'columns'),
    community: constantFrom('com_1', 'com_2'),
    node: constantFrom('G1', 'G1.B5'),
    phase: constantFrom(...PHASES),
    search: constantFrom('3 号楼', 'YG2611001', 'a&b=c', '漏水 100%'),
    level: constantFrom(...CHOICES.level),
    colour: constantFrom(...CHOICES.colour),
    size: constantFrom(...CHOICES.size),
    kind: constantFrom(...CHOICES.kind),
  },
  { requiredKeys: ['filter', 'page', 'view'] },
)

test('what is written to the address is read from it again', () => {
  assert(
    property(anyFilters, (filters) => {
      expect(filtersFrom(new URLSearchParams(searchFrom(filters).toString()))).toEqual(filters)
    }),
  )
})

test('no filter leaves the address bare', () => {
  expect(searchFrom({ filter: 'all', page: 1, view: 'table' }).toString()).toBe('')
  expect(isFiltered({ filter: 'all', page: 7, view: 'columns' })).toBe(false)
  expect(isFiltered({ filter: 'mine', page: 1, view: 'table' })).toBe(true)
})

test('an address that nobody wrote shows the whole board', () => {
  const strange = new URLSearchParams('filter=none&page=-3&level=IV&kind=&colour=blue&search=%20%20')
  expect(filtersFrom(strange)).toEqual({ filter: 'all', page: 1, view: 'table' })
})

test('the server is asked for the chosen community, in words that the contract knows', () => {
  expect(boardSearch({ filter: 'overdue', page: 2, view: 'columns', kind: 'lift' }, 'com_1')).toBe(
    'filter=overdue&kind=lift&page=2&community=com_1',
  )
})

test('a community in the address goes before the one looked at otherwise', () => {
  const filters = { filter: 'all', page: 1, view: 'table', community: 'com_2' } as const
  expect(boardSearch(filters, 'com_1')).toBe('community=com_2')
})

test('an export asks for the same matters, without a page', () => {
  expect(choiceOf({ filter: 'mine', page: 3, view: 'columns', node: 'G1.B5' }, 'com_1')).toEqual({
    filter: 'mine',
    node: 'G1.B5',
    community: 'com_1',
  })
})
