// Filters and the address bar say the same, whatever the address holds.
import { type Arbitrary, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { CHOICES, type Filters, boardSearch, filtersFrom, isFiltered, searchFrom } from './filters.ts'

const anyFilters: Arbitrary<Filters> = record(
  {
    filter: constantFrom('all', 'overdue', 'mine', 'unassigned', 'listed', 'closed'),
    page: integer({ min: 1, max: 5000 }),
    search: constantFrom('3 号楼', 'YG2611001', 'a&b=c', '漏水 100%'),
    level: constantFrom(...CHOICES.level),
    colour: constantFrom(...CHOICES.colour),
    size: constantFrom(...CHOICES.size),
    kind: constantFrom(...CHOICES.kind),
  },
  { requiredKeys: ['filter', 'page'] },
)

test('what is written to the address is read from it again', () => {
  assert(
    property(anyFilters, (filters) => {
      expect(filtersFrom(new URLSearchParams(searchFrom(filters).toString()))).toEqual(filters)
    }),
  )
})

test('no filter leaves the address bare', () => {
  expect(searchFrom({ filter: 'all', page: 1 }).toString()).toBe('')
  expect(isFiltered({ filter: 'all', page: 7 })).toBe(false)
  expect(isFiltered({ filter: 'mine', page: 1 })).toBe(true)
})

test('an address that nobody wrote shows the whole board', () => {
  const strange = new URLSearchParams('filter=none&page=-3&level=IV&kind=&colour=blue&search=%20%20')
  expect(filtersFrom(strange)).toEqual({ filter: 'all', page: 1 })
})

test('the server is asked for the chosen community, in words that the contract knows', () => {
  expect(boardSearch({ filter: 'overdue', page: 2, kind: 'lift' }, 'com_1')).toBe(
    'filter=overdue&kind=lift&page=2&community=com_1',
  )
})
