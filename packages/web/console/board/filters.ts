// The board's filters and the address bar are the same thing: a filtered board can be bookmarked and sent on.
import type { BoardQuery } from '@yishi/contract/board'
import { colourWords, kindWords, levelWords, sizeWords } from '../../words/kinds.ts'

export type Filters = Omit<BoardQuery, 'community' | 'perPage'>

export const PER_PAGE = 20
export const NO_FILTERS: Filters = { filter: 'all', page: 1 }

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): readonly K[] => Object.keys(words) as K[]
const FILTERS = [
  'all',
  'overdue',
  'mine',
  'unassigned',
  'listed',
  'closed',
] as const satisfies readonly Filters['filter'][]

/** The choices of each filter, in the order in which they are offered. */
export const CHOICES = {
  level: keysOf(levelWords.zh),
  colour: keysOf(colourWords.zh),
  size: keysOf(sizeWords.zh),
  kind: keysOf(kindWords.zh),
} as const

export type Facet = keyof typeof CHOICES
export const FACETS = Object.keys(CHOICES) as readonly Facet[]

const among = <T extends string>(allowed: readonly T[], value: string | null): T | undefined =>
  allowed.find((each) => each === value)

const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as never

/** Reads an address; what it does not know is left out, never an error. */
export const filtersFrom = (search: URLSearchParams): Filters => {
  const page = Number(search.get('page'))
  return {
    filter: among(FILTERS, search.get('filter')) ?? 'all',
    page: Number.isInteger(page) && page >= 1 && page <= 5000 ? page : 1,
    ...given({
      search: search.get('search')?.trim().slice(0, 60),
      level: among(CHOICES.level, search.get('level')),
      colour: among(CHOICES.colour, search.get('colour')),
      size: among(CHOICES.size, search.get('size')),
      kind: among(CHOICES.kind, search.get('kind')),
    }),
  }
}

/** The address of these filters, without what goes without saying. */
export const searchFrom = ({ filter, page, ...rest }: Filters): URLSearchParams =>
  new URLSearchParams({
    ...(filter === 'all' ? {} : { filter }),
    ...(given(rest) as Record<string, string>),
    ...(page === 1 ? {} : { page: String(page) }),
  })

/** What the server is asked. */
export const boardSearch = (filters: Filters, community: string): string => {
  const search = searchFrom(filters)
  if (community) search.set('community', community)
  return search.toString()
}

export const isFiltered = (filters: Filters): boolean => searchFrom({ ...filters, page: 1 }).size > 0
