// The board's filters and the address bar are the same thing: a filtered board can be bookmarked and sent on.
import type { BoardQuery } from '@yishi/contract/board'
import { colourWords, kindWords, levelWords, phaseWords, sizeWords } from '../../words/kinds.ts'

/** `columns`: the same matters side by side by their phase. */
export type View = 'table' | 'columns'
export type Filters = Omit<BoardQuery, 'perPage'> & { readonly view: View }

export const PER_PAGE = 20
export const NO_FILTERS: Filters = { filter: 'all', page: 1, view: 'table' }
/** What a click on “clear” takes away, and the view it leaves. */
export const CLEARED = {
  filter: 'all',
  page: 1,
  search: '',
  community: undefined,
  node: undefined,
  phase: undefined,
  level: undefined,
  colour: undefined,
  size: undefined,
  kind: undefined,
} as const

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): readonly K[] => Object.keys(words) as K[]
export const FILTERS = [
  'all',
  'overdue',
  'mine',
  'unassigned',
  'unheard',
  'whistled',
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
export const PHASES = keysOf(phaseWords.zh)

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
    view: search.get('view') === 'columns' ? 'columns' : 'table',
    ...given({
      community: search.get('community')?.slice(0, 40),
      node: search.get('node')?.slice(0, 200),
      phase: among(PHASES, search.get('phase')),
      search: search.get('search')?.trim().slice(0, 60),
      level: among(CHOICES.level, search.get('level')),
      colour: among(CHOICES.colour, search.get('colour')),
      size: among(CHOICES.size, search.get('size')),
      kind: among(CHOICES.kind, search.get('kind')),
    }),
  }
}

/** The address of these filters, without what goes without saying. */
export const searchFrom = ({ filter, page, view, ...rest }: Filters): URLSearchParams =>
  new URLSearchParams({
    ...(filter === 'all' ? {} : { filter }),
    ...(given(rest) as Record<string, string>),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(view === 'table' ? {} : { view }),
  })

/** What the server is asked; a community in the address goes before the one that the reader looks at otherwise. */
export const boardSearch = (filters: Filters, community: string): string => {
  const search = searchFrom({ ...filters, view: 'table' })
  if (!search.has('community') && community) search.set('community', community)
  return search.toString()
}

/** The same choice as the body of an export, which knows no pages. */
export const choiceOf = (filters: Filters, community: string): Readonly<Record<string, string>> => {
  const { page: _, ...choice } = Object.fromEntries(new URLSearchParams(boardSearch(filters, community)))
  return choice
}

export const isFiltered = (filters: Filters): boolean => searchFrom({ ...filters, page: 1, view: 'table' }).size > 0

/** The address of one building's matters. */
export const nodeSearch = (filters: Filters, community: string, node: string): string =>
  searchFrom({ ...filters, page: 1, community, node }).toString()
